#include "core/tokenizer/gguf_tokenizer.h"

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/gguf_vocabulary.h"
#include "core/tokenizer/rule_tokenizer.h"

namespace lift {

namespace {

constexpr std::string_view kBlankPiece = "\xE2\x96\x81";

std::string subject_of(const GgufReader& file) { return file.file()->path().string(); }

void add_ends(const GgufReader& file, bool bos_otherwise, TokenizerRules& rules) {
  const bool bos = gguf_flag(file, "tokenizer.ggml.add_bos_token").value_or(bos_otherwise);
  const bool eos = gguf_flag(file, "tokenizer.ggml.add_eos_token").value_or(false);
  if (bos && rules.special.bos) rules.prefix = {*rules.special.bos};
  if (eos && rules.special.eos) rules.suffix = {*rules.special.eos};
  if (bos && !rules.special.bos)
    rules.notices.push_back(say("The GGUF file wants a first token in front of a text and names none: there is none."));
}

NormalizerStep blanks_to_marks() { return replace_step(Regex::literal(" "), " ", std::string(kBlankPiece)); }

std::vector<DecoderStep> marks_to_blanks(bool strips_first) {
  std::vector<DecoderStep> steps{{DecoderStep::Kind::Replace, std::string(kBlankPiece), " ", 0},
                                 {DecoderStep::Kind::ByteFallback, {}, {}, 0}};
  if (strips_first) steps.push_back({DecoderStep::Kind::StripFirst, {}, " ", 1});
  return steps;
}

Result<std::string> pre_tokeniser_name(const GgufReader& file, bool gemma4, TokenizerRules& rules) {
  if (gemma4) return std::string("gemma4");
  if (file.key("tokenizer.ggml.pre")) {
    LIFT_ASSIGN(std::string name, file.string_key("tokenizer.ggml.pre"));
    if (!name.empty()) return name;
  }
  rules.notices.push_back(
      say("The GGUF file does not say which pre-tokeniser it needs (key {}): text is cut as llama.cpp's \"default\", "
          "which is wrong for most models and makes answers worse. Convert the model again with a newer llama.cpp.",
          "tokenizer.ggml.pre"));
  return std::string("default");
}

Result<TokenizerRules> merging_rules(const GgufReader& file, const GgufVocabulary& vocabulary, bool gemma4) {
  TokenizerRules rules;
  LIFT_ASSIGN(const std::string pre, pre_tokeniser_name(file, gemma4, rules));
  LIFT_ASSIGN(GgufPretokenizer family, gguf_pretokenizer(pre, subject_of(file)));
  rules.source = say("pre-tokeniser {}", pre);
  LIFT_ASSIGN(rules.merges, read_gguf_merges(file, vocabulary.pieces));
  rules.bpe.ignore_merges = family.ignore_merges;
  rules.byte_level = !family.raw_text;
  rules.pretokenizer = std::move(family.pretokenizer);
  rules.decoder = {DecoderStep{DecoderStep::Kind::ByteLevel, {}, {}, 0}};
  if (family.raw_text) {
    rules.normalizer = Normalizer({blanks_to_marks()});
    rules.bpe.byte_fallback = true;
    rules.bpe.whole_newlines = family.add_bos;   // Gemma 4, not Sarvam
    rules.decoder = marks_to_blanks(false);
  }
  if (family.own_pattern)
    rules.notices.push_back(
        say("Pre-tokeniser {}: text is cut as the model's own tokenizer does; llama.cpp "
            "approximates it, so that a few texts beyond ASCII have other ids there.",
            pre));
  rules.special = special_tokens_of(file, vocabulary, {});
  add_ends(file, family.add_bos, rules);
  if (gemma4 && rules.prefix.empty() && rules.special.bos) {   // llama.cpp overrides such files, too
    rules.prefix = {*rules.special.bos};
    rules.notices.push_back(say("The GGUF file asks for no first token; a Gemma 4 model needs one and gets it."));
  }
  return rules;
}

Result<TokenizerRules> scoring_rules(const GgufReader& file, const GgufVocabulary& vocabulary) {
  TokenizerRules rules;
  rules.source = say("from GGUF");
  rules.word_rule = WordRule::Scores;
  LIFT_ASSIGN(rules.scores, read_gguf_scores(file, vocabulary.pieces.size()));
  const bool blank_first = gguf_flag(file, "tokenizer.ggml.add_space_prefix").value_or(true);
  std::vector<NormalizerStep> steps;
  if (blank_first) steps.push_back(prepend_step(std::string(kBlankPiece)));
  steps.push_back(blanks_to_marks());
  rules.normalizer = Normalizer(std::move(steps));
  rules.decoder = marks_to_blanks(blank_first);
  rules.special =
      special_tokens_of(file, vocabulary, {.bos = 1, .eos = 2, .pad = {}, .unknown = 0, .end_of_generation = {}});
  rules.bpe.unknown = rules.special.unknown;
  rules.bpe.byte_fallback = true;
  add_ends(file, true, rules);
  if (!file.key("tokenizer.ggml.scores"))
    rules.notices.push_back(
        say("The GGUF file has no {}: all pieces count alike, as in llama.cpp.", "tokenizer.ggml.scores"));
  if (gguf_flag(file, "tokenizer.ggml.remove_extra_whitespaces").value_or(false))
    rules.notices.push_back(say("The key {} is not used, as in llama.cpp: repeated blanks stay.",
                                "tokenizer.ggml.remove_extra_whitespaces"));
  return rules;
}

}   // namespace

Result<TokenizerRules> rules_from_gguf(const GgufReader& file) {
  LIFT_ASSIGN(const std::string model, file.string_key("tokenizer.ggml.model"));
  if (model != "gpt2" && model != "llama" && model != "gemma4")
    return make_error(
        ErrorCode::Unsupported, say("{}, key {}", subject_of(file), "tokenizer.ggml.model"),
        say("expected gpt2 (byte-level BPE), llama (SentencePiece) or gemma4, found {}", quote_name(model)));
  LIFT_ASSIGN(GgufVocabulary vocabulary, read_gguf_vocabulary(file));
  LIFT_ASSIGN(TokenizerRules rules,
              model == "llama" ? scoring_rules(file, vocabulary) : merging_rules(file, vocabulary, model == "gemma4"));
  rules.added = added_tokens_of(file, vocabulary);
  rules.added_order = AddedTokenOrder::Longest;
  rules.pieces = std::move(vocabulary.pieces);
  return rules;
}

Result<std::unique_ptr<Tokenizer>> tokenizer_from_gguf(const GgufReader& file) {
  LIFT_ASSIGN(TokenizerRules rules, rules_from_gguf(file));
  return std::unique_ptr<Tokenizer>(std::make_unique<RuleTokenizer>(std::move(rules)));
}

}   // namespace lift
