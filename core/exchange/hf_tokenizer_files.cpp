#include "core/exchange/hf_tokenizer_files.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/sentencepiece_tokenizer.h"

namespace lift {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// Types of tokenizer.ggml.token_type (ggml docs/gguf.md).
constexpr std::int64_t kUnknown = 2, kControl = 3, kUserDefined = 4;

// What the writers below need of a GGUF file's keys.
class TokenizerKeys {
 public:
  static Result<TokenizerKeys> read(const GgufReader& reader) {
    TokenizerKeys keys(reader);
    LIFT_ASSIGN(keys.model, reader.string_key("tokenizer.ggml.model"));
    const auto* pieces = keys.list<std::string>("tokenizer.ggml.tokens");
    if (!pieces) return keys.missing("tokenizer.ggml.tokens");
    keys.pieces = pieces;
    const auto* types = keys.list<std::int64_t>("tokenizer.ggml.token_type");
    keys.types = types ? *types : std::vector<std::int64_t>(pieces->size(), 1);
    if (keys.types.size() != pieces->size()) return keys.missing("tokenizer.ggml.token_type");
    return keys;
  }

  template <typename T>
  const std::vector<T>* list(std::string_view name) const {
    const GgufValue* value = reader.key(name);
    return value ? std::get_if<std::vector<T>>(value) : nullptr;
  }
  std::optional<bool> flag(std::string_view name) const {
    const GgufValue* value = reader.key(name);
    const bool* flag = value ? std::get_if<bool>(value) : nullptr;
    return flag ? std::optional(*flag) : std::nullopt;
  }
  std::optional<std::int64_t> id(std::string_view name) const {
    if (!reader.key(name)) return std::nullopt;
    const auto id = reader.integer_key(name);
    if (!id.ok() || *id < 0 || *id >= static_cast<std::int64_t>(pieces->size())) return std::nullopt;
    return *id;
  }
  std::optional<std::string> token(std::string_view id_key) const {
    const auto found = id(id_key);
    return found ? std::optional((*pieces)[static_cast<std::size_t>(*found)]) : std::nullopt;
  }
  bool special(std::size_t id) const { return types[id] == kControl || types[id] == kUnknown; }
  Error missing(std::string_view key) const {
    return make_error(ErrorCode::Malformed, say("{}, key {}", reader.file()->path().string(), key),
                      say("expected a list as long as the vocabulary, found another kind or nothing"));
  }

  const GgufReader& reader;
  std::string model;
  const std::vector<std::string>* pieces = nullptr;
  std::vector<std::int64_t> types;

 private:
  explicit TokenizerKeys(const GgufReader& reader) : reader(reader) {}
};

json added_token(std::size_t id, const std::string& content, bool special) {
  return {{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
          {"rstrip", false}, {"normalized", false}, {"special", special}};
}

json byte_level_json(bool use_regex) {
  return {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", false}, {"use_regex", use_regex}};
}

// gguf_pretokenizer gives Split (isolated), Digits (single) and ByteLevel steps alone.
json pretokenizer_json(const Pretokenizer& pretokenizer) {
  json steps = json::array();
  for (const PretokenizerStep& step : pretokenizer.steps()) {
    if (step.kind == PretokenizerStep::Kind::Split)
      steps.push_back(
          {{"type", "Split"}, {"pattern", {{"Regex", step.pattern}}}, {"behavior", "Isolated"}, {"invert", false}});
    if (step.kind == PretokenizerStep::Kind::Digits) steps.push_back({{"type", "Digits"}, {"individual_digits", true}});
    if (step.kind == PretokenizerStep::Kind::ByteLevel) steps.push_back(byte_level_json(step.regex.has_value()));
  }
  return {{"type", "Sequence"}, {"pretokenizers", std::move(steps)}};
}

// Puts the beginning token in front, where the model wants one.
json post_processor_json(const std::optional<std::string>& bos, std::optional<std::int64_t> bos_id) {
  if (!bos) return byte_level_json(true);
  const json begin{{"SpecialToken", {{"id", *bos}, {"type_id", 0}}}};
  const auto sequence = [](const char* name, int type) {
    return json{{"Sequence", {{"id", name}, {"type_id", type}}}};
  };
  return {{"type", "TemplateProcessing"},
          {"single", {begin, sequence("A", 0)}},
          {"pair", {begin, sequence("A", 0), sequence("B", 1)}},
          {"special_tokens", {{*bos, {{"id", *bos}, {"ids", {*bos_id}}, {"tokens", {*bos}}}}}}};
}

Result<json> merges_json(const TokenizerKeys& keys) {
  const auto* lines = keys.list<std::string>("tokenizer.ggml.merges");
  if (!lines) return keys.missing("tokenizer.ggml.merges");
  json merges = json::array();
  for (const std::string& line : *lines) {
    const auto blank = line.find(' ', 1);
    if (blank == std::string::npos) return keys.missing("tokenizer.ggml.merges");
    merges.push_back({line.substr(0, blank), line.substr(blank + 1)});
  }
  return merges;
}

Status write_byte_level(const TokenizerKeys& keys, const fs::path& folder) {
  std::string pre = "default";
  if (keys.reader.key("tokenizer.ggml.pre")) {
    LIFT_ASSIGN(pre, keys.reader.string_key("tokenizer.ggml.pre"));
  }
  LIFT_ASSIGN(const GgufPretokenizer family, gguf_pretokenizer(pre, keys.reader.file()->path().string()));
  const bool add_bos = keys.flag("tokenizer.ggml.add_bos_token").value_or(family.add_bos);
  LIFT_ASSIGN(json merges, merges_json(keys));
  json vocabulary = json::object(), added = json::array();
  for (std::size_t id = 0; id < keys.pieces->size(); ++id) {
    const std::string& piece = (*keys.pieces)[id];
    vocabulary[piece] = id;
    if (keys.special(id) || keys.types[id] == kUserDefined) added.push_back(added_token(id, piece, keys.special(id)));
  }
  const auto bos = add_bos ? keys.token("tokenizer.ggml.bos_token_id") : std::nullopt;
  const json tokenizer{{"version", "1.0"},
                       {"truncation", nullptr},
                       {"padding", nullptr},
                       {"added_tokens", std::move(added)},
                       {"normalizer", nullptr},
                       {"pre_tokenizer", pretokenizer_json(family.pretokenizer)},
                       {"post_processor", post_processor_json(bos, keys.id("tokenizer.ggml.bos_token_id"))},
                       {"decoder", byte_level_json(true)},
                       {"model",
                        {{"type", "BPE"},
                         {"dropout", nullptr},
                         {"unk_token", nullptr},
                         {"continuing_subword_prefix", nullptr},
                         {"end_of_word_suffix", nullptr},
                         {"fuse_unk", false},
                         {"byte_fallback", false},
                         {"ignore_merges", family.ignore_merges},
                         {"vocab", std::move(vocabulary)},
                         {"merges", std::move(merges)}}}};
  return write_json_file(folder / "tokenizer.json", tokenizer);
}

Status write_sentencepiece(const TokenizerKeys& keys, const fs::path& folder) {
  const auto* scores = keys.list<double>("tokenizer.ggml.scores");
  if (!scores || scores->size() != keys.pieces->size()) return keys.missing("tokenizer.ggml.scores");
  SentencePieceVocabulary vocabulary;
  vocabulary.pieces = *keys.pieces;
  vocabulary.scores.assign(scores->begin(), scores->end());
  vocabulary.types.assign(keys.types.begin(), keys.types.end());
  vocabulary.add_dummy_prefix = keys.flag("tokenizer.ggml.add_space_prefix").value_or(true);
  vocabulary.remove_extra_whitespaces = keys.flag("tokenizer.ggml.remove_extra_whitespaces").value_or(false);
  return write_file_atomically(folder / "tokenizer.model", serialize_sentencepiece_model(vocabulary));
}

Status write_tokenizer_config(const TokenizerKeys& keys, bool sentencepiece, const fs::path& folder) {
  json config{{"tokenizer_class", sentencepiece ? "LlamaTokenizer" : "PreTrainedTokenizerFast"},
              {"clean_up_tokenization_spaces", false},
              {"model_input_names", {"input_ids", "attention_mask"}}};   // else transformers adds token_type_ids
  for (const auto& [name, key] :
       {std::pair("bos_token", "tokenizer.ggml.bos_token_id"), std::pair("eos_token", "tokenizer.ggml.eos_token_id"),
        std::pair("unk_token", "tokenizer.ggml.unknown_token_id"),
        std::pair("pad_token", "tokenizer.ggml.padding_token_id")})
    if (const auto token = keys.token(key)) config[name] = *token;
  if (sentencepiece) {
    config["add_bos_token"] = keys.flag("tokenizer.ggml.add_bos_token").value_or(true);
    config["add_eos_token"] = keys.flag("tokenizer.ggml.add_eos_token").value_or(false);
    config["legacy"] = true;   // the blank in front of every text, as the GGUF file has it
  }
  if (keys.reader.key("tokenizer.chat_template")) {
    LIFT_ASSIGN(config["chat_template"], keys.reader.string_key("tokenizer.chat_template"));
  }
  return write_json_file(folder / "tokenizer_config.json", config);
}

}   // namespace

Status write_tokenizer_files(const GgufReader& origin, const fs::path& folder) {
  LIFT_ASSIGN(const TokenizerKeys keys, TokenizerKeys::read(origin));
  const bool sentencepiece = keys.model == "llama";
  if (!sentencepiece && keys.model != "gpt2")
    return make_error(ErrorCode::Unsupported, say("{}, key {}", origin.file()->path().string(), "tokenizer.ggml.model"),
                      say("expected gpt2 or llama, found \"{}\"", keys.model));
  LIFT_RETURN_IF_ERROR(sentencepiece ? write_sentencepiece(keys, folder) : write_byte_level(keys, folder));
  return write_tokenizer_config(keys, sentencepiece, folder);
}

}   // namespace lift
