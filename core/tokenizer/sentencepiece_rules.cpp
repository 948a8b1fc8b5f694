#include "core/tokenizer/sentencepiece_rules.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/vocabulary_merges.h"

namespace lift {

namespace {

using Prepend = PretokenizerStep::Prepend;
constexpr std::string_view kBlankPiece = "\xE2\x96\x81";

Status add_normalizer(const SentencePieceFile& file, bool legacy, const std::string& subject, TokenizerRules& rules) {
  std::vector<NormalizerStep> steps;
  if (!file.charsmap.empty()) {
    NormalizerStep step;
    step.kind = NormalizerStep::Kind::Precompiled;
    LIFT_ASSIGN(step.charsmap, Charsmap::read(file.charsmap, subject));
    steps.push_back(std::move(step));
  }
  const auto replace = [&](const char* pattern, std::string content) -> Status {
    LIFT_ASSIGN(Regex regex, Regex::compile(pattern, subject));
    steps.push_back(replace_step(std::move(regex), pattern, std::move(content)));
    return {};
  };
  if (file.remove_extra_whitespaces) {
    LIFT_RETURN_IF_ERROR(replace(R"(\A +| +\z)", ""));
    LIFT_RETURN_IF_ERROR(replace(" {2,}", " "));
  }
  if (file.escape_whitespaces) LIFT_RETURN_IF_ERROR(replace(" ", std::string(kBlankPiece)));
  // Metaspace adds nothing to a text that begins with its mark; SentencePiece does.
  if (file.add_dummy_prefix && legacy)
    LIFT_RETURN_IF_ERROR(replace("\\A\xE2\x96\x81", std::string(kBlankPiece) + std::string(kBlankPiece)));
  rules.normalizer = Normalizer(std::move(steps));
  return {};
}

PretokenizerStep metaspace(Prepend prepend) {
  PretokenizerStep step;
  step.kind = PretokenizerStep::Kind::Metaspace;
  step.prepend = prepend;
  step.split = false;
  return step;
}

void add_pretokenizer(const SentencePieceFile& file, bool legacy, TokenizerRules& rules) {
  std::vector<PretokenizerStep> steps;
  if (file.add_dummy_prefix) steps.push_back(metaspace(legacy ? Prepend::Always : Prepend::First));
  std::vector<std::string> whole;   // user-defined pieces are never merged with what stands beside them
  for (const SentencePiece& piece : file.pieces)
    if (piece.type == SentencePiece::Type::UserDefined) whole.push_back(piece.text);
  if (!whole.empty()) {
    steps.push_back(whole_step(whole));
    rules.bpe.ignore_merges = true;
  }
  rules.pretokenizer = Pretokenizer(std::move(steps));
}

std::vector<DecoderStep> blank_decoder(bool bytes, bool strips_first) {
  std::vector<DecoderStep> steps{{DecoderStep::Kind::Replace, std::string(kBlankPiece), " ", 0}};
  if (bytes) steps.push_back({DecoderStep::Kind::ByteFallback, {}, {}, 0});
  if (strips_first) steps.push_back({DecoderStep::Kind::StripFirst, {}, " ", 1});
  return steps;
}

bool is_legacy(const SideFiles& side) {
  const auto& value = json_at(side.tokenizer_config, "legacy");
  if (side.tokenizer_config.is_object() && side.tokenizer_config.contains("legacy"))
    return !(value.is_null() || value == false);
  return true;
}

// What TokenizersBackend does: the file's own settings.
Status apply_own_settings(const SentencePieceFile& file, const SideFiles& side, const std::string& subject,
                          TokenizerRules& rules) {
  const bool legacy = is_legacy(side);
  LIFT_RETURN_IF_ERROR(add_normalizer(file, legacy, subject, rules));
  add_pretokenizer(file, legacy, rules);
  rules.decoder = blank_decoder(file.byte_fallback, file.add_dummy_prefix);
  rules.bpe.byte_fallback = file.byte_fallback;
  rules.bpe.fuse_unknown = true;
  if (file.unknown_id >= 0 && file.unknown_id < std::ssize(file.pieces))
    rules.bpe.unknown = static_cast<TokenId>(file.unknown_id);
  std::vector<double> scores;
  for (const SentencePiece& piece : file.pieces) scores.push_back(piece.score);
  if (file.kind == SentencePieceFile::Kind::Bpe) {
    const auto is_normal = [&](std::size_t id) { return file.pieces[id].type == SentencePiece::Type::Normal; };
    rules.merges = merges_by_score(rules.pieces, scores, is_normal);
    return {};
  }
  rules.word_rule = WordRule::Unigram;
  rules.scores = std::move(scores);
  return {};
}

void add_own_tokens(const SentencePieceFile& file, bool user_defined_too, AddedVocabularyInput& input) {
  for (const SentencePiece& piece : file.pieces) {
    const bool control = piece.type == SentencePiece::Type::Control;
    if (control || (user_defined_too && piece.type == SentencePiece::Type::UserDefined))
      input.extra.push_back({0, piece.text, control, false, false, false, false});
  }
}

}   // namespace

void apply_llama_rules(Prepend prepend, TokenizerRules& rules) {
  rules.normalizer = Normalizer();
  rules.pretokenizer = Pretokenizer({metaspace(prepend)});
  rules.decoder = blank_decoder(true, prepend != Prepend::Never);
  rules.bpe = {};
  rules.bpe.fuse_unknown = true;
  rules.bpe.byte_fallback = true;
}

void apply_gemma_rules(TokenizerRules& rules) {
  rules.normalizer = Normalizer({replace_step(Regex::literal(" "), " ", std::string(kBlankPiece))});
  rules.pretokenizer = Pretokenizer();   // its Split by blanks finds none behind the normalizer
  rules.decoder = blank_decoder(true, false);
  const auto unknown = std::ranges::find(rules.pieces, "<unk>");
  rules.bpe = {};
  rules.bpe.fuse_unknown = true;
  rules.bpe.byte_fallback = true;
  if (unknown != rules.pieces.end()) rules.bpe.unknown = static_cast<TokenId>(unknown - rules.pieces.begin());
}

Result<TokenizerRules> rules_from_sentencepiece(const SentencePieceFile& file, TransformersClass reader,
                                                const SideFiles& side, const std::string& subject,
                                                AddedVocabularyInput& input) {
  using Kind = SentencePieceFile::Kind;
  if (file.kind != Kind::Bpe && file.kind != Kind::Unigram)
    return make_error(ErrorCode::Unsupported, subject,
                      say("expected a SentencePiece model of kind BPE or unigram, found {}",
                          file.kind == Kind::Word ? say("one of whole words") : say("another kind")));
  TokenizerRules rules;
  rules.source = Sentence::verbatim("tokenizer.model");
  for (const SentencePiece& piece : file.pieces) rules.pieces.push_back(piece.text);
  add_own_tokens(file, reader != TransformersClass::FromFile, input);
  if (reader == TransformersClass::FromFile) {
    LIFT_RETURN_IF_ERROR(apply_own_settings(file, side, subject, rules));
    if (file.bos_id >= 0) input.default_names.emplace_back("bos_token", file.bos_piece);
    if (file.eos_id >= 0) input.default_names.emplace_back("eos_token", file.eos_piece);
    if (file.unknown_id >= 0) input.default_names.emplace_back("unk_token", file.unknown_piece);
    return rules;
  }
  // By id alone (generate_merges), which is by score in every real file.
  rules.merges = merges_by_score(rules.pieces, std::vector<double>(rules.pieces.size()));
  if (reader == TransformersClass::Llama) apply_llama_rules(llama_prepend(side), rules);
  else apply_gemma_rules(rules);
  if (reader == TransformersClass::Llama && !file.add_dummy_prefix && llama_prepend(side) != Prepend::Never)
    rules.notices.push_back(
        say("tokenizer.model says that no blank goes in front of a text; transformers 5 puts one "
            "there for tokenizer_class LlamaTokenizer unless add_prefix_space is false, and so "
            "does this program."));
  return rules;
}

}   // namespace lift
