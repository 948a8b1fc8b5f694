#include "core/tokenizer/folder_tokenizer.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/tokenizer/added_vocabulary.h"
#include "core/tokenizer/end_of_generation.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/rule_tokenizer.h"
#include "core/tokenizer/sentencepiece_rules.h"
#include "core/tokenizer/tokenizer_file.h"
#include "core/tokenizer/transformers_class.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestModelBytes = 256u << 20;

// "add_bos_token" and "add_eos_token" of tokenizer_config.json count beside tokenizer.model; tokenizer.json says itself
// what stands around a text, and transformers 5 then takes them out.
void apply_added_ends(const SideFiles& files, bool beside_json, TokenizerRules& rules) {
  for (const auto& [name, id, list] : {std::tuple("add_bos_token", rules.special.bos, &rules.prefix),
                                       std::tuple("add_eos_token", rules.special.eos, &rules.suffix)}) {
    const auto wanted = tokenizer_flag(files, name);
    if (!wanted) continue;
    if (!beside_json && *wanted && id) *list = {*id};
    if (beside_json && *wanted == list->empty())
      rules.notices.push_back(
          say("\"{}\" of tokenizer_config.json is not used, as in transformers 5: tokenizer.json "
              "says what stands in front of a text and behind it.",
              name));
  }
}

// An end token counts wherever one is named: generation_config.json, config.json, tokenizer_config.json, and by its
// text. transformers' generate() stops at the first of these files that names any.
void name_ends(const SideFiles& files, TokenizerRules& rules) {
  SpecialTokens& special = rules.special;
  const auto generation = configured_ends(files.generation_config), config = configured_ends(files.config);
  for (const auto* ends : {&generation, &config})
    // Converters have written the same token for both; the model's configuration then knows better.
    if (!ends->empty() && (!special.eos || special.eos == special.bos)) special.eos = ends->front();
  if (special.eos) add_end_of_generation(special, *special.eos);
  for (const auto* ends : {&generation, &config})
    for (const TokenId id : *ends) add_end_of_generation(special, id);
  add_known_ends(special, rules.added);
  auto a = generation, b = config;
  std::ranges::sort(a);
  std::ranges::sort(b);
  if (!a.empty() && !b.empty() && a != b)
    rules.notices.push_back(
        say("End tokens: generation_config.json names {}, config.json {}; an answer ends at any of them. transformers "
            "goes by generation_config.json alone.",
            fmt::format("{}", fmt::join(generation, ", ")), fmt::format("{}", fmt::join(config, ", "))));
}

// Ids of configuration files that the vocabulary does not have.
void drop_foreign_ends(TokenizerRules& rules) {
  TokenId size = static_cast<TokenId>(rules.pieces.size());
  for (const AddedToken& token : rules.added) size = std::max(size, token.id + 1);
  auto& ends = rules.special.end_of_generation;
  for (const TokenId id : ends)
    if (id >= size)
      rules.notices.push_back(say("The end token {} is not of the vocabulary's {} tokens; it is not used.", id, size));
  std::erase_if(ends, [size](TokenId id) { return id >= size; });
  if (rules.special.eos && *rules.special.eos >= size)
    rules.special.eos = ends.empty() ? std::nullopt : std::optional(ends.front());
}

TokenizerRules finished(const SideFiles& files, const AddedVocabularyInput& input, bool beside_json,
                        TokenizerRules rules) {
  complete_added_tokens(files, input, rules);
  apply_added_ends(files, beside_json, rules);
  name_ends(files, rules);
  drop_foreign_ends(rules);
  return rules;
}

Result<TokenizerRules> from_json(const fs::path& folder, const SideFiles& files) {
  LIFT_ASSIGN(TokenizerRules rules, read_tokenizer_json(folder / "tokenizer.json"));
  AddedVocabularyInput input;
  const TransformersClass reader = transformers_class(files, rules.byte_level);
  if (reader == TransformersClass::Llama && rules.word_rule == WordRule::Merges) {
    apply_llama_rules(llama_prepend(files), rules);
    input.keeps_own = false;
    input.default_names = {{"bos_token", "<s>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"}};
  }
  return finished(files, input, true, std::move(rules));
}

Result<TokenizerRules> from_sentencepiece(const fs::path& folder, const SideFiles& files) {
  const fs::path path = folder / "tokenizer.model";
  LIFT_ASSIGN(const std::string bytes, read_whole_file(path, kLargestModelBytes));
  LIFT_ASSIGN(const SentencePieceFile file, read_sentencepiece_file(bytes, path.string()));
  AddedVocabularyInput input;
  const TransformersClass reader = transformers_class(files, false);
  if (reader == TransformersClass::Llama)
    input.default_names = {{"bos_token", "<s>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"}};
  if (reader == TransformersClass::Gemma)
    input.default_names = {
        {"bos_token", "<bos>"}, {"eos_token", "<eos>"}, {"unk_token", "<unk>"}, {"pad_token", "<pad>"}};
  LIFT_ASSIGN(TokenizerRules rules, rules_from_sentencepiece(file, reader, files, path.string(), input));
  return finished(files, input, false, std::move(rules));
}

}   // namespace

Result<TokenizerRules> rules_from_folder(const fs::path& folder) {
  LIFT_ASSIGN(const SideFiles files, read_side_files(folder));
  if (fs::exists(folder / "tokenizer.json")) return from_json(folder, files);
  if (fs::exists(folder / "tokenizer.model")) return from_sentencepiece(folder, files);
  return make_error(ErrorCode::NotFound, folder.string(),
                    say("expected tokenizer.json or tokenizer.model in the folder, found neither"),
                    say("Copy the tokenizer's files from where the model came from"));
}

Result<std::unique_ptr<Tokenizer>> tokenizer_from_folder(const fs::path& folder) {
  LIFT_ASSIGN(TokenizerRules rules, rules_from_folder(folder));
  return std::unique_ptr<Tokenizer>(std::make_unique<RuleTokenizer>(std::move(rules)));
}

}   // namespace lift
