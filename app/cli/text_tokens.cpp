#include "app/cli/text_tokens.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/session/text_tokens.h"

namespace lift::cli {

namespace {

std::string quoted(const std::string& piece) {
  return nlohmann::json(piece).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json json_of(const std::string& text, const TextTokens& shown) {
  nlohmann::json tokens = nlohmann::json::array(), notices = nlohmann::json::array();
  for (std::size_t i = 0; i < shown.tokens.size(); ++i) {
    const TokenView& t = shown.tokens[i];
    const bool special = shown.special[i];
    tokens.push_back({{"id", t.id}, {"piece", t.piece}, {"begin", t.begin}, {"end", t.end}, {"special", special}});
  }
  for (const Sentence& notice : shown.notices) notices.push_back(notice.text());
  return {{"text", text},
          {"tokenizer", shown.tokenizer.text()},
          {"notices", std::move(notices)},
          {"tokens", std::move(tokens)}};
}

void print(const TextTokens& shown, bool ids) {
  fmt::print("{}, {} tokens\n", shown.tokenizer.text(), shown.tokens.size());
  for (const Sentence& notice : shown.notices) fmt::print("note        {}\n", notice.text());
  if (ids) {
    for (std::size_t i = 0; i < shown.tokens.size(); ++i)
      fmt::print("{:>7}  {:<9}{}\n", shown.tokens[i].id, shown.special[i] ? "special" : "",
                 quoted(shown.tokens[i].piece));
    return;
  }
  for (const TokenView& t : shown.tokens) fmt::print("{} ", t.id);
  fmt::print("\n");
  for (const TokenView& t : shown.tokens) fmt::print("{} ", quoted(t.piece));
  fmt::print("\n");
}

}   // namespace

void add_text_options(CLI::App& app, TextTokensOptions& options) {
  app.add_option("--text", options.text, "The tokens of this text, instead of a file's rows");
  app.add_option("--special", options.special,
                 "With --text: special tokens in it become their tokens (yes) or plain characters (no)")
      ->check(CLI::IsMember({"yes", "no"}))
      ->capture_default_str();
  app.add_flag("--around", options.around,
               "With --text: with what the tokenizer puts in front of a text and behind it");
}

int show_text_tokens(const TextTokensOptions& given, const std::string& model, bool ids, const Options& options) {
  const EncodeOptions encode{.add_special = given.around, .parse_special = given.special == "yes"};
  const auto path = resolve_model(model);
  if (!path.ok()) return fail(options, path.error());
  const auto shown = tokens_of_text(*path, *given.text, encode);
  if (!shown.ok()) return fail(options, shown.error());
  if (options.json) print_json(json_of(*given.text, *shown));
  else print(*shown, ids);
  return kSuccess;
}

}   // namespace lift::cli
