#include "core/tokenizer/tokenizer_json.h"

#include <algorithm>

#include "core/tokenizer/gguf_tokenizer.h"
#include "core/tokenizer/vocabulary_merges.h"

namespace lift {

namespace {

using nlohmann::json;

json byte_level_json(bool use_regex) {
  return {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", false}, {"use_regex", use_regex}};
}

json added_json(const AddedToken& token) {
  return {{"id", token.id},          {"content", token.content}, {"single_word", token.single_word},
          {"lstrip", token.lstrip},  {"rstrip", token.rstrip},   {"normalized", token.normalized},
          {"special", token.special}};
}

json normalizer_json(const Normalizer& normalizer) {
  json steps = json::array();
  for (const NormalizerStep& step : normalizer.steps()) {
    if (step.kind == NormalizerStep::Kind::Prepend) steps.push_back({{"type", "Prepend"}, {"prepend", step.content}});
    if (step.kind == NormalizerStep::Kind::Replace)
      steps.push_back({{"type", "Replace"}, {"pattern", {{"String", step.pattern}}}, {"content", step.content}});
  }
  return steps.empty() ? json() : json{{"type", "Sequence"}, {"normalizers", std::move(steps)}};
}

json pretokenizer_json(const Pretokenizer& pretokenizer) {
  json steps = json::array();
  for (const PretokenizerStep& step : pretokenizer.steps()) {
    if (step.kind == PretokenizerStep::Kind::Split)
      steps.push_back(
          {{"type", "Split"}, {"pattern", {{"Regex", step.pattern}}}, {"behavior", "Isolated"}, {"invert", false}});
    if (step.kind == PretokenizerStep::Kind::Digits) steps.push_back({{"type", "Digits"}, {"individual_digits", true}});
    if (step.kind == PretokenizerStep::Kind::ByteLevel) steps.push_back(byte_level_json(step.regex.has_value()));
  }
  return steps.empty() ? json() : json{{"type", "Sequence"}, {"pretokenizers", std::move(steps)}};
}

// What stands in front of a text and behind it.
json post_processor_json(const TokenizerRules& rules) {
  if (rules.prefix.empty() && rules.suffix.empty()) return rules.byte_level ? byte_level_json(true) : json();
  json single = json::array(), pair = json::array(), tokens = json::object();
  const auto put = [&](TokenId id, int type, json& list) {
    const std::string& text = rules.pieces[static_cast<std::size_t>(id)];
    list.push_back({{"SpecialToken", {{"id", text}, {"type_id", type}}}});
    tokens[text] = {{"id", text}, {"ids", {id}}, {"tokens", {text}}};
  };
  const auto put_text = [&](const char* name, int type, json& list) {
    for (const TokenId id : rules.prefix) put(id, type, list);
    list.push_back({{"Sequence", {{"id", name}, {"type_id", type}}}});
    for (const TokenId id : rules.suffix) put(id, type, list);
  };
  put_text("A", 0, single);
  put_text("A", 0, pair);
  put_text("B", 1, pair);
  return {{"type", "TemplateProcessing"}, {"single", single}, {"pair", pair}, {"special_tokens", tokens}};
}

json decoder_json(const TokenizerRules& rules) {
  if (rules.byte_level) return byte_level_json(true);
  json steps = json::array();
  for (const DecoderStep& step : rules.decoder) {
    if (step.kind == DecoderStep::Kind::Replace)
      steps.push_back({{"type", "Replace"}, {"pattern", {{"String", step.pattern}}}, {"content", step.content}});
    if (step.kind == DecoderStep::Kind::ByteFallback) {
      steps.push_back({{"type", "ByteFallback"}});
      steps.push_back({{"type", "Fuse"}});
    }
    if (step.kind == DecoderStep::Kind::StripFirst)
      steps.push_back({{"type", "Strip"}, {"content", step.content}, {"start", step.count}, {"stop", 0}});
  }
  return {{"type", "Sequence"}, {"decoders", std::move(steps)}};
}

json model_json(const TokenizerRules& rules) {
  json vocabulary = json::object(), merges = json::array();
  for (std::size_t id = 0; id < rules.pieces.size(); ++id) vocabulary[rules.pieces[id]] = id;
  const auto list = rules.word_rule == WordRule::Scores ? merges_by_score(rules.pieces, rules.scores) : rules.merges;
  for (const BpeMerge& merge : list)
    merges.push_back(
        {rules.pieces[static_cast<std::size_t>(merge.left)], rules.pieces[static_cast<std::size_t>(merge.right)]});
  const bool bytes = rules.bpe.byte_fallback;
  const json unknown =
      bytes && rules.bpe.unknown ? json(rules.pieces[static_cast<std::size_t>(*rules.bpe.unknown)]) : json();
  return {{"type", "BPE"},
          {"dropout", nullptr},
          {"unk_token", unknown},
          {"continuing_subword_prefix", nullptr},
          {"end_of_word_suffix", nullptr},
          {"fuse_unk", bytes},
          {"byte_fallback", bytes},
          {"ignore_merges", rules.bpe.ignore_merges},
          {"vocab", std::move(vocabulary)},
          {"merges", std::move(merges)}};
}

json config_json(const TokenizerRules& rules) {
  // A class that takes tokenizer.json as it stands, in transformers 4 and 5 alike.
  json config{{"tokenizer_class", "PreTrainedTokenizerFast"},
              {"clean_up_tokenization_spaces", false},
              {"model_input_names", {"input_ids", "attention_mask"}}};   // else transformers adds token_type_ids
  const SpecialTokens& special = rules.special;
  for (const auto& [name, id] : {std::pair("bos_token", special.bos), std::pair("eos_token", special.eos),
                                 std::pair("unk_token", special.unknown), std::pair("pad_token", special.pad)})
    if (id) config[name] = rules.pieces[static_cast<std::size_t>(*id)];
  return config;
}

}   // namespace

Result<HfTokenizerFiles> hf_tokenizer_from_gguf(const GgufReader& file) {
  LIFT_ASSIGN(const TokenizerRules rules, rules_from_gguf(file));
  json added = json::array();
  for (const AddedToken& token : rules.added) added.push_back(added_json(token));
  HfTokenizerFiles files;
  files.tokenizer = {{"version", "1.0"},
                     {"truncation", nullptr},
                     {"padding", nullptr},
                     {"added_tokens", std::move(added)},
                     {"normalizer", normalizer_json(rules.normalizer)},
                     {"pre_tokenizer", pretokenizer_json(rules.pretokenizer)},
                     {"post_processor", post_processor_json(rules)},
                     {"decoder", decoder_json(rules)},
                     {"model", model_json(rules)}};
  files.tokenizer_config = config_json(rules);
  return files;
}

}   // namespace lift
