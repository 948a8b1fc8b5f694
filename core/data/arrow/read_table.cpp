// Parquet files and Arrow IPC files and streams, read by Arrow C++.
#include <algorithm>

#include <arrow/api.h>
#include <arrow/io/memory.h>
#include <arrow/ipc/reader.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/schema.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/arrow/cell_json.h"
#include "core/data/row_file.h"
#include "core/data/unpack_table.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::int64_t kRowsAtOnce = 512;
constexpr std::size_t kHandedOn = 1u << 18;   // bytes of JSON

using Batches = std::function<arrow::Result<std::shared_ptr<arrow::RecordBatch>>()>;   // null at the end

struct Table {
  std::string format;
  std::shared_ptr<arrow::Schema> schema;
  Batches next;
  std::int64_t rows = -1;   // unknown for a stream
  std::shared_ptr<void> keep;
};

Error error_of(const arrow::Status& status, const std::string& format, const std::string& path) {
  const std::string reason = status.message().substr(0, status.message().find('\n'));
  if (status.IsOutOfMemory())
    return make_error(
        ErrorCode::OutOfMemory, path,
        say("one piece of the {} file takes more than {} GiB of memory: {}", format, kLargestTablePiece >> 30, reason),
        say("Write it again with smaller row groups, or as JSONL"));
  if (status.IsNotImplemented())
    return make_error(ErrorCode::Unsupported, path, say("this {} file uses what is not read: {}", format, reason),
                      say("Write the rows as JSONL"));
  return make_error(ErrorCode::Malformed, path, say("expected a whole {} file, found damage: {}", format, reason),
                    say("Get the file again"));
}

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

arrow::Result<Table> open_parquet(const std::shared_ptr<arrow::io::RandomAccessFile>& file, arrow::MemoryPool* pool,
                                  std::vector<Sentence>& told) {
  struct Open {
    std::unique_ptr<parquet::arrow::FileReader> file;
    std::unique_ptr<arrow::RecordBatchReader> batches;
  };
  auto open = std::make_shared<Open>();
  parquet::arrow::FileReaderBuilder builder;
  ARROW_RETURN_NOT_OK(builder.Open(file, parquet::ReaderProperties(pool)));
  parquet::ArrowReaderProperties properties;
  properties.set_batch_size(kRowsAtOnce);
  properties.set_pre_buffer(false);
  ARROW_ASSIGN_OR_RAISE(open->file, builder.memory_pool(pool)->properties(properties)->Build());
  std::vector<int> leaves, groups(static_cast<std::size_t>(open->file->num_row_groups()));
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = static_cast<int>(i);
  for (const auto& column : open->file->manifest().schema_fields)
    keep_leaves(column, column.field->name(), leaves, told);
  ARROW_ASSIGN_OR_RAISE(open->batches, open->file->GetRecordBatchReader(groups, leaves));
  Table table{.format = "Parquet", .schema = open->batches->schema()};
  table.rows = open->file->parquet_reader()->metadata()->num_rows();
  table.next = [reader = open->batches.get()] { return reader->Next(); };
  table.keep = std::move(open);
  return table;
}

arrow::ipc::IpcReadOptions ipc_options(arrow::MemoryPool* pool) {
  arrow::ipc::IpcReadOptions options = arrow::ipc::IpcReadOptions::Defaults();
  options.memory_pool = pool;
  options.use_threads = false;
  return options;
}

arrow::Result<Table> open_ipc_file(const std::shared_ptr<arrow::io::RandomAccessFile>& file, arrow::MemoryPool* pool) {
  ARROW_ASSIGN_OR_RAISE(auto reader, arrow::ipc::RecordBatchFileReader::Open(file, ipc_options(pool)));
  Table table{.format = "Arrow IPC", .schema = reader->schema()};
  table.next = [reader, at = 0]() mutable -> arrow::Result<std::shared_ptr<arrow::RecordBatch>> {
    if (at == reader->num_record_batches()) return nullptr;
    return reader->ReadRecordBatch(at++);
  };
  return table;
}

arrow::Result<Table> open_ipc_stream(const std::shared_ptr<arrow::io::InputStream>& file, arrow::MemoryPool* pool) {
  ARROW_ASSIGN_OR_RAISE(auto reader, arrow::ipc::RecordBatchStreamReader::Open(file, ipc_options(pool)));
  Table table{.format = "Arrow IPC", .schema = reader->schema()};
  table.next = [reader] { return reader->Next(); };
  return table;
}

Result<std::vector<CellPlan>> plan_columns(const arrow::Schema& schema, const std::string& path,
                                           std::vector<Sentence>& told) {
  std::vector<CellPlan> plans;
  for (int i = 0; i < schema.num_fields(); ++i) {
    const arrow::Field& field = *schema.field(i);
    if (schema.GetAllFieldIndices(field.name()).size() > 1)
      return make_error(ErrorCode::Malformed, path,
                        say("expected every column once, found {} twice", quote_name(field.name())));
    if (auto plan = plan_cell(field, i, field.name(), told)) plans.push_back(std::move(*plan));
  }
  if (plans.empty())
    return make_error(ErrorCode::Malformed, path,
                      say("expected columns with texts, numbers, lists or structs, found none that can be read"));
  return plans;
}

Status write_rows(const Table& table, const std::vector<CellPlan>& plans, const std::string& path, const ByteSink& take,
                  const TaskContext& task) {
  std::string out;
  for (std::int64_t done = 0;;) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, path, say("unpacking was cancelled"));
    if (table.rows > 0) task.report(say("unpacking"), done, table.rows);
    auto batch = table.next();
    if (!batch.ok()) return error_of(batch.status(), table.format, path);
    if (!*batch) break;
    // Offsets and codes of dictionaries come from the file as they are, of Parquet's decoders too.
    if (const arrow::Status valid = (*batch)->ValidateFull(); !valid.ok()) return error_of(valid, table.format, path);
    for (std::int64_t row = 0; row < (*batch)->num_rows(); ++row) {
      const std::size_t begin = out.size();
      for (const CellPlan& plan : plans) {
        out += &plan == &plans.front() ? '{' : ',';
        out += plan.key;
        append_cell(plan, *(*batch)->column(plan.index), row, begin + kLargestRow, out);
      }
      out += "}\n";
      if (out.size() - begin > kLargestRow)
        return make_error(ErrorCode::Malformed, say("{}, line {}", path, done + row + 1),
                          say("expected a row of at most {} bytes, found a longer one", kLargestRow));
      if (out.size() < kHandedOn) continue;
      LIFT_RETURN_IF_ERROR(take(out));
      out.clear();
    }
    done += (*batch)->num_rows();
  }
  return take(out);
}

}   // namespace

Status unpack_table(std::string_view bytes, Wrapping wrapping, const std::string& path, const ByteSink& take,
                    std::vector<Sentence>& told, const TaskContext& task) {
  return catch_exceptions(path, [&]() -> Status {
    arrow::CappedMemoryPool pool(arrow::system_memory_pool(), kLargestTablePiece);
    const auto buffer = std::make_shared<arrow::Buffer>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                        static_cast<std::int64_t>(bytes.size()));
    const auto file = std::make_shared<arrow::io::BufferReader>(buffer);
    auto table = wrapping == Wrapping::Parquet     ? open_parquet(file, &pool, told)
                 : wrapping == Wrapping::ArrowFile ? open_ipc_file(file, &pool)
                                                   : open_ipc_stream(file, &pool);
    if (!table.ok()) return error_of(table.status(), wrapping == Wrapping::Parquet ? "Parquet" : "Arrow IPC", path);
    LIFT_ASSIGN(const std::vector<CellPlan> plans, plan_columns(*table->schema, path, told));
    return write_rows(*table, plans, path, take, task);
  });
}

}   // namespace lift
