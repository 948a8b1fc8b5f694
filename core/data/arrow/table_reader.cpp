#include "core/data/arrow/table_reader.h"

#include <algorithm>
#include <numeric>

#include <arrow/api.h>
#include <arrow/io/memory.h>
#include <arrow/ipc/reader.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/schema.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/row_file.h"
#include "core/data/unpack_table.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::int64_t kRowsAtOnce = 512;

// The leaves of a column whose values are text of some kind; the others are not even read from the file.
bool keep_leaves(const parquet::arrow::SchemaField& field, const std::string& path, std::vector<int>& leaves,
                 std::vector<Sentence>& told) {
  if (field.is_leaf()) {
    if (const auto why = why_left_out(*field.field->type())) {
      told.push_back(say("column \"{}\" ({}) is left out: {}", path, field.field->type()->ToString(), *why));
      return false;
    }
    leaves.push_back(field.column_index);
    return true;
  }
  bool kept = false;
  const bool is_struct = field.field->type()->id() == arrow::Type::STRUCT;
  for (const auto& part : field.children)
    kept = keep_leaves(part, is_struct ? path + "." + part.field->name() : path, leaves, told) || kept;
  return kept;
}

arrow::ipc::IpcReadOptions ipc_options(arrow::MemoryPool* pool) {
  arrow::ipc::IpcReadOptions options = arrow::ipc::IpcReadOptions::Defaults();
  options.memory_pool = pool;
  options.use_threads = false;
  return options;
}

}   // namespace

TableReader::TableReader(std::string_view bytes, Wrapping wrapping, std::string path)
    : pool_(arrow::system_memory_pool(), kLargestTablePiece),
      buffer_(std::make_shared<arrow::Buffer>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                              static_cast<std::int64_t>(bytes.size()))),
      format_(wrapping == Wrapping::Parquet ? "Parquet" : "Arrow IPC"),
      path_(std::move(path)) {}

Error TableReader::error_of(const arrow::Status& status) const {
  const std::string reason = status.message().substr(0, status.message().find('\n'));
  if (status.IsOutOfMemory())
    return make_error(
        ErrorCode::OutOfMemory, path_,
        say("one piece of the {} file takes more than {} GiB of memory: {}", format_, kLargestTablePiece >> 30, reason),
        say("Write it again with smaller row groups, or as JSONL"));
  if (status.IsNotImplemented())
    return make_error(ErrorCode::Unsupported, path_, say("this {} file uses what is not read: {}", format_, reason),
                      say("Write the rows as JSONL"));
  return make_error(ErrorCode::Malformed, path_, say("expected a whole {} file, found damage: {}", format_, reason),
                    say("Get the file again"));
}

arrow::Status TableReader::open_parquet(std::int64_t piece, std::vector<Sentence>& told) {
  struct Open {
    std::unique_ptr<parquet::arrow::FileReader> file;
    std::unique_ptr<arrow::RecordBatchReader> batches;
  };
  auto open = std::make_shared<Open>();
  parquet::arrow::FileReaderBuilder builder;
  ARROW_RETURN_NOT_OK(
      builder.Open(std::make_shared<arrow::io::BufferReader>(buffer_), parquet::ReaderProperties(&pool_)));
  parquet::ArrowReaderProperties properties;
  properties.set_batch_size(kRowsAtOnce);
  properties.set_pre_buffer(false);
  ARROW_ASSIGN_OR_RAISE(open->file, builder.memory_pool(&pool_)->properties(properties)->Build());
  const auto metadata = open->file->parquet_reader()->metadata();
  rows_ = metadata->num_rows();
  std::vector<int> leaves, groups;
  std::int64_t begin = 0;
  for (int group = static_cast<int>(piece); group < open->file->num_row_groups(); ++group) {
    groups.push_back(group);
    begins_.push_back(begin);
    begin += metadata->RowGroup(group)->num_rows();
  }
  for (const auto& column : open->file->manifest().schema_fields)
    keep_leaves(column, column.field->name(), leaves, told);
  ARROW_ASSIGN_OR_RAISE(open->batches, open->file->GetRecordBatchReader(groups, leaves));
  schema_ = open->batches->schema();
  next_ = [reader = open->batches.get()] { return reader->Next(); };
  keep_ = std::move(open);
  return arrow::Status::OK();
}

arrow::Status TableReader::open_file(std::int64_t piece) {
  ARROW_ASSIGN_OR_RAISE(auto reader, arrow::ipc::RecordBatchFileReader::Open(
                                         std::make_shared<arrow::io::BufferReader>(buffer_), ipc_options(&pool_)));
  schema_ = reader->schema();
  ARROW_ASSIGN_OR_RAISE(rows_, reader->CountRows());
  next_ = [this, reader, at = static_cast<int>(piece)]() mutable -> arrow::Result<Batch> {
    if (at == reader->num_record_batches()) return nullptr;
    begins_.push_back(row_);
    return reader->ReadRecordBatch(at++);
  };
  return arrow::Status::OK();
}

arrow::Status TableReader::open_stream() {
  ARROW_ASSIGN_OR_RAISE(auto reader, arrow::ipc::RecordBatchStreamReader::Open(
                                         std::make_shared<arrow::io::BufferReader>(buffer_), ipc_options(&pool_)));
  schema_ = reader->schema();
  next_ = [reader] { return reader->Next(); };
  return arrow::Status::OK();
}

Status TableReader::plan(std::vector<Sentence>& told) {
  for (int i = 0; i < schema_->num_fields(); ++i) {
    const arrow::Field& field = *schema_->field(i);
    if (schema_->GetAllFieldIndices(field.name()).size() > 1)
      return make_error(ErrorCode::Malformed, path_,
                        say("expected every column once, found {} twice", quote_name(field.name())));
    if (auto cell = plan_cell(field, i, field.name(), told)) plans_.push_back(std::move(*cell));
  }
  if (!plans_.empty()) return {};
  return make_error(ErrorCode::Malformed, path_,
                    say("expected columns with texts, numbers, lists or structs, found none that can be read"));
}

Result<std::unique_ptr<TableReader>> TableReader::open(std::string_view bytes, Wrapping wrapping,
                                                       const std::string& path, std::vector<Sentence>& told,
                                                       TablePlace from) {
  return catch_exceptions(path, [&]() -> Result<std::unique_ptr<TableReader>> {
    std::unique_ptr<TableReader> reader(new TableReader(bytes, wrapping, path));
    reader->first_piece_ = from.piece;
    const arrow::Status opened = wrapping == Wrapping::Parquet     ? reader->open_parquet(from.piece, told)
                                 : wrapping == Wrapping::ArrowFile ? reader->open_file(from.piece)
                                                                   : reader->open_stream();
    if (!opened.ok()) return reader->error_of(opened);
    LIFT_RETURN_IF_ERROR(reader->plan(told));
    LIFT_RETURN_IF_ERROR(reader->skip(from.row));
    return reader;
  });
}

// false at the end.
Result<bool> TableReader::have_batch() {
  while (!batch_ || in_batch_ == batch_->num_rows()) {
    auto batch = catch_exceptions(path_, [&]() -> Result<Batch> {
      auto read = next_();
      if (!read.ok()) return error_of(read.status());
      return std::move(read).ValueUnsafe();
    });
    if (!batch.ok()) return std::move(batch).error();
    batch_ = std::move(batch).value();
    in_batch_ = 0;
    valid_ = false;
    if (!batch_) return false;
  }
  return true;
}

Status TableReader::skip(std::int64_t count) {
  while (count > 0) {
    LIFT_ASSIGN(const bool more, have_batch());
    if (!more) return {};
    const std::int64_t now = std::min(count, batch_->num_rows() - in_batch_);
    in_batch_ += now;
    row_ += now;
    count -= now;
  }
  return {};
}

Result<bool> TableReader::next(std::string& out) {
  LIFT_ASSIGN(const bool more, have_batch());
  if (!more) return false;
  if (!valid_) {
    // Offsets and codes of dictionaries come from the file as they are, of Parquet's decoders too.
    if (const arrow::Status valid = batch_->ValidateFull(); !valid.ok()) return error_of(valid);
    valid_ = true;
  }
  const std::size_t begin = out.size();
  for (const CellPlan& plan : plans_) {
    out += &plan == &plans_.front() ? '{' : ',';
    out += plan.key;
    append_cell(plan, *batch_->column(plan.index), in_batch_, begin + kLargestRow, out);
  }
  out += '}';
  ++in_batch_;
  ++row_;
  if (out.size() - begin <= kLargestRow) return true;
  return make_error(ErrorCode::Malformed, say("{}, line {}", path_, row_),
                    say("expected a row of at most {} bytes, found a longer one", kLargestRow));
}

TablePlace TableReader::place() const {
  const auto behind = std::ranges::upper_bound(begins_, row_);
  if (behind == begins_.begin()) return {first_piece_, row_};
  return {first_piece_ + (behind - begins_.begin()) - 1, row_ - *std::prev(behind)};
}

}   // namespace lift
