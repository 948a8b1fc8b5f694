#pragma once
// Cuts the text of a JSON file into rows without parsing them: the lines of JSONL, the items of one list, or objects
// that stand one after the other over several lines. Used by row_file. Tensor-free. Thread: one at a time per object.
// Private to core/data.
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/data/row_file.h"
#include "core/io/mapped_file.h"

namespace lift {

class RowScanner final : public RowCursor {
 public:
  // `path` names the file in errors: the mapped one may be an unpacked copy.
  RowScanner(std::shared_ptr<const MappedFile> file, std::filesystem::path path);

  // Errors: Malformed for a list that is not closed or has text behind it, for text between objects, and for a row
  // above kLargestRow.
  Result<std::optional<RawRow>> next() override;
  std::uint64_t offset() const override { return at_; }

 private:
  enum class Form : std::uint8_t { Lines, List, Objects };

  Form form_of() const;
  Result<std::optional<RawRow>> next_line();
  Result<std::optional<RawRow>> next_item();
  Result<std::optional<RawRow>> next_object();
  Error problem(const Sentence& message) const;
  void skip_blanks();
  void skip_value();
  RawRow row(std::size_t begin, std::size_t end, std::int64_t line) const {
    return {text_.substr(begin, end - begin), line, begin};
  }

  std::shared_ptr<const MappedFile> file_;
  std::filesystem::path path_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  Form form_ = Form::Lines;
  bool closed_ = false, first_ = true;
};

}   // namespace lift
