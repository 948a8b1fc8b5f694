#pragma once
// lift tokens --text: the ids and pieces of a text.
#include <optional>
#include <string>

#include "app/cli/model_options.h"

namespace CLI {
class App;
}

namespace lift::cli {

struct TextTokensOptions {
  std::optional<std::string> text;
  std::string special = "yes";   // special tokens in the text become "yes": their tokens, "no": plain text
  bool around = false;           // add the tokens that the tokenizer puts before and after a text
};

void add_text_options(CLI::App& app, TextTokensOptions& options);

// Prints the tokens; `ids`: only ids, one per line. Returns the exit code.
int show_text_tokens(const TextTokensOptions& given, const std::string& model, bool ids, const Options& options);

}   // namespace lift::cli
