#pragma once
// lift tokens --text: the ids and pieces of any text.
#include <optional>
#include <string>

#include "app/cli/model_options.h"

namespace CLI {
class App;
}

namespace lift::cli {

struct TextTokensOptions {
  std::optional<std::string> text;
  std::string special = "yes";   // special tokens in the text: "yes", their tokens; "no", plain characters
  bool around = false;           // with what the tokenizer puts in front of a text and behind it
};

void add_text_options(CLI::App& app, TextTokensOptions& options);

// Prints the tokens; `ids`: one a line. Gives the exit code.
int show_text_tokens(const TextTokensOptions& given, const std::string& model, bool ids, const Options& options);

}   // namespace lift::cli
