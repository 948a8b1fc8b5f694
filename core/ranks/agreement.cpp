#include "core/ranks/agreement.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/sentence_json.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr const char* kOk = "+";   // of a text from the first: what follows is the value

json json_of(const Sentence& sentence) {
  const auto parts = parts_of(sentence);
  return {{"text", sentence.text()}, {"parts", parts ? *parts : json(nullptr)}};
}

Sentence sentence_of(const json& value) {
  return sentence_of_parts(&value.at("parts"), value.at("text").get<std::string>());
}

}   // namespace

std::string to_text(const Error& error) {
  return json{{"code", static_cast<int>(error.code)},
              {"subject", json_of(error.subject)},
              {"message", json_of(error.message)},
              {"context", json_of(error.context)}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

Error error_of_text(const std::string& text, std::int64_t rank, std::int64_t size) {
  const json value = json::parse(text, nullptr, false);
  const Sentence who = say("process {} of {}", rank + 1, size);
  try {
    const Sentence subject = sentence_of(value.at("subject"));
    return make_error(static_cast<ErrorCode>(value.at("code").get<int>()), say("{}: {}", who, subject),
                      sentence_of(value.at("message")), sentence_of(value.at("context")));
  } catch (const json::exception&) {
    return make_error(ErrorCode::Internal, who, say("expected an error's parts, found {}", text.substr(0, 80)));
  }
}

Status agree(Ranks& ranks, const Status& own, RankWait wait) {
  auto told = ranks.gather(own.ok() ? std::string() : to_text(own.error()), wait);
  if (!own.ok()) return own;
  if (!told.ok()) return std::move(told).error();
  for (std::size_t rank = 0; rank < told->size(); ++rank)
    if (!(*told)[rank].empty()) return error_of_text((*told)[rank], static_cast<std::int64_t>(rank), ranks.size());
  return {};
}

Result<std::string> from_first(Ranks& ranks, const std::function<Result<std::string>()>& make) {
  if (ranks.is_first()) {
    Result<std::string> made = make();
    auto told = ranks.gather(made.ok() ? kOk + *made : to_text(made.error()), RankWait::Unit);
    if (made.ok() && !told.ok()) return std::move(told).error();
    return made;
  }
  LIFT_ASSIGN(const std::vector<std::string> told, ranks.gather({}, RankWait::Unit));
  if (told.front().starts_with(kOk)) return told.front().substr(1);
  return error_of_text(told.front(), 0, ranks.size());
}

Status expect_equal(Ranks& ranks, const std::string& value, const Sentence& what) {
  LIFT_ASSIGN(const std::vector<std::string> values, ranks.gather(value, RankWait::Step));
  for (std::size_t rank = 1; rank < values.size(); ++rank)
    if (values[rank] != values.front())
      return make_error(ErrorCode::Mismatch, say("process {} of {}", rank + 1, ranks.size()),
                        say("expected {} of the first process, {}..., found {}...", what, values.front().substr(0, 12),
                            values[rank].substr(0, 12)),
                        say("The processes must run the same program on the same kind of processor"));
  return {};
}

}   // namespace lift
