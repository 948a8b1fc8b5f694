// A build without Arrow says what it lacks. The reader itself is arrow/read_table.cpp.
#include "core/data/unpack_table.h"

#ifndef LIFT_ARROW

#include "core/base/say.h"

namespace lift {

Status unpack_table(std::string_view, Wrapping wrapping, const std::string& path, const ByteSink&,
                    std::vector<Sentence>&, const TaskContext&) {
  const std::string_view format = wrapping == Wrapping::Parquet ? "Parquet" : "Arrow IPC";
  return make_error(
      ErrorCode::Unsupported, path,
      say("expected rows that this build can read, found a {} file: it was made without Arrow C++", format),
      say("Run packaging/setup and build again, or write the rows as JSONL, for example in Python: {}",
          "pandas.read_parquet(FILE).to_json(\"rows.jsonl\", orient=\"records\", lines=True)"));
}

}   // namespace lift

#endif
