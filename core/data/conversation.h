#pragma once
// A conversation that another program sends, by the rules by which rows of files are read: roles as they are written,
// parts of text, calls of tools, tools and documents. Used by app/serve. Tensor-free. Thread: any.
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

struct Conversation {
  std::vector<ChatMessage> messages;
  ChatFields variables = nullptr;   // tools, documents, the entries of chat_template_kwargs; null: none
};

// From a JSON object with "messages" and, optionally, "tools", "functions", "documents", "chat_template_kwargs"; other
// fields are the caller's. Errors: Malformed, naming field, what was expected and found.
Result<Conversation> conversation_of(std::string_view object);

}   // namespace lift
