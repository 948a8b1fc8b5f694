#include "core/tokenizer/sentencepiece_tokenizer.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <bit>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/tokenizer/end_of_generation.h"

namespace lift {

namespace {

constexpr std::string_view blank_piece = "\xE2\x96\x81";

// Fields of sentencepiece_model.proto, written by hand: the public library has no way to build a model.
class ProtoWriter {
 public:
  void varint(int field, std::uint64_t value) {
    raw_varint(static_cast<std::uint64_t>(field) << 3);
    raw_varint(value);
  }
  void fixed32(int field, std::uint32_t value) {
    raw_varint((static_cast<std::uint64_t>(field) << 3) | 5);
    for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(value >> shift);
  }
  void text(int field, std::string_view value) {
    raw_varint((static_cast<std::uint64_t>(field) << 3) | 2);
    raw_varint(value.size());
    bytes_ += value;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void raw_varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  std::string bytes_;
};

std::string serialize_piece(const std::string& piece, float score, int type) {
  ProtoWriter writer;
  writer.text(1, piece);
  writer.fixed32(2, std::bit_cast<std::uint32_t>(score));
  writer.varint(3, static_cast<std::uint64_t>(type));
  return writer.bytes();
}

std::string text_of_piece(std::string_view piece) {
  std::string text;
  for (std::size_t at = 0; at < piece.size();) {
    const bool blank = piece.substr(at).starts_with(blank_piece);
    text += blank ? ' ' : piece[at];
    at += blank ? blank_piece.size() : 1;
  }
  return text;
}

char byte_of_piece(std::string_view piece) {   // "<0x0A>"
  return static_cast<char>(std::strtol(std::string(piece.substr(3, 2)).c_str(), nullptr, 16));
}

std::string with_commas(std::size_t number) {
  std::string text = std::to_string(number);
  for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

void take_special_from(const sentencepiece::SentencePieceProcessor& model, SentencePieceRules& rules) {
  const auto id_or_none = [](int id) { return id >= 0 ? std::optional<TokenId>(id) : std::nullopt; };
  if (!rules.special.bos) rules.special.bos = id_or_none(model.bos_id());
  if (!rules.special.eos) rules.special.eos = id_or_none(model.eos_id());
  if (!rules.special.pad) rules.special.pad = id_or_none(model.pad_id());
  if (!rules.special.unknown) rules.special.unknown = id_or_none(model.unk_id());
  for (int id = 0; id < model.GetPieceSize(); ++id) {
    const bool known = std::ranges::any_of(rules.added, [id](const AddedToken& token) { return token.id == id; });
    if (known || (!model.IsControl(id) && !model.IsUnknown(id))) continue;
    rules.added.push_back({id, model.IdToPiece(id), true, false, false, false, false});
  }
  if (rules.special.eos) add_end_of_generation(rules.special, *rules.special.eos);
  add_known_ends(rules.special, rules.added);
  if (rules.add_bos && rules.special.bos) rules.prefix = {*rules.special.bos};
  if (rules.add_eos && rules.special.eos) rules.suffix = {*rules.special.eos};
}

}   // namespace

std::string serialize_sentencepiece_model(const SentencePieceVocabulary& vocabulary) {
  constexpr std::uint64_t bpe_model = 2;
  constexpr int byte_type = 6, unknown_type = 2;
  ProtoWriter model;
  std::uint64_t unknown = 0;
  bool has_bytes = false;
  for (std::size_t id = 0; id < vocabulary.pieces.size(); ++id) {
    model.text(1, serialize_piece(vocabulary.pieces[id], vocabulary.scores[id], vocabulary.types[id]));
    if (vocabulary.types[id] == unknown_type) unknown = id;
    has_bytes = has_bytes || vocabulary.types[id] == byte_type;
  }
  ProtoWriter trainer;
  trainer.varint(3, bpe_model);
  trainer.varint(4, vocabulary.pieces.size());
  trainer.varint(35, has_bytes);
  trainer.varint(40, unknown);
  model.text(2, trainer.bytes());
  ProtoWriter normalizer;
  normalizer.text(1, "identity");
  normalizer.varint(3, vocabulary.add_dummy_prefix);
  normalizer.varint(4, vocabulary.remove_extra_whitespaces);
  normalizer.varint(5, true);
  model.text(3, normalizer.bytes());
  return model.bytes();
}

Result<std::unique_ptr<Tokenizer>> SentencePieceTokenizer::make(std::string_view model, SentencePieceRules rules,
                                                                const std::string& subject) {
  return catch_exceptions(subject, [&]() -> Result<std::unique_ptr<Tokenizer>> {
    auto processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
    const auto status = processor->LoadFromSerializedProto(model);
    if (!status.ok())
      return make_error(ErrorCode::Malformed, subject,
                        say("expected a SentencePiece model, found none: {}", status.ToString()));
    if (rules.take_special_from_model) take_special_from(*processor, rules);
    return std::unique_ptr<Tokenizer>(new SentencePieceTokenizer(std::move(processor), std::move(rules), model));
  });
}

SentencePieceTokenizer::SentencePieceTokenizer(std::unique_ptr<sentencepiece::SentencePieceProcessor> processor,
                                               SentencePieceRules rules, std::string_view model)
    : processor_(std::move(processor)), rules_(std::move(rules)), added_(rules_.added, Normalizer()) {
  read_pieces();
  std::vector<std::string> probe;
  drops_first_blank_ = processor_->Encode("a", &probe).ok() && !probe.empty() && probe[0].starts_with(blank_piece);
  Fingerprinter all;
  all.add("SentencePiece 1");
  all.add(model);
  for (const AddedToken& token : rules_.added)
    all.add(fmt::format("|{} {} {}", token.id, token.content, token.special));
  all.add(fmt::format("|{}|{}", fmt::join(rules_.prefix, " "), fmt::join(rules_.suffix, " ")));
  fingerprint_ = all.finish();
}

SentencePieceTokenizer::~SentencePieceTokenizer() = default;

void SentencePieceTokenizer::read_pieces() {
  auto size = static_cast<std::size_t>(processor_->GetPieceSize());
  for (const AddedToken& token : rules_.added) size = std::max(size, static_cast<std::size_t>(token.id) + 1);
  text_of_.resize(size);
  special_.resize(size);
  for (int id = 0; id < processor_->GetPieceSize(); ++id) {
    const std::string& piece = processor_->IdToPiece(id);
    text_of_[static_cast<std::size_t>(id)] =
        processor_->IsByte(id) ? std::string(1, byte_of_piece(piece)) : text_of_piece(piece);
  }
  for (const AddedToken& token : rules_.added) {
    const auto id = static_cast<std::size_t>(token.id);
    text_of_[id] = token.content;
    special_[id] = token.special;
    added_ids_.try_emplace(token.content, token.id);
  }
}

void SentencePieceTokenizer::encode_between(std::string_view text, std::uint32_t origin,
                                            std::vector<Token>& out) const {
  const auto pieces = processor_->EncodeAsImmutableProto(text);
  for (std::size_t i = 0; i < pieces.pieces_size(); ++i) {
    const auto piece = pieces.pieces(static_cast<int>(i));
    out.push_back({static_cast<TokenId>(piece.id()), origin + piece.begin(), origin + piece.end()});
  }
}

std::vector<Token> SentencePieceTokenizer::encode(std::string_view text, const EncodeOptions& options) const {
  std::vector<Token> out;
  if (options.add_special)
    for (const TokenId id : rules_.prefix) out.push_back({id, 0, 0});
  for (const AddedTokenMatch& part : added_.raw().split(text, options.parse_special)) {
    if (part.id) out.push_back({*part.id, part.span.begin, part.span.end});
    else encode_between(text.substr(part.span.begin, part.span.end - part.span.begin), part.span.begin, out);
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  if (options.add_special)
    for (const TokenId id : rules_.suffix) out.push_back({id, size, size});
  return out;
}

std::string SentencePieceTokenizer::decode(std::span<const TokenId> ids, bool skip_special) const {
  std::string text;
  for (const TokenId id : ids)
    if (!skip_special || !is_special(id)) text += piece_bytes(id);
  if (drops_first_blank_ && text.starts_with(' ')) text.erase(0, 1);
  return text;
}

std::string SentencePieceTokenizer::piece_bytes(TokenId id) const {
  return id >= 0 && id < vocabulary_size() ? text_of_[static_cast<std::size_t>(id)] : std::string();
}

std::optional<TokenId> SentencePieceTokenizer::id_of(std::string_view piece) const {
  if (const auto added = added_ids_.find(std::string(piece)); added != added_ids_.end()) return added->second;
  const int id = processor_->PieceToId(piece);
  if (id < 0 || id >= processor_->GetPieceSize() || processor_->IdToPiece(id) != piece) return std::nullopt;
  return id;
}

bool SentencePieceTokenizer::is_special(TokenId id) const {
  return id >= 0 && id < vocabulary_size() && special_[static_cast<std::size_t>(id)];
}

Sentence SentencePieceTokenizer::description() const {
  return say("SentencePiece, {} tokens, {}", with_commas(text_of_.size()), rules_.source);
}

}   // namespace lift
