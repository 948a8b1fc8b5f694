// Tables that can only be read from front to back, as JSONL.
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/arrow/table_reader.h"
#include "core/data/unpack_table.h"

namespace lift {

namespace {

constexpr std::size_t kHandedOn = 1u << 18;   // bytes of JSON

}   // namespace

Status unpack_table(std::string_view bytes, Wrapping wrapping, const std::string& path, const ByteSink& take,
                    std::vector<Sentence>& told, const TaskContext& task) {
  return catch_exceptions(path, [&]() -> Status {
    LIFT_ASSIGN(const auto reader, TableReader::open(bytes, wrapping, path, told));
    std::string out;
    while (true) {
      if (task.stop_requested()) return make_error(ErrorCode::Cancelled, path, say("unpacking was cancelled"));
      LIFT_ASSIGN(const bool more, reader->next(out));
      if (!more) break;
      out += '\n';
      if (out.size() < kHandedOn) continue;
      LIFT_RETURN_IF_ERROR(take(out));
      out.clear();
    }
    return take(out);
  });
}

}   // namespace lift
