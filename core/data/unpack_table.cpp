// A build without Arrow says what it lacks. The readers are arrow/table_file.cpp and
// arrow/read_table.cpp.
#include "core/data/unpack_table.h"

#ifndef LIFT_ARROW

#include "core/base/say.h"
#include "core/data/table_file.h"

namespace lift {

namespace {

Error without_arrow(Wrapping wrapping, const std::string& path) {
  const std::string_view format = wrapping == Wrapping::Parquet ? "Parquet" : "Arrow IPC";
  return make_error(
      ErrorCode::Unsupported, path,
      say("expected rows that this build can read, found a {} file: it was made without Arrow C++", format),
      say("Run packaging/setup and build again, or write the rows as JSONL, for example in Python: {}",
          "pandas.read_parquet(FILE).to_json(\"rows.jsonl\", orient=\"records\", lines=True)"));
}

}   // namespace

Status unpack_table(std::string_view, Wrapping wrapping, const std::string& path, const ByteSink&,
                    std::vector<Sentence>&, const TaskContext&) {
  return without_arrow(wrapping, path);
}

Result<std::shared_ptr<RowFile>> make_table_file(std::string_view, Wrapping wrapping,
                                                 const std::filesystem::path& path) {
  return without_arrow(wrapping, path.string());
}

}   // namespace lift

#endif
