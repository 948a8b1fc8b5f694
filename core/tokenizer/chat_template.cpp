#include "core/tokenizer/chat_template.h"

#include <algorithm>
#include <optional>
#include <span>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/jinja/program.h"

namespace lift {

namespace {

constexpr std::size_t largest_template = 1 << 20;

using jinja::Dict;
using jinja::List;
using jinja::Origin;
using jinja::Text;
using jinja::Value;

Text message_text(const std::string& content, std::size_t index) {
  Text text{content, {}};
  if (!content.empty())
    text.origins.push_back({{0, static_cast<std::uint32_t>(content.size())}, static_cast<std::int32_t>(index)});
  return text;
}

Dict context_of(std::span<const ChatMessage> messages, const ChatRenderOptions& options, bool generation_prompt) {
  List list;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    Dict message;
    message.emplace_back("role", Value::of(messages[i].role));
    message.emplace_back("content", Value::of(message_text(messages[i].content, i)));
    list.push_back(Value::of(std::move(message)));
  }
  Dict context;
  context.emplace_back("messages", Value::of(std::move(list)));
  context.emplace_back("add_generation_prompt", Value::of(generation_prompt));
  context.emplace_back("bos_token", Value::of(options.bos_token));
  context.emplace_back("eos_token", Value::of(options.eos_token));
  return context;
}

// The place behind the first end token in [begin, end) of the text; nothing when there is none.
std::optional<std::uint32_t> end_token_in(const std::string& text, std::uint32_t begin, std::uint32_t end,
                                          const ChatRenderOptions& options) {
  const std::string_view gap = std::string_view(text).substr(begin, end - begin);
  std::size_t first = std::string_view::npos, length = 0;
  const auto look_for = [&](const std::string& token) {
    const std::size_t at = token.empty() ? std::string_view::npos : gap.find(token);
    if (at == std::string_view::npos || at > first || (at == first && token.size() <= length)) return;
    first = at;
    length = token.size();
  };
  look_for(options.eos_token);
  std::ranges::for_each(options.end_tokens, look_for);
  if (first == std::string_view::npos) return std::nullopt;
  return begin + static_cast<std::uint32_t>(first + length);
}

// Where each assistant message's text lies, by the marks that its bytes carried through the template.
std::vector<ByteSpan> marked_spans(const Text& text, std::span<const ChatMessage> messages,
                                   const ChatRenderOptions& options) {
  std::vector<ByteSpan> spans;
  const auto size = static_cast<std::uint32_t>(text.bytes.size());
  for (std::size_t i = 0; i < text.origins.size(); ++i) {
    const Origin& origin = text.origins[i];
    if (messages[static_cast<std::size_t>(origin.message)].role != "assistant") continue;
    const std::uint32_t next = i + 1 < text.origins.size() ? text.origins[i + 1].span.begin : size;
    const auto end = end_token_in(text.bytes, origin.span.end, next, options);
    spans.push_back({origin.span.begin, end.value_or(origin.span.end)});
  }
  return spans;
}

bool every_answer_is_marked(const Text& text, std::span<const ChatMessage> messages) {
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const bool answers = messages[i].role == "assistant" && !messages[i].content.empty();
    const auto marks = [i](const Origin& origin) { return origin.message == static_cast<std::int32_t>(i); };
    if (answers && std::ranges::none_of(text.origins, marks)) return false;
  }
  return true;
}

}   // namespace

struct ChatTemplate::Program {
  std::string source;
  std::string subject;
  jinja::NodePtr root;

  Result<Text> run(std::span<const ChatMessage> messages, const ChatRenderOptions& options, bool prompt) const {
    return jinja::run_program(*root, context_of(messages, options, prompt), subject);
  }

  // An answer is what a conversation with it has more than the same one waiting for it.
  Result<std::vector<ByteSpan>> spans_by_difference(const std::string& whole, std::span<const ChatMessage> messages,
                                                    const ChatRenderOptions& options) const {
    std::vector<ByteSpan> spans;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      if (messages[i].role != "assistant") continue;
      LIFT_ASSIGN(const Text before, run(messages.first(i), options, true));
      LIFT_ASSIGN(const Text after, run(messages.first(i + 1), options, false));
      if (!after.bytes.starts_with(before.bytes) || !whole.starts_with(after.bytes))
        return make_error(ErrorCode::Unsupported, subject,
                          say("expected message {} to add its text behind the ones before it, found that the "
                              "template changes earlier text",
                              i + 1),
                          say("Choose the prompt format alpaca or plain"));
      const auto begin = static_cast<std::uint32_t>(before.bytes.size());
      const auto size = static_cast<std::uint32_t>(after.bytes.size());
      spans.push_back({begin, end_token_in(whole, begin, size, options).value_or(size)});
    }
    return spans;
  }
};

Result<ChatTemplate> ChatTemplate::parse(const std::string& source, const std::string& subject) {
  if (source.size() > largest_template)
    return make_error(ErrorCode::Malformed, subject,
                      say("expected a template of at most {} bytes, found {}", largest_template, source.size()));
  return catch_exceptions(subject, [&]() -> Result<ChatTemplate> {
    auto program = std::make_shared<Program>();
    program->source = source;
    program->subject = subject;
    LIFT_ASSIGN(program->root, jinja::parse_program(source, program->subject));
    ChatTemplate made;
    made.program_ = std::move(program);
    return made;
  });
}

Result<RenderedChat> ChatTemplate::render(const std::vector<ChatMessage>& messages,
                                          const ChatRenderOptions& options) const {
  return catch_exceptions(program_->subject, [&]() -> Result<RenderedChat> {
    LIFT_ASSIGN(Text text, program_->run(messages, options, options.add_generation_prompt));
    RenderedChat chat;
    if (every_answer_is_marked(text, messages)) {
      chat.assistant = marked_spans(text, messages, options);
    } else {
      LIFT_ASSIGN(chat.assistant, program_->spans_by_difference(text.bytes, messages, options));
    }
    chat.text = std::move(text.bytes);
    return chat;
  });
}

Result<std::string> ChatTemplate::render_json(const nlohmann::json& context) const {
  return catch_exceptions(program_->subject, [&]() -> Result<std::string> {
    Dict globals;
    for (const auto& [name, value] : context.items()) globals.emplace_back(name, Value::of(value));
    LIFT_ASSIGN(Text text, jinja::run_program(*program_->root, std::move(globals), program_->subject));
    return std::move(text.bytes);
  });
}

const std::string& ChatTemplate::source() const { return program_->source; }

}   // namespace lift
