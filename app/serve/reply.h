#pragma once
// The endpoint's replies as OpenAI's JSON. Tensor-free. Thread: any.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "app/serve/request.h"
#include "core/generate/generated_text.h"

namespace lift::serve {

// The fields that all parts of one answer share.
struct ReplyHead {
  Kind kind = Kind::Chat;
  std::string id;             // "chatcmpl-..."
  std::string model;          // as /v1/models lists it
  std::int64_t created = 0;   // seconds since 1970
};

ReplyHead new_head(Kind kind, const std::string& model);

nlohmann::json whole_reply(const ReplyHead& head, const GeneratedText& answer);
nlohmann::json first_chunk(const ReplyHead& head);   // for chats: the role
nlohmann::json text_chunk(const ReplyHead& head, std::string_view text);
nlohmann::json last_chunk(const ReplyHead& head, FinishReason finish);
nlohmann::json usage_chunk(const ReplyHead& head, const GeneratedText& answer);
nlohmann::json error_reply(const Error& error);
nlohmann::json model_list(const std::string& model, std::int64_t created);

int http_status(const Error& error);

}   // namespace lift::serve
