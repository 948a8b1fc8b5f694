#pragma once
// The model's own chat template: Jinja2 as transformers 5 runs it, with limits (core/README.md lists what is refused),
// and which bytes of its output the model is to be trained on.
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

// A JSON object from a file, with its keys in file order; nullptr: none.
using ChatFields = std::shared_ptr<const nlohmann::ordered_json>;

struct ChatMessage {
  std::string role;   // as in the file: "system", "developer", "user", "assistant", "tool", ...
  std::string content;
  // The message's other fields exactly as in the file: reasoning_content, tool_calls, name, weight, ... A "content" in
  // here is one that is not text (a list of parts, null) and replaces `content`. "role" and "content" also mark the
  // position of these two among the fields.
  ChatFields fields = nullptr;
  bool without_content = false;   // the message in the file has no field "content"
};

// Bytes to train on, and the message that they belong to. A message can have several, in order.
struct AnswerSpan {
  ByteSpan bytes;
  std::size_t message = 0;   // index into the rendered messages
};

// Text of a message that the template did not write.
struct UnusedText {
  std::size_t message = 0;
  std::string field;     // "content", "reasoning_content", "name", ...
  bool partly = false;   // some of the field's text was written
};

struct RenderedChat {
  std::string text;
  // Bytes to train on: ascending, no overlap. For each assistant turn, what the template writes from the generation
  // prompt up to and including the end token; or the contents of {% generation %} blocks, if the template has them.
  std::vector<AnswerSpan> assistant;
  bool marked_by_template = false;   // `assistant` is from {% generation %} blocks, which may end before an end token
  std::vector<UnusedText> unused;    // message texts that the template does not write, or only partly
};

struct ChatRenderOptions {
  bool add_generation_prompt = false;
  std::string bos_token, eos_token;
  std::vector<std::string> end_tokens;   // texts of other tokens than eos_token that end a turn: "<|im_end|>", ...
  std::vector<std::pair<std::string, std::string>> special_tokens;   // others by name: {"pad_token", "<pad>"}, ...
  // Other variables for the template: tools, documents, the entries of chat_template_kwargs. Absent ones are none
  // (tools, documents) or undefined (all others), as in transformers.
  ChatFields variables = nullptr;
  // The time for strftime_now: "2026-11-30" or "2026-11-30T14:05:00"; empty: the present time.
  std::string date;
};

class ChatTemplate {
 public:
  // Errors: Malformed when it is not Jinja, Unsupported for constructs that are not implemented; both with the line.
  static Result<ChatTemplate> parse(const std::string& source, const std::string& subject);
  // Errors: InvalidArgument when the template refuses the conversation (with its own message) or does what Python
  // refuses; Unsupported for what is not implemented; Malformed when it exceeds the limits.
  Result<RenderedChat> render(const std::vector<ChatMessage>& messages, const ChatRenderOptions& options) const;
  // Renders any context; for tests and tools.
  Result<std::string> render_json(const nlohmann::ordered_json& context) const;
  const std::string& source() const;
  // Whether the template contains this word as a variable, an attribute or a string literal.
  bool mentions(std::string_view name) const;

 private:
  struct Program;
  std::shared_ptr<const Program> program_;
};

}   // namespace lift
