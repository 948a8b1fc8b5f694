#include "core/tokenizer/tokenizer_file.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/json_field.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::int64_t kLargestVocabulary = 16 << 20;
constexpr int kDeepestSequence = 8;

std::string type_of(const json& value) {
  const json& type = json_at(value, "type");
  return type.is_string() ? type.get<std::string>() : std::string();
}

Result<std::vector<AddedToken>> added_tokens_from(const json& list, const std::string& subject) {
  std::vector<AddedToken> tokens;
  if (list.is_null()) return tokens;
  if (!list.is_array()) return unexpected_json(subject, "added_tokens", say("a list"), list);
  for (const json& entry : list) {
    const std::string place = fmt::format("{}, added_tokens[{}]", subject, tokens.size());
    AddedToken token;
    LIFT_ASSIGN(const std::int64_t id, json_index(entry, "id", kLargestVocabulary, place));
    token.id = static_cast<TokenId>(id);
    LIFT_ASSIGN(token.content, json_string(entry, "content", place));
    LIFT_ASSIGN(token.special, json_flag(entry, "special", false, place));
    LIFT_ASSIGN(token.single_word, json_flag(entry, "single_word", false, place));
    LIFT_ASSIGN(token.lstrip, json_flag(entry, "lstrip", false, place));
    LIFT_ASSIGN(token.rstrip, json_flag(entry, "rstrip", false, place));
    LIFT_ASSIGN(token.normalized, json_flag(entry, "normalized", !token.special, place));
    tokens.push_back(std::move(token));
  }
  return tokens;
}

// The ids that one entry of a template's "single" list stands for; none for the text itself.
Result<std::vector<TokenId>> special_ids(const json& processor, const std::string& name, const std::string& subject) {
  const json& ids = json_at(json_at(json_at(processor, "special_tokens"), name), "ids");
  if (!ids.is_array()) return unexpected_json(subject, "special_tokens." + name + ".ids", say("a list of ids"), ids);
  std::vector<TokenId> out;
  for (const json& id : ids) {
    if (!id.is_number_integer() || id.get<std::int64_t>() < 0 || id.get<std::int64_t>() >= kLargestVocabulary)
      return unexpected_json(subject, "special_tokens." + name, say("a list of ids"), id);
    out.push_back(id.get<TokenId>());
  }
  return out;
}

Status read_template(const json& processor, const std::string& subject, TokenizerRules& rules) {
  const json& single = json_at(processor, "single");
  if (!single.is_array()) return unexpected_json(subject, "single", say("a list"), single);
  bool behind_text = false;
  for (const json& entry : single) {
    if (!json_at(entry, "Sequence").is_null()) {
      behind_text = true;
      continue;
    }
    LIFT_ASSIGN(const std::string name, json_string(json_at(entry, "SpecialToken"), "id", subject));
    LIFT_ASSIGN(const std::vector<TokenId> ids, special_ids(processor, name, subject));
    auto& target = behind_text ? rules.suffix : rules.prefix;
    target.insert(target.end(), ids.begin(), ids.end());
  }
  return {};
}

// ["<s>", 0]: what BERT's and RoBERTa's processors put in front ("cls") and behind ("sep").
Status read_pair(const json& processor, const char* name, const std::string& subject, std::vector<TokenId>& target) {
  const json& pair = json_at(processor, name);
  if (!pair.is_array() || pair.size() != 2 || !pair[1].is_number_integer() || pair[1].get<std::int64_t>() < 0 ||
      pair[1].get<std::int64_t>() >= kLargestVocabulary)
    return unexpected_json(subject, name, say("a token and its id"), pair);
  target.push_back(pair[1].get<TokenId>());
  return {};
}

Status read_post_processor(const json& processor, const std::string& subject, TokenizerRules& rules, int depth = 0) {
  if (processor.is_null()) return {};
  const std::string type = type_of(processor);
  if (type == "ByteLevel") return {};   // moves offsets only, and ours are exact as they are
  if (type == "TemplateProcessing") return read_template(processor, subject, rules);
  if (type == "RobertaProcessing" || type == "BertProcessing") {
    LIFT_RETURN_IF_ERROR(read_pair(processor, "cls", subject, rules.prefix));
    return read_pair(processor, "sep", subject, rules.suffix);
  }
  if (type != "Sequence")
    return make_error(
        ErrorCode::Unsupported, subject,
        say("expected a post-processor TemplateProcessing, ByteLevel, RobertaProcessing, BertProcessing or Sequence, "
            "found {}",
            quote_name(type)));
  const json& parts = json_at(processor, "processors");
  if (!parts.is_array()) return unexpected_json(subject, "processors", say("a list"), parts);
  if (depth >= kDeepestSequence)
    return make_error(ErrorCode::Malformed, subject, say("expected at most 8 sequences inside each other, found more"));
  for (const json& part : parts) LIFT_RETURN_IF_ERROR(read_post_processor(part, subject, rules, depth + 1));
  return {};
}

bool uses_byte_level(const Pretokenizer& pretokenizer) {
  return std::ranges::any_of(pretokenizer.steps(), [](const PretokenizerStep& step) {
    return step.kind == PretokenizerStep::Kind::ByteLevel;
  });
}

}   // namespace

Result<TokenizerRules> tokenizer_rules_from_json(const json& file, const std::string& subject) {
  if (!file.is_object()) return unexpected_json(subject, "", say("an object"), file);
  const json& model = json_at(file, "model");
  if (!model.is_object())
    return unexpected_json(subject, "model", say("an object: is this a tokenizer.json of huggingface/tokenizers?"),
                           model);
  // Files of before 2020 leave the type out; they are BPE when they have merges.
  const std::string type = type_of(model).empty() && model.contains("merges") ? "BPE" : type_of(model);
  if (type != "BPE" && type != "Unigram")
    return make_error(ErrorCode::Unsupported, subject,
                      say("expected a BPE or Unigram model, found {}", quote_name(type)),
                      say("Models that write text, one token after another, have no such vocabulary"));
  TokenizerRules rules;
  rules.source = Sentence::verbatim("tokenizer.json");
  LIFT_ASSIGN(rules.normalizer, normalizer_from_json(json_at(file, "normalizer"), subject + ", normalizer"));
  LIFT_ASSIGN(rules.pretokenizer, pretokenizer_from_json(json_at(file, "pre_tokenizer"), subject + ", pre_tokenizer"));
  LIFT_ASSIGN(rules.decoder, decoder_from_json(json_at(file, "decoder"), subject + ", decoder"));
  LIFT_ASSIGN(rules.added, added_tokens_from(json_at(file, "added_tokens"), subject));
  LIFT_RETURN_IF_ERROR(read_post_processor(json_at(file, "post_processor"), subject + ", post_processor", rules));
  rules.byte_level = uses_byte_level(rules.pretokenizer);
  LIFT_RETURN_IF_ERROR(type == "BPE" ? bpe_from_json(model, subject + ", model", rules)
                                     : unigram_from_json(model, subject + ", model", rules));
  for (const char* name : {"truncation", "padding"})
    if (!json_at(file, name).is_null())
      rules.notices.push_back(
          say("\"{}\" of tokenizer.json is not used: texts are never filled up, and cut only where "
              "this program says so.",
              name));
  return rules;
}

Result<TokenizerRules> read_tokenizer_json(const std::filesystem::path& path) {
  LIFT_ASSIGN(const json file, read_json_file(path));
  return tokenizer_rules_from_json(file, path.string());
}

}   // namespace lift
