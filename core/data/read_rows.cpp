// All rows of the files in order, and what is said of broken ones.
#include "core/base/say.h"
#include "core/data/example_reader.h"
#include "core/io/json.h"

namespace lift {

namespace {

constexpr std::uint64_t kReadBetweenReleases = 16u << 20;   // bytes

// The first broken row, and how many there are.
struct Faults {
  std::optional<Error> first;
  std::int64_t count = 0;

  void add(const std::string& file, std::int64_t line, Error error) {
    ++count;
    if (first) return;
    // A row is one line of JSONL: its own "line 1" says nothing.
    const auto& parts = error.message.values();
    if (error.message.pattern() == kJsonPlace && parts[0].text() == "1")
      error.message = say("column {}: {}", parts[1], parts[2]);
    error.subject = say("{}, line {}", file, line);
    first = std::move(error);
  }
  Status result(std::int64_t rows) && {
    if (!first) return {};
    first->message = count == 1 ? say("{} (the only one of {} rows)", first->message, rows)
                                : say("{} (the first of {} broken rows among {})", first->message, count, rows);
    if (first->context.empty()) first->context = say("Mend or remove the line");
    return std::move(*first);
  }
};

Result<ReadRow> parse_row(const RowFile& file, const RowParser& parser, std::string_view raw) {
  LIFT_ASSIGN(const RowFields fields, file.fields(raw));
  return parser.parse(fields);
}

}   // namespace

Status read_rows(const std::vector<SourceFile>& files, std::int64_t limit, const std::function<Status(ReadRow)>& take,
                 const TaskContext& task) {
  std::int64_t rows = 0;
  Faults faults;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const RowFile& file = *files[i].rows;
    const RowParser parser(files[i].columns);
    const std::unique_ptr<RowCursor> cursor = file.rows();
    std::uint64_t released = 0;
    while (limit == 0 || rows < limit) {
      if (task.stop_requested())
        return make_error(ErrorCode::Cancelled, file.path().string(), say("reading was cancelled"));
      LIFT_ASSIGN(const std::optional<RawRow> raw, cursor->next());
      if (!raw) break;
      ++rows;
      if (cursor->offset() - released > kReadBetweenReleases) {
        file.release();
        released = cursor->offset();
      }
      if (rows % 256 == 0)
        task.report(say("reading rows"), static_cast<std::int64_t>(cursor->offset()),
                    static_cast<std::int64_t>(file.text().size()));
      auto row = parse_row(file, parser, raw->text);
      if (!row.ok()) {
        faults.add(file.path().string(), raw->line, std::move(row).error());
        continue;
      }
      if (faults.count > 0) continue;
      row->place = {static_cast<std::int32_t>(i), raw->line, raw->offset, raw->offset + raw->text.size()};
      LIFT_RETURN_IF_ERROR(take(std::move(row).value()));
    }
  }
  return std::move(faults).result(rows);
}

}   // namespace lift
