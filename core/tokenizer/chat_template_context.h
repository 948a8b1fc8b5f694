#pragma once
// What a template is given, as transformers 5 gives it: messages without their empty fields, reasoning under its
// several names, tools and documents, every special token by name. Tensor-free. Private to core/tokenizer.
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/jinja/program.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

// A text of a message that keeps its mark through the template.
struct MarkedText {
  std::size_t message = 0;
  std::string field;
  std::string bytes;
};

struct TemplateContext {
  std::vector<jinja::Value> messages;   // each knows its turn
  std::vector<MarkedText> texts;        // what the marks of content number
  std::vector<std::pair<std::string, jinja::Value>> variables;

  // The first `count` messages; `prompt`: add_generation_prompt.
  jinja::Globals globals(std::size_t count, bool prompt, const std::string& date) const;
};

TemplateContext template_context(std::span<const ChatMessage> messages, const ChatRenderOptions& options);

}   // namespace lift
