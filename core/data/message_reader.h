#pragma once
// Messages of a conversation out of a field of a row: OpenAI's (role, content), ShareGPT's (from, value), parts of
// text, calls of tools in their present and their older form. Used by example_reader. Tensor-free. Thread: any. Private
// to core/data.
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/row_fields.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

struct MessageList {
  std::vector<ChatMessage> messages;
  std::vector<Example::OddField> odd;
};

// The list of messages in `field`, also as a text that holds such a list, or one message alone.
// Errors: Malformed, naming the message and the field: no list, no object, no role, a role that nobody knows, a content
// that is neither text nor parts of text (pictures, sound).
Result<MessageList> messages_of(const RowField& field, const std::string& path);
// Whether the field holds messages: a list of objects, or an object, with "role" or "from".
bool holds_messages(const RowField& field);

// Whether the message calls a tool.
bool calls_a_tool(const ChatMessage& message);
// Whether the row's author lets the message train: weight, loss_scale (0 or 1), train, training, loss (true or false).
// Errors: Malformed for a weight between, which no loss of ours knows.
Result<bool> trains_by_its_fields(const ChatMessage& message, const std::string& path);
bool is_training_field(std::string_view name);

}   // namespace lift
