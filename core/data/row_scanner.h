#pragma once
// Cuts a data file into rows without parsing them: the lines of JSONL, or the items of one JSON list. Memory does not
// grow with the file. Used by example_reader. Tensor-free. Thread: one at a time per object.
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/io/mapped_file.h"

namespace lift {

struct RawRow {
  std::string_view text;   // into the mapped file
  std::int64_t line = 1;   // where it begins
  std::uint64_t offset = 0;
};

class RowScanner {
 public:
  static constexpr std::size_t largest_row = 64u << 20;

  // Errors: NotFound, Io; Malformed for an empty file.
  static Result<RowScanner> open(const std::filesystem::path& path);
  static RowScanner of(std::shared_ptr<const MappedFile> file);

  // The next row, nothing at the end. Errors: Malformed for a list that is not closed or has text behind it, and for
  // a row above largest_row.
  Result<std::optional<RawRow>> next();
  bool is_list() const { return list_; }
  std::uint64_t offset() const { return at_; }
  std::uint64_t size() const { return text_.size(); }

 private:
  explicit RowScanner(std::shared_ptr<const MappedFile> file);
  Result<std::optional<RawRow>> next_line();
  Result<std::optional<RawRow>> next_item();
  Error problem(const Sentence& message) const;
  void skip_blanks();
  void skip_value();
  RawRow row(std::size_t begin, std::size_t end, std::int64_t line) const {
    return {text_.substr(begin, end - begin), line, begin};
  }

  std::shared_ptr<const MappedFile> file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  bool list_ = false, closed_ = false, first_ = true;
};

}   // namespace lift
