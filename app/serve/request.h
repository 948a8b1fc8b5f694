#pragma once
// A request to the endpoint: the JSON of OpenAI's chat and text completions as a value. Each parameter is used, has no
// effect on the answer ("user"), or is refused by name. Tensor-free. Thread: any.
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
  std::string model;           // empty: the model that is served
  Conversation conversation;   // for Chat
  std::string prompt;          // for Text
  SamplingConfig sampling;     // with a random seed if the request has none
  bool stream = false;
  bool usage_in_stream = false;   // adds a last chunk with the numbers of tokens
};

// `most_tokens`: the maximum for an answer if the request has none.
// Errors: Malformed (not JSON, a value of the wrong type), InvalidArgument (out of range), Unsupported (an unknown
// parameter that could change the answer). The subject is the parameter.
Result<Request> read_request(std::string_view body, Kind kind, std::int64_t most_tokens);

}   // namespace lift::serve
