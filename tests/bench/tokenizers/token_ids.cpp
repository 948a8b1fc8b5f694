// The ids of many texts, for comparison with other tools (compare_ids.py):
//     token_ids MODEL [--special] [--plain] < TEXTS      TEXTS: one JSON text a line; answers one JSON list a line
//     token_ids MODEL.gguf --export FOLDER               its tokenizer as files for transformers
// --special: with what the file puts around a text; --plain: special tokens in a text are plain characters. What the
// tokenizer is, and a line "notice ..." for each notice, go to stderr.
#include <cstdio>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "core/tokenizer/tokenizer.h"
#include "core/tokenizer/tokenizer_json.h"

namespace {

int fail(const lift::Error& error) { return std::fprintf(stderr, "%s\n", error.sentence().c_str()), 1; }

int export_files(const std::string& model, const std::filesystem::path& folder) {
  const auto file = lift::GgufReader::open(model);
  if (!file.ok()) return fail(file.error());
  const auto made = lift::hf_tokenizer_from_gguf(*file);
  if (!made.ok()) return fail(made.error());
  for (const auto& [name, content] :
       {std::pair("tokenizer.json", &made->tokenizer), std::pair("tokenizer_config.json", &made->tokenizer_config)})
    if (const lift::Status status = lift::write_json_file(folder / name, *content); !status.ok())
      return fail(status.error());
  return 0;
}

}   // namespace

int main(int count, char** arguments) {
  if (count < 2) return std::fputs("token_ids MODEL [--special] [--plain] < TEXTS\n", stderr), 2;
  if (count == 4 && std::string(arguments[2]) == "--export") return export_files(arguments[1], arguments[3]);
  lift::EncodeOptions options;
  for (int i = 2; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--special") options.add_special = true;
    if (argument == "--plain") options.parse_special = false;
  }
  const auto tokenizer = lift::load_tokenizer(arguments[1]);
  if (!tokenizer.ok()) return fail(tokenizer.error());
  std::fprintf(stderr, "%s\n", (*tokenizer)->description().text().c_str());
  for (const lift::Sentence& notice : (*tokenizer)->notices())
    std::fprintf(stderr, "notice %s\n", notice.text().c_str());
  for (std::string line; std::getline(std::cin, line);) {
    nlohmann::json ids = nlohmann::json::array();
    for (const lift::Token& token : (*tokenizer)->encode(nlohmann::json::parse(line).get<std::string>(), options))
      ids.push_back(token.id);
    std::puts(ids.dump().c_str());
  }
  return 0;
}
