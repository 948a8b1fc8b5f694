#pragma once
// Finds the bytes of a rendered conversation to train on. Tensor-free. Private to core/tokenizer.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/tokenizer/chat_template_context.h"

namespace lift {

// A rendered conversation, and a function that renders only its beginning.
struct RenderedTurns {
  const jinja::Text& text;
  std::span<const ChatMessage> messages;
  const std::vector<MarkedText>& texts;
  const ChatRenderOptions& options;
  // Renders the first `count` messages; `prompt`: followed by the generation prompt.
  std::function<Result<jinja::Text>(std::size_t count, bool prompt)> beginning;
};

// Errors: Unsupported when the position of an answer can't be determined.
Result<std::vector<AnswerSpan>> find_answers(const RenderedTurns& turns, const std::string& subject);

// The contents of {% generation %} blocks.
std::vector<AnswerSpan> generation_spans(const RenderedTurns& turns);

// Message texts that the output lacks, wholly or partly. `mentions`: whether the template contains a word.
std::vector<UnusedText> unused_texts(const RenderedTurns& turns,
                                     const std::function<bool(const std::string&)>& mentions);

}   // namespace lift
