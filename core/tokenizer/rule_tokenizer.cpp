#include "core/tokenizer/rule_tokenizer.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/tokenizer/bpe_model.h"
#include "core/tokenizer/byte_level.h"
#include "core/tokenizer/score_model.h"
#include "core/tokenizer/unigram_model.h"

namespace lift {

namespace {

constexpr std::size_t kReserveBytesPerToken = 4;

// The vocabulary in the form in which words reach the model.
std::vector<std::string> model_pieces(const TokenizerRules& rules) {
  if (!rules.byte_level) return rules.pieces;
  std::vector<std::string> pieces;
  pieces.reserve(rules.pieces.size());
  for (const std::string& piece : rules.pieces) pieces.push_back(bytes_from_byte_level(piece).value_or(""));
  return pieces;
}

std::unique_ptr<WordModel> word_model(const TokenizerRules& rules) {
  switch (rules.word_rule) {
    case WordRule::Scores:
      return std::make_unique<ScoreModel>(rules.pieces, std::vector<float>(rules.scores.begin(), rules.scores.end()),
                                          rules.bpe.unknown);
    case WordRule::Unigram:
      return std::make_unique<UnigramModel>(model_pieces(rules), rules.scores, rules.bpe.unknown,
                                            rules.bpe.byte_fallback);
    case WordRule::Merges: break;
  }
  return std::make_unique<BpeModel>(model_pieces(rules), rules.merges, rules.bpe, rules.byte_level);
}

std::optional<char> fallback_byte(std::string_view piece) {
  if (piece.size() != 6 || !piece.starts_with("<0x") || piece[5] != '>') return std::nullopt;
  int value = 0;
  for (const char digit : piece.substr(3, 2)) {
    if (digit >= '0' && digit <= '9') value = value * 16 + (digit - '0');
    else if (digit >= 'A' && digit <= 'F') value = value * 16 + (digit - 'A' + 10);
    else if (digit >= 'a' && digit <= 'f') value = value * 16 + (digit - 'a' + 10);
    else return std::nullopt;
  }
  return static_cast<char>(value);
}

void replace_all(std::string& text, std::string_view pattern, std::string_view content) {
  if (pattern.empty()) return;
  for (std::size_t at = text.find(pattern); at != std::string::npos; at = text.find(pattern, at + content.size()))
    text.replace(at, pattern.size(), content);
}

void strip_first(std::string& text, std::string_view content, std::uint32_t count) {
  for (; count > 0 && !content.empty() && text.starts_with(content); --count) text.erase(0, content.size());
}

void strip_last(std::string& text, std::string_view content, std::uint32_t count) {
  for (; count > 0 && !content.empty() && text.ends_with(content); --count) text.erase(text.size() - content.size());
}

}   // namespace

RuleTokenizer::RuleTokenizer(TokenizerRules rules)
    : rules_(std::move(rules)),
      added_(rules_.added, rules_.added_order, rules_.normalizer),
      model_(word_model(rules_)) {
  std::size_t size = rules_.pieces.size();
  for (const AddedToken& token : rules_.added) size = std::max(size, static_cast<std::size_t>(token.id) + 1);
  text_of_.resize(size);
  special_.resize(size);
  for (std::size_t id = 0; id < rules_.pieces.size(); ++id) text_of_[id] = decoded_piece(static_cast<TokenId>(id));
  for (const AddedToken& token : rules_.added) {
    const auto id = static_cast<std::size_t>(token.id);
    text_of_[id] = token.content;
    special_[id] = token.special;
    added_ids_.try_emplace(token.content, token.id);
  }
  fingerprint_ = compute_fingerprint();
}

std::string RuleTokenizer::decoded_piece(TokenId id) const {
  std::string text = rules_.pieces[static_cast<std::size_t>(id)];
  for (const DecoderStep& step : rules_.decoder) {
    switch (step.kind) {
      case DecoderStep::Kind::ByteLevel:
        if (auto bytes = bytes_from_byte_level(text)) text = std::move(*bytes);
        break;
      case DecoderStep::Kind::ByteFallback:
        if (const auto byte = fallback_byte(text)) text.assign(1, *byte);
        break;
      case DecoderStep::Kind::Replace:
      case DecoderStep::Kind::Metaspace: replace_all(text, step.pattern, step.content); break;
      case DecoderStep::Kind::StripFirst:
      case DecoderStep::Kind::StripLast: break;
    }
  }
  return text;
}

void RuleTokenizer::encode_between(AlignedText text, std::vector<Token>& out) const {
  const std::vector<ByteSpan> words = rules_.pretokenizer.split(text);
  std::vector<WordToken> tokens;
  for (const ByteSpan word : words) {
    tokens.clear();
    model_->encode_word(text.view().substr(word.begin, word.end - word.begin), tokens);
    for (const WordToken& token : tokens) {
      const ByteSpan source = text.source_of(word.begin + token.begin, word.begin + token.end);
      out.push_back({token.id, source.begin, source.end});
    }
  }
}

void RuleTokenizer::encode_raw(std::string_view text, ByteSpan span, const EncodeOptions& options,
                               std::vector<Token>& out) const {
  AlignedText whole(text.substr(span.begin, span.end - span.begin), span.begin);
  rules_.normalizer.apply(whole);
  if (added_.normalized().empty()) return encode_between(std::move(whole), out);
  for (const AddedTokenMatch& part : added_.normalized().split(whole.view(), options.parse_special)) {
    if (part.id) {
      const ByteSpan source = whole.source_of(part.span.begin, part.span.end);
      out.push_back({*part.id, source.begin, source.end});
    } else {
      encode_between(whole.part(part.span), out);
    }
  }
}

std::vector<Token> RuleTokenizer::encode(std::string_view text, const EncodeOptions& options) const {
  std::vector<Token> out;
  out.reserve(text.size() / kReserveBytesPerToken + 8);
  if (options.add_special)
    for (const TokenId id : rules_.prefix) out.push_back({id, 0, 0});
  for (const AddedTokenMatch& part : added_.raw().split(text, options.parse_special)) {
    if (part.id) out.push_back({*part.id, part.span.begin, part.span.end});
    else encode_raw(text, part.span, options, out);
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  if (options.add_special && !options.continued)
    for (const TokenId id : rules_.suffix) out.push_back({id, size, size});
  return out;
}

std::string RuleTokenizer::decode(std::span<const TokenId> ids, bool skip_special) const {
  std::string text;
  bool first = true;
  for (const TokenId id : ids) {
    if (skip_special && is_special(id)) continue;
    std::string piece = piece_bytes(id);
    for (const DecoderStep& step : rules_.decoder)
      if (first && step.kind == DecoderStep::Kind::Metaspace) strip_first(piece, step.content, step.count);
    text += piece;
    first = false;
  }
  for (const DecoderStep& step : rules_.decoder) {
    if (step.kind == DecoderStep::Kind::StripFirst) strip_first(text, step.content, step.count);
    if (step.kind == DecoderStep::Kind::StripLast) strip_last(text, step.content, step.count);
  }
  return text;
}

std::string RuleTokenizer::piece_bytes(TokenId id) const {
  return id >= 0 && id < vocabulary_size() ? text_of_[static_cast<std::size_t>(id)] : std::string();
}

std::optional<TokenId> RuleTokenizer::id_of(std::string_view piece) const {
  if (const auto added = added_ids_.find(std::string(piece)); added != added_ids_.end()) return added->second;
  if (!rules_.byte_level) return model_->find(piece);
  const auto bytes = bytes_from_byte_level(piece);
  return bytes ? model_->find(*bytes) : std::nullopt;
}

bool RuleTokenizer::is_special(TokenId id) const {
  return id >= 0 && id < vocabulary_size() && special_[static_cast<std::size_t>(id)];
}

Sentence RuleTokenizer::description() const {
  std::string size = std::to_string(vocabulary_size());
  for (auto at = static_cast<int>(size.size()) - 3; at > 0; at -= 3) size.insert(static_cast<std::size_t>(at), ",");
  if (rules_.word_rule == WordRule::Scores) return say("SentencePiece, {} tokens, {}", size, rules_.source);
  if (rules_.word_rule == WordRule::Unigram) return say("unigram model, {} tokens, {}", size, rules_.source);
  return rules_.byte_level ? say("byte-level BPE, {} tokens, {}", size, rules_.source)
                           : say("SentencePiece-style BPE, {} tokens, {}", size, rules_.source);
}

Fingerprint RuleTokenizer::compute_fingerprint() const {
  Fingerprinter all;
  const auto add = [&all](std::string_view text) {
    all.add(std::to_string(text.size()));
    all.add(":");
    all.add(text);
  };
  add(rules_.byte_level ? "byte-level BPE 1" : "BPE 1");
  for (const std::string& piece : rules_.pieces) add(piece);
  for (const BpeMerge& merge : rules_.merges) add(fmt::format("{} {}", merge.left, merge.right));
  const BpeRules& bpe = rules_.bpe;
  add(fmt::format("unknown {} {} fallback {} whole {}", bpe.unknown.value_or(-1), bpe.fuse_unknown, bpe.byte_fallback,
                  bpe.ignore_merges));
  add(bpe.continuing_prefix);
  add(bpe.word_suffix);
  add(rules_.normalizer.description());
  add(rules_.pretokenizer.description());
  for (const AddedToken& token : rules_.added)
    add(fmt::format("{} {} {}{}{}{}{}", token.id, token.content, token.special, token.single_word, token.lstrip,
                    token.rstrip, token.normalized));
  for (const DecoderStep& step : rules_.decoder)
    add(fmt::format("{} {} {} {}", static_cast<int>(step.kind), step.pattern, step.content, step.count));
  add(fmt::format("{}|{}", fmt::join(rules_.prefix, " "), fmt::join(rules_.suffix, " ")));
  if (rules_.word_rule == WordRule::Merges) return all.finish();
  add(rules_.word_rule == WordRule::Scores ? "scores" : "unigram");
  for (const double score : rules_.scores) add(fmt::format("{:a}", score));
  return all.finish();
}

}   // namespace lift
