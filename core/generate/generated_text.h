#pragma once
// A generated answer as a value. Made by text_generator, shown by the window and the command line. Tensor-free.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/tokenizer/tokenizer.h"

namespace lift {

enum class FinishReason : std::uint8_t { EndToken, StopText, Length, ContextFull, Cancelled };
std::string_view name_of(FinishReason reason);   // "end token", "stop text", "length", "context full", "cancelled"

struct GeneratedText {
  std::string text;           // without the end token and the stop text
  std::vector<TokenId> ids;   // what was generated, including the end token
  FinishReason finish = FinishReason::EndToken;
  std::int64_t prompt_tokens = 0;
  double seconds = 0;   // of decoding, without the prompt's forward pass
  double prompt_seconds = 0;

  double tokens_per_second() const { return seconds > 0 ? static_cast<double>(ids.size()) / seconds : 0; }
};

}   // namespace lift
