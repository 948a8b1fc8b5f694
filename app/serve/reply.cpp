#include "app/serve/reply.h"

#include <chrono>
#include <random>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lift::serve {

using nlohmann::json;

namespace {

json usage_of(const GeneratedText& answer) {
  const std::int64_t written = std::ssize(answer.ids);
  return {{"prompt_tokens", answer.prompt_tokens},
          {"completion_tokens", written},
          {"total_tokens", answer.prompt_tokens + written}};
}

std::string_view finish_word(FinishReason reason) {
  switch (reason) {
    case FinishReason::Length:
    case FinishReason::ContextFull: return "length";
    case FinishReason::EndToken:
    case FinishReason::StopText:
    case FinishReason::Cancelled: break;
  }
  return "stop";
}

json frame(const ReplyHead& head, std::string_view object, json choices) {
  return {{"id", head.id},
          {"object", object},
          {"created", head.created},
          {"model", head.model},
          {"choices", std::move(choices)}};
}

json chunk(const ReplyHead& head, json content, json finish) {
  json choice{{"index", 0}, {"finish_reason", std::move(finish)}, {"logprobs", nullptr}};
  choice[head.kind == Kind::Chat ? "delta" : "text"] = std::move(content);
  return frame(head, head.kind == Kind::Chat ? "chat.completion.chunk" : "text_completion",
               json::array({std::move(choice)}));
}

}   // namespace

ReplyHead new_head(Kind kind, const std::string& model) {
  std::random_device random;
  const std::uint64_t number = (static_cast<std::uint64_t>(random()) << 32) | random();
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {kind, fmt::format("{}-{:016x}", kind == Kind::Chat ? "chatcmpl" : "cmpl", number), model,
          std::chrono::duration_cast<std::chrono::seconds>(now).count()};
}

json whole_reply(const ReplyHead& head, const GeneratedText& answer) {
  json choice{{"index", 0}, {"finish_reason", finish_word(answer.finish)}, {"logprobs", nullptr}};
  if (head.kind == Kind::Chat) choice["message"] = {{"role", "assistant"}, {"content", answer.text}};
  else choice["text"] = answer.text;
  json reply =
      frame(head, head.kind == Kind::Chat ? "chat.completion" : "text_completion", json::array({std::move(choice)}));
  reply["usage"] = usage_of(answer);
  return reply;
}

json first_chunk(const ReplyHead& head) { return chunk(head, {{"role", "assistant"}, {"content", ""}}, nullptr); }

json text_chunk(const ReplyHead& head, std::string_view text) {
  return chunk(head, head.kind == Kind::Chat ? json{{"content", text}} : json(text), nullptr);
}

json last_chunk(const ReplyHead& head, FinishReason finish) {
  return chunk(head, head.kind == Kind::Chat ? json::object() : json(""), finish_word(finish));
}

json usage_chunk(const ReplyHead& head, const GeneratedText& answer) {
  json reply = frame(head, head.kind == Kind::Chat ? "chat.completion.chunk" : "text_completion", json::array());
  reply["usage"] = usage_of(answer);
  return reply;
}

json error_reply(const Error& error) {
  const int status = http_status(error);
  return {{"error",
           {{"message", error.sentence()},
            {"type", status == 401                   ? "authentication_error"
                     : status >= 400 && status < 500 ? "invalid_request_error"
                                                     : "server_error"},
            {"param", error.subject.text()},
            {"code", nullptr}}}};
}

json model_list(const std::string& model, std::int64_t created) {
  return {{"object", "list"},
          {"data", json::array({{{"id", model}, {"object", "model"}, {"created", created}, {"owned_by", "lift"}}})}};
}

int http_status(const Error& error) {
  switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Malformed:
    case ErrorCode::Unsupported:
    case ErrorCode::Mismatch: return 400;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::OutOfMemory:
    case ErrorCode::Cancelled: return 503;
    case ErrorCode::Io:
    case ErrorCode::NonFinite:
    case ErrorCode::Internal: break;
  }
  return 500;
}

}   // namespace lift::serve
