#pragma once
// What a program asks of the endpoint: the JSON of OpenAI's chat and text completions as a value. A parameter is used,
// without effect by its nature ("user"), or refused by its name; none is passed over. Tensor-free. Thread: any.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/data/conversation.h"
#include "core/generate/sampling_config.h"

namespace lift::serve {

enum class Kind : std::uint8_t { Chat, Text };   // /v1/chat/completions, /v1/completions

struct Request {
  Kind kind = Kind::Chat;
  std::string model;           // empty: whichever is served
  Conversation conversation;   // of a chat
  std::string prompt;          // of a text
  SamplingConfig sampling;     // the seed is drawn where the request names none
  bool stream = false;
  bool usage_in_stream = false;   // a last chunk with the numbers of tokens
};

// `most_tokens`: of an answer, where the request does not say.
// Errors: Malformed (no JSON, a value of another type), InvalidArgument (out of range), Unsupported (a parameter that
// would change the answer and is not known here). The subject is the parameter.
Result<Request> read_request(std::string_view body, Kind kind, std::int64_t most_tokens);

}   // namespace lift::serve
