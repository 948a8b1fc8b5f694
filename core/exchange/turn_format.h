#pragma once
// What a chat template writes around the turns of a plain conversation: texts in front of and behind each. Found by
// rendering conversations with marks in them, and believed only when it writes others as the template does. For
// programs that do not read Jinja, such as Ollama (its templates are Go's text/template). Private to core/exchange.
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/prompt_template.h"

namespace lift {

struct TurnFormat {
  struct SystemTurn {
    std::string before, after;   // `after` reaches to the first user's text
  };
  std::optional<SystemTurn> system;   // std::nullopt: the template refuses system messages, or leaves them out
  std::string opening;                // in front of the first user's text where there is no system message
  std::string answer_opening;         // between a user's text and the answer to it, of an earlier turn
  std::string between_turns;          // between an answer and the next user's text
  std::string generation;             // behind the last user's text

  // Errors: Unsupported when the template writes more than texts around turns (the day, say); those of `prompt`.
  static Result<TurnFormat> of(const PromptTemplate& prompt);
  // The prompt for the answer that is wanted; `messages`: a system message or none, then user and assistant in turn.
  std::string prompt_of(const std::vector<ChatMessage>& messages) const;
};

// The format as a Go template over Ollama's .System and .Messages. std::nullopt: a text of it can't stand there.
// `skipped`: an opening that the reading program adds by itself, such as "<s>".
std::optional<std::string> go_template(TurnFormat format, const std::string& skipped);

}   // namespace lift
