#include "core/data/row_file.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/data/delimited_file.h"
#include "core/data/file_kind.h"
#include "core/data/plain_text.h"
#include "core/data/row_scanner.h"
#include "core/data/table_file.h"
#include "core/io/release_pages.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBeginning = 8u << 20;   // bytes: 100 rows, but of very long texts

std::string_view text_in(const MappedFile& file) {
  const auto bytes = file.bytes();
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class JsonFile final : public RowFile {
 public:
  std::unique_ptr<RowCursor> rows() const override { return std::make_unique<RowScanner>(text_, path_); }

  Result<RowFields> fields(std::string_view raw) const override {
    if (raw.starts_with('{')) return fields_of_object(raw);
    const RowField whole{.name = {}, .value = std::string(raw)};
    if (nlohmann::json::accept(raw))
      return make_error(ErrorCode::Malformed, Sentence(), say("expected an object, found {}", kind_of(whole)));
    auto error = fields_of_object(raw).error();
    error.context = looks_like(raw);
    return error;
  }
};

// A text to go on from, whole: it is cut into pieces where it becomes tokens.
class TextFile final : public RowFile {
 public:
  std::unique_ptr<RowCursor> rows() const override { return std::make_unique<Whole>(text(), path_); }

  Result<RowFields> fields(std::string_view raw) const override {
    if (const std::size_t good = valid_utf8_prefix(raw); good != raw.size())
      return make_error(ErrorCode::Malformed, Sentence(), say("expected UTF-8, found another byte at {}", good),
                        say("Save the file as UTF-8"));
    return RowFields{{.name = "text", .value = std::string(raw), .is_json = false}};
  }

 private:
  class Whole final : public RowCursor {
   public:
    Whole(std::string_view text, fs::path path) : text_(text), path_(std::move(path)) {}
    Result<std::optional<RawRow>> next() override {
      if (std::exchange(done_, true)) return std::optional<RawRow>();
      if (text_.size() > kLargestRow)
        return make_error(ErrorCode::Malformed, path_.string(),
                          say("expected a text of at most {} bytes, found {}", kLargestRow, text_.size()),
                          say("Split the file"));
      const std::size_t mark = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      return std::optional(RawRow{text_.substr(mark), 1, mark});
    }
    std::uint64_t offset() const override { return done_ ? text_.size() : 0; }

   private:
    std::string_view text_;
    fs::path path_;
    bool done_ = false;
  };
};

}   // namespace

std::string_view RowFile::text() const { return text_in(*text_); }

void RowFile::release() const { release_pages(text_->bytes()); }

Result<std::shared_ptr<const RowFile>> RowFile::open(const fs::path& path, const TaskContext& task) {
  return open_part(path, task, 0);
}

Result<std::shared_ptr<const RowFile>> RowFile::open_beginning(const fs::path& path, const TaskContext& task) {
  return open_part(path, task, kBeginning);
}

Result<std::shared_ptr<const RowFile>> RowFile::open_part(const fs::path& path, const TaskContext& task,
                                                          std::size_t enough) {
  LIFT_ASSIGN(PlainText plain, open_plain_text(path, task, enough));
  const std::string_view text = text_in(*plain.text);
  std::shared_ptr<RowFile> file;
  if (plain.table != Wrapping::None) {
    LIFT_ASSIGN(file, make_table_file(text, plain.table, path));
    file->set(path, std::move(plain));
    return std::shared_ptr<const RowFile>(std::move(file));
  }
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (text.find_first_not_of(" \t\r\n", mark) == text.npos)
    return make_error(ErrorCode::Malformed, path.string(), say("expected rows, found an empty file"));
  LIFT_ASSIGN(const FileKind kind, kind_of_file(text.substr(0, 1u << 16), path.filename().string(), path.string()));
  if (kind == FileKind::Json) file = std::make_shared<JsonFile>();
  if (kind == FileKind::Text) file = std::make_shared<TextFile>();
  if (kind == FileKind::Delimited) {
    LIFT_ASSIGN(file, make_delimited_file(text, path));
  }
  file->set(path, std::move(plain));
  return std::shared_ptr<const RowFile>(std::move(file));
}

void RowFile::set(const fs::path& path, PlainText plain) {
  path_ = path;
  text_ = std::move(plain.text);
  copied_ = plain.copied;
  whole_ = plain.whole;
  told_.insert(told_.begin(), plain.told.begin(), plain.told.end());
}

Result<std::string> RowFile::raw_row(const RowPlace& place) const {
  std::shared_ptr<const MappedFile> mapped = text_;
  if (!copied_) {   // the file as it is now: pages of one that was shortened must not be touched
    LIFT_ASSIGN(mapped, MappedFile::open(path_));
  }
  const std::string_view bytes = text_in(*mapped);
  if (place.end > bytes.size())
    return make_error(
        ErrorCode::Mismatch, say("{}, line {}", path_.string(), place.line),
        say("expected the row at bytes {} to {}, found a file of {}", place.begin, place.end, bytes.size()),
        say("The file has changed since it was read: open the data again"));
  return std::string(bytes.substr(place.begin, place.end - place.begin));
}

}   // namespace lift
