#pragma once
// From a conversation to the text the model reads: through the model's own chat template, in the Alpaca form, or
// plain. One object serves training, evaluation and chat, so that all three read alike. Used by sft_dataset, evaluate/
// and session/. Tensor-free. Thread: const calls from any thread.
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/tokenizer/chat_template.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct PromptFormat {
  std::string name = "auto";   // auto | chat | alpaca | plain, as DataConfig.prompt_format
  std::string system_prompt;   // put before every conversation that has none; empty = none
};

class PromptTemplate {
 public:
  // `chat_template`: what load_chat_template gave; `subject` names the model in errors.
  // Errors: InvalidArgument when "chat" is asked for and the model has no template; Unsupported when the template is
  // beyond us ("auto" then takes alpaca, and template_problem() says why); InvalidArgument when the vocabulary has no
  // token that ends an answer.
  static Result<PromptTemplate> make(const PromptFormat& format, const Tokenizer& tokenizer,
                                     const std::optional<std::string>& chat_template, const std::string& subject);

  // The whole conversation, and the bytes of it to learn, each stretch ending behind an end token.
  Result<RenderedChat> render(const Example& example) const;
  // The text in front of the answer that is wanted; `messages` end with a user message.
  Result<std::string> render_prompt(const std::vector<ChatMessage>& messages) const;

  // How the rendered text becomes tokens: templates write <s> themselves, the other forms leave it to the tokenizer.
  EncodeOptions encode_options() const { return {.add_special = !chat_.has_value(), .parse_special = true}; }
  const std::string& name() const { return name_; }             // "chat", "alpaca", "plain"
  const std::string& end_token() const { return end_token_; }   // its text
  const std::string& template_problem() const { return problem_; }
  const std::string& template_source() const;   // empty without

 private:
  PromptTemplate() = default;
  std::vector<ChatMessage> complete(const std::vector<ChatMessage>& messages) const;
  RenderedChat render_alpaca(const std::vector<ChatMessage>& messages, const std::string& input, bool prompt) const;
  RenderedChat render_plain(const std::vector<ChatMessage>& messages, const std::string& input, bool prompt) const;

  std::string name_, system_prompt_, end_token_, problem_;
  std::optional<ChatTemplate> chat_;
  ChatRenderOptions options_;
};

}   // namespace lift
