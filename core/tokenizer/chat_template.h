#pragma once
// The model's own chat template: a bounded subset of Jinja2 (what the Llama, SmolLM2 and Mistral templates use, and the
// common filters and tests). A template that needs more is refused with the construct and its line.
// Used by data/ and generate/. Tensor-free. Thread: const calls from any thread.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/byte_span.h"
#include "core/base/result.h"

namespace lift {

struct ChatMessage {
  std::string role;   // "system", "user", "assistant", "tool"
  std::string content;
};

struct RenderedChat {
  std::string text;
  // The bytes of `text` that an assistant message's content put there, together with the end-of-turn text that
  // follows it up to and including the end token: what a model should learn.
  std::vector<ByteSpan> assistant;
};

struct ChatRenderOptions {
  bool add_generation_prompt = false;
  std::string bos_token, eos_token;
  std::vector<std::string> end_tokens;   // besides eos_token, the texts of tokens that end a turn: "<|im_end|>", ...
};

class ChatTemplate {
 public:
  static Result<ChatTemplate> parse(const std::string& source, const std::string& subject);
  Result<RenderedChat> render(const std::vector<ChatMessage>& messages, const ChatRenderOptions& options) const;
  // For goldens and tools: any context.
  Result<std::string> render_json(const nlohmann::json& context) const;
  const std::string& source() const;

 private:
  struct Program;
  std::shared_ptr<const Program> program_;
};

}   // namespace lift
