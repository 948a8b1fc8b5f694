#include "core/data/prompt_template.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::string_view kAlpacaWithInput =
    "Below is an instruction that describes a task, paired with an input that provides further context. Write a "
    "response that appropriately completes the request.";
constexpr std::string_view kAlpacaAlone =
    "Below is an instruction that describes a task. Write a response that appropriately completes the request.";

// Writes text and remembers which of it is an answer.
class Writer {
 public:
  void text(std::string_view more) { chat_.text += more; }
  void answer(std::string_view content, std::string_view end_token, std::size_t message) {
    const auto begin = static_cast<std::uint32_t>(chat_.text.size());
    (chat_.text += content) += end_token;
    chat_.assistant.push_back({{begin, static_cast<std::uint32_t>(chat_.text.size())}, message});
  }
  RenderedChat take() { return std::move(chat_); }

 private:
  RenderedChat chat_;
};

// Chat templates know no "input": it follows the last instruction, a blank line between.
std::vector<ChatMessage> with_input(std::vector<ChatMessage> messages, const std::string& input) {
  if (input.empty()) return messages;
  const auto last =
      std::find_if(messages.rbegin(), messages.rend(), [](const ChatMessage& m) { return m.role == "user"; });
  if (last != messages.rend()) last->content += "\n\n" + input;
  return messages;
}

// What OpenAI's newer files call a developer's message stands where others have the system's.
bool instructs(const ChatMessage& message) { return message.role == "system" || message.role == "developer"; }

std::string all_instructions(const std::vector<ChatMessage>& messages) {
  std::string all;
  for (const ChatMessage& message : messages)
    if (instructs(message)) all += (all.empty() ? "" : "\n\n") + message.content;
  return all;
}

bool has_tools(const ChatFields& variables) {
  if (!variables) return false;
  const auto tools = variables->find("tools");
  return tools != variables->end() && !tools->is_null();
}

Result<ChatTemplate> parsed_template(const std::string& source, const std::string& subject) {
  auto parsed = ChatTemplate::parse(source, subject);
  if (parsed.ok()) return parsed;
  Error error = std::move(parsed).error();
  error.context = say("Choose the prompt format alpaca or plain, or mend the template");
  return error;
}

std::size_t last_user(const std::vector<ChatMessage>& messages) {
  for (std::size_t i = messages.size(); i > 0; --i)
    if (messages[i - 1].role == "user") return i - 1;
  return messages.size();
}

}   // namespace

Result<PromptTemplate> PromptTemplate::make(const PromptFormat& format, const Tokenizer& tokenizer,
                                            const std::optional<std::string>& chat_template,
                                            const std::string& subject) {
  PromptTemplate made;
  made.name_ = format.name;
  made.system_prompt_ = format.system_prompt;
  made.options_.date = format.date;
  const SpecialTokens& special = tokenizer.special_tokens();
  if (special.bos) made.options_.bos_token = tokenizer.piece_bytes(*special.bos);
  if (special.eos) made.options_.eos_token = tokenizer.piece_bytes(*special.eos);
  for (const TokenId id : special.end_of_generation) made.options_.end_tokens.push_back(tokenizer.piece_bytes(id));
  if (made.options_.end_tokens.empty())
    return make_error(ErrorCode::InvalidArgument, subject,
                      say("expected a token that ends an answer (eos), found none in the tokenizer's files"));
  if (special.pad) made.options_.special_tokens.emplace_back("pad_token", tokenizer.piece_bytes(*special.pad));
  if (special.unknown) made.options_.special_tokens.emplace_back("unk_token", tokenizer.piece_bytes(*special.unknown));
  std::ranges::copy(format.special_tokens, std::back_inserter(made.options_.special_tokens));
  made.end_token_ = special.eos ? made.options_.eos_token : made.options_.end_tokens.front();

  if (format.name == "chat" && !chat_template)
    return make_error(ErrorCode::InvalidArgument, subject, say("expected a chat template in the model, found none"),
                      say("Choose the prompt format alpaca or plain"));
  if (chat_template && (format.name == "chat" || format.name == "auto")) {
    LIFT_ASSIGN(made.chat_, parsed_template(*chat_template, subject + ", chat template"));
    if (format.tool_template) {
      LIFT_ASSIGN(made.chat_with_tools_, parsed_template(*format.tool_template, subject + ", chat template tool_use"));
    }
  }
  if (made.chat_) made.template_ = *chat_template;
  if (made.chat_with_tools_) made.tool_template_ = *format.tool_template;
  if (made.chat_) made.name_ = "chat";
  else if (format.name == "auto") made.name_ = "alpaca";
  return made;
}

bool PromptTemplate::asks_for_date() const {
  return std::ranges::any_of(std::array{&chat_, &chat_with_tools_},
                             [](const auto* chat) { return *chat && (*chat)->mentions("strftime_now"); });
}

Fingerprint PromptTemplate::fingerprint() const {
  Fingerprinter all;
  const auto add = [&](const std::string& text) {
    all.add(std::to_string(text.size()) + ":");
    all.add(text);
  };
  for (const std::string* text :
       {&name_, &system_prompt_, &end_token_, &template_, &tool_template_, &options_.bos_token, &options_.eos_token})
    add(*text);
  add(asks_for_date() ? options_.date : std::string());
  for (const std::string& token : options_.end_tokens) add(token);
  for (const auto& [name, token] : options_.special_tokens) add(name), add(token);
  return all.finish();
}

const ChatTemplate& PromptTemplate::template_for(const ChatFields& variables) const {
  return chat_with_tools_ && has_tools(variables) ? *chat_with_tools_ : *chat_;
}

std::vector<ChatMessage> PromptTemplate::complete(const std::vector<ChatMessage>& messages) const {
  const bool has_system = std::ranges::any_of(messages, instructs);
  if (has_system || system_prompt_.empty()) return messages;
  std::vector<ChatMessage> all{{"system", system_prompt_}};
  all.insert(all.end(), messages.begin(), messages.end());
  return all;
}

Result<RenderedChat> PromptTemplate::render_all(const std::vector<ChatMessage>& messages,
                                                const Example& example) const {
  if (chat_) {
    ChatRenderOptions options = options_;
    options.variables = example.variables;
    return template_for(example.variables).render(with_input(messages, example.input), options);
  }
  return name_ == "plain" ? render_plain(messages, example.input, false)
                          : render_alpaca(messages, example.input, false);
}

Result<RenderedChat> PromptTemplate::render(const Example& example) const {
  const std::vector<ChatMessage> messages = complete(example.messages);
  LIFT_ASSIGN(RenderedChat chat, render_all(messages, example));
  // The caller knows its own messages only, not a system message of ours in front.
  const std::size_t added = messages.size() - example.messages.size();
  for (AnswerSpan& answer : chat.assistant) answer.message -= added;
  if (added > 0) std::erase_if(chat.unused, [](const UnusedText& text) { return text.message == 0; });
  for (UnusedText& text : chat.unused) text.message -= added;
  return chat;
}

Result<std::string> PromptTemplate::render_prompt(const std::vector<ChatMessage>& given,
                                                  const ChatFields& variables) const {
  const std::vector<ChatMessage> messages = complete(given);
  if (!chat_) return (name_ == "plain" ? render_plain(messages, "", true) : render_alpaca(messages, "", true)).text;
  ChatRenderOptions options = options_;
  options.add_generation_prompt = true;
  options.variables = variables;
  LIFT_ASSIGN(RenderedChat chat, template_for(variables).render(messages, options));
  return std::move(chat.text);
}

RenderedChat PromptTemplate::render_alpaca(const std::vector<ChatMessage>& messages, const std::string& input,
                                           bool prompt) const {
  Writer writer;
  const std::string instructions = all_instructions(messages);
  writer.text(!instructions.empty() ? std::string_view(instructions) : input.empty() ? kAlpacaAlone : kAlpacaWithInput);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const ChatMessage& message = messages[i];
    if (instructs(message)) continue;
    if (message.role == "assistant") {
      writer.text("\n\n### Response:\n");
      writer.answer(message.content, end_token_, i);
      continue;
    }
    writer.text(fmt::format("\n\n### Instruction:\n{}", message.content));
    if (!input.empty() && i == last_user(messages)) writer.text(fmt::format("\n\n### Input:\n{}", input));
  }
  if (prompt) writer.text("\n\n### Response:\n");
  return writer.take();
}

RenderedChat PromptTemplate::render_plain(const std::vector<ChatMessage>& messages, const std::string& input,
                                          bool prompt) const {
  Writer writer;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const ChatMessage& message = messages[i];
    if (message.role == "assistant") {
      writer.answer(message.content, end_token_, i);
      if (i + 1 < messages.size()) writer.text("\n");
      continue;
    }
    writer.text(message.content);
    if (!input.empty() && i == last_user(messages)) writer.text("\n" + input);
    if (prompt || i + 1 < messages.size()) writer.text("\n");
  }
  return writer.take();
}

}   // namespace lift
