#pragma once
// The model's own chat template: Jinja2 as transformers 5 runs it, bounded (core/README.md says what is refused, always
// with the construct and its line), and which bytes of what it writes a model should learn.
// Used by data/ and generate/. Tensor-free. Thread: const calls from any thread.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/byte_span.h"
#include "core/base/result.h"

namespace lift {

// An object of other people's fields, shared and in its file's order; null: none.
using ChatFields = std::shared_ptr<const nlohmann::ordered_json>;

struct ChatMessage {
  std::string role;   // as the file writes it: "system", "developer", "user", "assistant", "tool", ...
  std::string content;
  // Every other field of the message exactly as its file has it: reasoning_content, tool_calls, name, weight, ... A
  // field "content" in here is a content that is no text (a list of parts, null) and takes the place of `content`.
  // "role" and "content" in here also say at which place of the message they stand.
  ChatFields fields = nullptr;
  bool without_content = false;   // the file's message has no field "content" at all
};

// Bytes to learn, and which message they answer for. A message may have several, in order.
struct AnswerSpan {
  ByteSpan bytes;
  std::size_t message = 0;   // index into the messages that were rendered
};

// What of a message did not reach the text.
struct UnusedText {
  std::size_t message = 0;
  std::string field;     // "content", "reasoning_content", "name", ...
  bool partly = false;   // some of its text is there
};

struct RenderedChat {
  std::string text;
  // What a model should learn: ascending, without overlap. What the template writes between the generation prompt and
  // the end token of each assistant turn, that token included; or what {% generation %} encloses, where it is there.
  std::vector<AnswerSpan> assistant;
  bool marked_by_template = false;   // `assistant` is what {% generation %} encloses, which need not end a turn
  std::vector<UnusedText> unused;    // texts of messages that the template does not write, or only partly
};

struct ChatRenderOptions {
  bool add_generation_prompt = false;
  std::string bos_token, eos_token;
  std::vector<std::string> end_tokens;   // besides eos_token, the texts of tokens that end a turn: "<|im_end|>", ...
  std::vector<std::pair<std::string, std::string>> special_tokens;   // others by name: {"pad_token", "<pad>"}, ...
  // More variables of the template by name: tools, documents, the entries of chat_template_kwargs. Those that are
  // absent are none (tools, documents) or undefined, as in transformers.
  ChatFields variables = nullptr;
  // What strftime_now prints: "2026-11-30" or "2026-11-30T14:05:00"; empty: the clock's.
  std::string date;
};

class ChatTemplate {
 public:
  // Errors: Malformed for what is not Jinja, Unsupported for what we lack; both name the line.
  static Result<ChatTemplate> parse(const std::string& source, const std::string& subject);
  // Errors: InvalidArgument when the template refuses the conversation, in its own words, or does with it what Python
  // refuses; Unsupported for what we lack; Malformed when it runs too long.
  Result<RenderedChat> render(const std::vector<ChatMessage>& messages, const ChatRenderOptions& options) const;
  // For goldens and tools: any context.
  Result<std::string> render_json(const nlohmann::ordered_json& context) const;
  const std::string& source() const;
  // Whether the template says this name anywhere: of a variable, of an attribute, or as a text.
  bool mentions(std::string_view name) const;

 private:
  struct Program;
  std::shared_ptr<const Program> program_;
};

}   // namespace lift
