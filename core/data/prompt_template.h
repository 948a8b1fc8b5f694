#pragma once
// From a conversation to the text the model reads: through the model's own chat template, in the Alpaca form, or
// plain. One object serves training, evaluation and chat, so that all three read alike. Used by sft_dataset, evaluate/
// and session/. Tensor-free. Thread: const calls from any thread.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/io/fingerprint.h"
#include "core/tokenizer/chat_template.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct PromptFormat {
  std::string name = "auto";   // auto | chat | alpaca | plain, as DataConfig.prompt_format
  std::string system_prompt;   // put before every conversation that has none; empty = none
  std::string date;            // what a template's strftime_now prints: "2026-11-30"; empty = the clock's
  std::vector<std::pair<std::string, std::string>> special_tokens;   // of the model's files by name: "pad_token", ...
  std::optional<std::string> tool_template;   // the model's template for rows with tools (load_tool_template)
};

class PromptTemplate {
 public:
  // `chat_template`: what load_chat_template gave; `subject` names the model in errors.
  // Errors: InvalidArgument when "chat" is asked for and the model has no template; Malformed or Unsupported when the
  // template can't be read, with construct and line ("auto" too: nothing takes the place of a template in silence);
  // InvalidArgument when the vocabulary has no token that ends an answer.
  static Result<PromptTemplate> make(const PromptFormat& format, const Tokenizer& tokenizer,
                                     const std::optional<std::string>& chat_template, const std::string& subject);

  // The whole conversation, and the bytes of it to learn, each message's last stretch ending behind an end
  // token. Spans carry the index of their message in `example`.
  Result<RenderedChat> render(const Example& example) const;
  // The text in front of the answer that is wanted; `messages` end with a user message. `variables`: as Example's.
  Result<std::string> render_prompt(const std::vector<ChatMessage>& messages, const ChatFields& variables = {}) const;

  // How the rendered text becomes tokens: templates write <s> themselves, the other forms leave it to the tokenizer.
  EncodeOptions encode_options() const { return {.add_special = !chat_.has_value(), .parse_special = true}; }
  const std::string& name() const { return name_; }             // "chat", "alpaca", "plain"
  const std::string& end_token() const { return end_token_; }   // its text
  bool asks_for_date() const;                                   // the template prints the day
  // Of everything that decides what render() gives; the date counts where the template prints it.
  Fingerprint fingerprint() const;

 private:
  PromptTemplate() = default;
  const ChatTemplate& template_for(const ChatFields& variables) const;   // chat_ must be there
  std::vector<ChatMessage> complete(const std::vector<ChatMessage>& messages) const;
  Result<RenderedChat> render_all(const std::vector<ChatMessage>& messages, const Example& example) const;
  RenderedChat render_alpaca(const std::vector<ChatMessage>& messages, const std::string& input, bool prompt) const;
  RenderedChat render_plain(const std::vector<ChatMessage>& messages, const std::string& input, bool prompt) const;

  std::string name_, system_prompt_, end_token_;
  std::string template_, tool_template_;   // their texts
  std::optional<ChatTemplate> chat_, chat_with_tools_;
  ChatRenderOptions options_;
};

}   // namespace lift
