#pragma once
// The variables that a template gets, as in transformers 5: messages without their null fields, reasoning under all its
// usual names, tools and documents, every special token by name. Tensor-free. Private to core/tokenizer.
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/jinja/program.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

// A text of a message, whose mark the template engine carries to the output.
struct MarkedText {
  std::size_t message = 0;
  std::string field;
  std::string bytes;
};

struct TemplateContext {
  std::vector<jinja::Value> messages;   // each knows the index of its message
  std::vector<MarkedText> texts;        // Mark::from of content marks is an index into it
  std::vector<std::pair<std::string, jinja::Value>> variables;

  // For the first `count` messages; `prompt`: the value of add_generation_prompt.
  jinja::Globals globals(std::size_t count, bool prompt, const std::string& date) const;
};

TemplateContext template_context(std::span<const ChatMessage> messages, const ChatRenderOptions& options);

}   // namespace lift
