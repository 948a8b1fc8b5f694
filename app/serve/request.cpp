#include "app/serve/request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <random>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"

namespace lift::serve {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestBody = 16 << 20;
constexpr std::size_t kMostStopTexts = 16;

// They say who asks and how answers are kept, not what the answer is.
constexpr std::array<std::string_view, 8> kWithoutEffect{
    "user",        "metadata", "store", "service_tier", "safety_identifier", "prompt_cache_key", "parallel_tool_calls",
    "cache_prompt"};

// Known and not computed here: taken with the value that changes nothing, refused with any other.
bool is_neutral(std::string_view name, const json& value) {
  if (name == "n" || name == "best_of") return value == 1;
  if (name == "presence_penalty" || name == "frequency_penalty" || name == "top_logprobs") return value == 0;
  if (name == "logit_bias") return value.is_object() && value.empty();
  if (name == "logprobs" || name == "echo") return value == false;
  if (name == "suffix") return value == "";
  if (name == "tool_choice") return value == "auto";
  if (name == "response_format") return value.is_object() && value.value("type", "") == "text";
  if (name == "modalities") return value == json::array({"text"});
  return false;
}

class Reader {
 public:
  explicit Reader(const json& object) : object_(object) {}

  Error refuse(std::string_view name, ErrorCode code, Sentence expected) const {
    return make_error(code, Sentence::verbatim(std::string(name)),
                      say("expected {}, found {}", std::move(expected),
                          Sentence::verbatim(object_.at(name).dump(-1, ' ', false, json::error_handler_t::replace))));
  }

  Status number(std::string_view name, double low, double high, double& value) {
    const json* found = take(name);
    if (!found) return {};
    const Sentence expected = say("a number from {} to {}", low, high);
    if (!found->is_number()) return refuse(name, ErrorCode::Malformed, expected);
    const auto given = found->get<double>();
    if (!(given >= low && given <= high)) return refuse(name, ErrorCode::InvalidArgument, expected);
    value = given;
    return {};
  }
  Status integer(std::string_view name, std::int64_t low, std::int64_t& value) {
    const json* found = take(name);
    if (!found) return {};
    const Sentence expected = say("a whole number of at least {}", low);
    const bool too_large = found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX;
    if (!found->is_number_integer() || too_large) return refuse(name, ErrorCode::Malformed, expected);
    if (found->get<std::int64_t>() < low) return refuse(name, ErrorCode::InvalidArgument, expected);
    value = found->get<std::int64_t>();
    return {};
  }
  Status flag(std::string_view name, bool& value) {
    const json* found = take(name);
    if (!found) return {};
    if (!found->is_boolean()) return refuse(name, ErrorCode::Malformed, say("true or false"));
    value = found->get<bool>();
    return {};
  }
  Status text(std::string_view name, std::string& value) {
    const json* found = take(name);
    if (!found) return {};
    if (!found->is_string()) return refuse(name, ErrorCode::Malformed, say("a text"));
    value = found->get<std::string>();
    return {};
  }
  Status texts(std::string_view name, std::vector<std::string>& values) {
    const json* found = take(name);
    if (!found) return {};
    if (found->is_string()) {
      values = {found->get<std::string>()};
      return {};
    }
    const bool good = found->is_array() && found->size() <= kMostStopTexts &&
                      std::ranges::all_of(*found, [](const json& item) { return item.is_string(); });
    if (!good) return refuse(name, ErrorCode::Malformed, say("a text or a list of at most {} texts", kMostStopTexts));
    values = found->get<std::vector<std::string>>();
    return {};
  }
  // The parameter, not null; it counts as read.
  const json* take(std::string_view name) {
    read_.emplace_back(name);
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  // Every parameter that nobody has read.
  Status rest() const {
    for (const auto& [name, value] : object_.items()) {
      if (value.is_null() || std::ranges::find(read_, name) != read_.end()) continue;
      if (std::ranges::find(kWithoutEffect, name) != kWithoutEffect.end() || is_neutral(name, value)) continue;
      Error error = make_error(ErrorCode::Unsupported, Sentence::verbatim(name),
                               say("this parameter is not known here, or not with this value"));
      error.context = say("Leave it out: the answer would not be what it asks for");
      return error;
    }
    return {};
  }

 private:
  const json& object_;
  std::vector<std::string_view> read_;
};

Status read_sampling(Reader& reader, SamplingConfig& sampling) {
  sampling.temperature = 1;   // as OpenAI's
  LIFT_RETURN_IF_ERROR(reader.number("temperature", 0, 2, sampling.temperature));
  LIFT_RETURN_IF_ERROR(reader.number("top_p", 0, 1, sampling.top_p));
  LIFT_RETURN_IF_ERROR(reader.number("min_p", 0, 1, sampling.min_p));
  LIFT_RETURN_IF_ERROR(reader.integer("top_k", 0, sampling.top_k));
  for (const std::string_view name : {"repeat_penalty", "repetition_penalty"})
    LIFT_RETURN_IF_ERROR(reader.number(name, 0.01, 10, sampling.repetition_penalty));
  for (const std::string_view name : {"max_tokens", "max_completion_tokens"})
    LIFT_RETURN_IF_ERROR(reader.integer(name, 1, sampling.max_new_tokens));
  LIFT_RETURN_IF_ERROR(reader.texts("stop", sampling.stop));
  std::erase(sampling.stop, std::string());
  std::int64_t seed = std::random_device()();
  LIFT_RETURN_IF_ERROR(reader.integer("seed", 0, seed));
  sampling.seed = static_cast<std::uint64_t>(seed);
  return sampling.validate();
}

Status read_stream(Reader& reader, Request& request) {
  LIFT_RETURN_IF_ERROR(reader.flag("stream", request.stream));
  const json* options = reader.take("stream_options");
  if (!options) return {};
  if (!options->is_object()) return reader.refuse("stream_options", ErrorCode::Malformed, say("an object"));
  Reader inner(*options);
  LIFT_RETURN_IF_ERROR(inner.flag("include_usage", request.usage_in_stream));
  return inner.rest();
}

}   // namespace

Result<Request> read_request(std::string_view body, Kind kind, std::int64_t most_tokens) {
  LIFT_ASSIGN(const json object, parse_json(body, say("body"), {.bytes = kLargestBody}));
  if (!object.is_object())
    return make_error(ErrorCode::Malformed, say("body"), say("expected an object, found {}", json_kind(object)));
  Reader reader(object);
  Request request;
  request.kind = kind;
  request.sampling.max_new_tokens = most_tokens;
  LIFT_RETURN_IF_ERROR(reader.text("model", request.model));
  LIFT_RETURN_IF_ERROR(read_sampling(reader, request.sampling));
  LIFT_RETURN_IF_ERROR(read_stream(reader, request));
  if (kind == Kind::Chat) {
    for (const std::string_view name : {"messages", "tools", "functions", "documents", "chat_template_kwargs"})
      reader.take(name);
    LIFT_ASSIGN(request.conversation, conversation_of(body));
  } else {
    const json* prompt = reader.take("prompt");
    if (!prompt) return make_error(ErrorCode::Malformed, say("prompt"), say("expected a text, found nothing"));
    // A list of one text is what several clients send.
    const json& text = prompt->is_array() && prompt->size() == 1 ? prompt->front() : *prompt;
    if (!text.is_string()) return reader.refuse("prompt", ErrorCode::Malformed, say("one text"));
    request.prompt = text.get<std::string>();
  }
  LIFT_RETURN_IF_ERROR(reader.rest());
  return request;
}

}   // namespace lift::serve
