#pragma once
// Which bytes of a rendered conversation a model should learn. Tensor-free. Private to core/tokenizer.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/tokenizer/chat_template_context.h"

namespace lift {

// A conversation as rendered, and how to render its beginning alone.
struct RenderedTurns {
  const jinja::Text& text;
  std::span<const ChatMessage> messages;
  const std::vector<MarkedText>& texts;
  const ChatRenderOptions& options;
  // The first `count` messages; `prompt`: with the generation prompt.
  std::function<Result<jinja::Text>(std::size_t count, bool prompt)> beginning;
};

// Errors: Unsupported when nothing tells where an answer is.
Result<std::vector<AnswerSpan>> find_answers(const RenderedTurns& turns, const std::string& subject);

// What {% generation %} encloses.
std::vector<AnswerSpan> generation_spans(const RenderedTurns& turns);

// Texts of messages that are not in the rendered one, or only partly. `mentions`: whether the template says a name.
std::vector<UnusedText> unused_texts(const RenderedTurns& turns,
                                     const std::function<bool(const std::string&)>& mentions);

}   // namespace lift
