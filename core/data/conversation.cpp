#include "core/data/conversation.h"

#include "core/base/say.h"
#include "core/data/message_reader.h"
#include "core/data/row_variables.h"

namespace lift {

Result<Conversation> conversation_of(std::string_view object) {
  LIFT_ASSIGN(const RowFields fields, fields_of_object(object));
  const RowField* messages = find_field(fields, "messages");
  if (!messages || is_null(*messages))
    return make_error(ErrorCode::Malformed, say("messages"), say("expected a list of messages, found nothing"));
  LIFT_ASSIGN(MessageList list, messages_of(*messages, "messages"));
  if (list.messages.empty())
    return make_error(ErrorCode::Malformed, say("messages"), say("expected at least one message, found none"));
  if (!list.odd.empty())
    return make_error(ErrorCode::Malformed, Sentence::verbatim(list.odd.front().name), list.odd.front().reason);
  Conversation conversation;
  conversation.messages = std::move(list.messages);
  LIFT_ASSIGN(conversation.variables, variables_of(fields, {{"chat_template_kwargs", "chat_template_kwargs"},
                                                            {"functions", "functions"},
                                                            {"tools", "tools"},
                                                            {"documents", "documents"}}));
  return conversation;
}

}   // namespace lift
