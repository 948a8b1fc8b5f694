#include "core/data/table_file.h"

#include <mutex>

#include "core/base/say.h"
#include "core/data/arrow/table_reader.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr int kRowBits = 40;   // of an offset: the row in its piece

std::uint64_t packed(const TablePlace& place) {
  return static_cast<std::uint64_t>(place.piece) << kRowBits | static_cast<std::uint64_t>(place.row);
}

TablePlace unpacked(std::uint64_t offset) {
  return {static_cast<std::int64_t>(offset >> kRowBits),
          static_cast<std::int64_t>(offset & ((std::uint64_t{1} << kRowBits) - 1))};
}

// Each has a reader of its own: they may be used by different threads.
class TableCursor final : public RowCursor {
 public:
  TableCursor(std::string_view bytes, Wrapping wrapping, std::string path)
      : bytes_(bytes), wrapping_(wrapping), path_(std::move(path)) {}

  Result<std::optional<RawRow>> next() override {
    if (!reader_) {
      std::vector<Sentence> told;   // with the file already
      LIFT_ASSIGN(reader_, TableReader::open(bytes_, wrapping_, path_, told));
    }
    const TablePlace place = reader_->place();
    row_.clear();
    LIFT_ASSIGN(const bool more, reader_->next(row_));
    if (!more) return std::optional<RawRow>();
    return std::optional(RawRow{row_, reader_->row(), packed(place)});
  }
  std::uint64_t offset() const override {
    if (!reader_ || reader_->rows() <= 0) return 0;
    const double share = static_cast<double>(reader_->row()) / static_cast<double>(reader_->rows());
    return static_cast<std::uint64_t>(share * static_cast<double>(bytes_.size()));
  }

 private:
  std::string_view bytes_;
  Wrapping wrapping_;
  std::string path_, row_;
  std::unique_ptr<TableReader> reader_;
};

class TableFile final : public RowFile {
 public:
  TableFile(Wrapping wrapping, std::vector<Sentence> told) : wrapping_(wrapping) { told_ = std::move(told); }

  std::unique_ptr<RowCursor> rows() const override {
    return std::make_unique<TableCursor>(text(), wrapping_, path_.string());
  }

  Result<RowFields> fields(std::string_view raw) const override { return fields_of_object(raw); }

  // Rows that follow one another are read on: a row group is decoded once for all of them.
  Result<std::string> raw_row(const RowPlace& place) const override {
    const std::lock_guard<std::mutex> one_at_a_time(reading_);
    LIFT_RETURN_IF_ERROR(expect_unchanged(place));
    const TablePlace wanted = unpacked(place.begin);
    if (!reader_ || row_ > place.line || piece_ < wanted.piece) {
      std::vector<Sentence> told;
      LIFT_ASSIGN(reader_, TableReader::open(text(), wrapping_, path_.string(), told, wanted));
      row_ = place.line;
      piece_ = wanted.piece;
    }
    std::string row;
    LIFT_RETURN_IF_ERROR(reader_->skip(place.line - row_));
    auto more = reader_->next(row);
    if (!more.ok() || !*more) reader_.reset();
    if (!more.ok()) return std::move(more).error();
    if (!*more) return changed(place);
    row_ = place.line + 1;
    piece_ = wanted.piece;
    return row;
  }

 private:
  Error changed(const RowPlace& place) const {
    return make_error(ErrorCode::Mismatch, say("{}, line {}", path_.string(), place.line),
                      say("expected the row that was there, found none"),
                      say("The file has changed since it was read: open the data again"));
  }
  // Pages of a file that was shortened must not be touched.
  Status expect_unchanged(const RowPlace& place) const {
    if (copied_) return {};
    std::error_code failure;
    const std::uint64_t size = fs::file_size(path_, failure);
    return failure || size != text().size() ? Status(changed(place)) : Status();
  }

  Wrapping wrapping_;
  mutable std::mutex reading_;
  mutable std::unique_ptr<TableReader> reader_;
  mutable std::int64_t row_ = 1, piece_ = 0;   // of the reader's next row: its number from 1, and a piece not behind it
};

}   // namespace

Result<std::shared_ptr<RowFile>> make_table_file(std::string_view bytes, Wrapping wrapping, const fs::path& path) {
  std::vector<Sentence> told;
  LIFT_ASSIGN(const auto reader, TableReader::open(bytes, wrapping, path.string(), told));
  if (reader->rows() == 0)
    return make_error(ErrorCode::Malformed, path.string(), say("expected rows, found an empty file"));
  return std::shared_ptr<RowFile>(std::make_shared<TableFile>(wrapping, std::move(told)));
}

}   // namespace lift
