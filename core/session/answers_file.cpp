#include "core/session/answers_file.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/io/mapped_file.h"

namespace lift {

namespace {

using nlohmann::json;

json json_of(const std::optional<GivenAnswer>& answer) {
  if (!answer) return nullptr;
  return {{"text", answer->text}, {"right", answer->right}, {"valid_json", answer->valid_json}, {"cut", answer->cut}};
}

std::optional<GivenAnswer> answer_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  return GivenAnswer{value.at("text").get<std::string>(), value.at("right").get<bool>(),
                     value.value("valid_json", false), value.value("cut", false)};
}

}   // namespace

Status write_answers(const std::filesystem::path& file, const std::vector<AnsweredRow>& rows) {
  std::string text;
  for (const AnsweredRow& row : rows)
    text += json{{"row", row.row},
                 {"question", row.question},
                 {"expected", row.expected},
                 {"base", json_of(row.base)},
                 {"tuned", json_of(row.tuned)}}
                .dump(-1, ' ', false, json::error_handler_t::replace) +
            "\n";
  return write_file_atomically(file, text);
}

Result<std::vector<AnsweredRow>> read_answers(const std::filesystem::path& file) {
  std::vector<AnsweredRow> rows;
  std::error_code failure;
  if (!std::filesystem::exists(file, failure)) return rows;
  LIFT_ASSIGN(const std::shared_ptr<const MappedFile> mapped, MappedFile::open(file));
  std::string_view text(reinterpret_cast<const char*>(mapped->bytes().data()), mapped->bytes().size());
  for (std::int64_t line = 1; !text.empty(); ++line) {
    const std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(row.size() + 1, text.size()));
    const Sentence subject = say("{}, line {}", file.string(), line);
    LIFT_ASSIGN(const json value, parse_json(row, subject));
    LIFT_RETURN_IF_ERROR(catch_exceptions(subject, [&]() -> Status {
      rows.push_back({value.at("row").get<std::int64_t>(), value.at("question").get<std::string>(),
                      value.at("expected").get<std::string>(), answer_of(value.at("base")),
                      answer_of(value.at("tuned"))});
      return {};
    }));
  }
  return rows;
}

}   // namespace lift
