#include "core/tokenizer/sentencepiece_file.h"

#include <bit>
#include <functional>
#include <optional>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::size_t kLargestVocabulary = 16u << 20;

// A field of a message on the wire: a number, or bytes.
struct Field {
  std::uint64_t number = 0;   // which field
  std::uint64_t value = 0;    // of a varint or fixed width
  std::string_view bytes;     // of a text or a message
};

class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return at_ >= bytes_.size(); }
  // Nothing: the bytes are no message.
  std::optional<Field> next() {
    const auto key = varint();
    if (!key || (*key >> 3) == 0) return std::nullopt;
    Field field;
    field.number = *key >> 3;
    switch (*key & 7) {
      case 0: return with_value(field, varint());
      case 1: return with_value(field, fixed(8));
      case 5: return with_value(field, fixed(4));
      case 2: break;
      default: return std::nullopt;
    }
    const auto size = varint();
    if (!size || *size > bytes_.size() - at_) return std::nullopt;
    field.bytes = bytes_.substr(at_, static_cast<std::size_t>(*size));
    at_ += static_cast<std::size_t>(*size);
    return field;
  }

 private:
  static std::optional<Field> with_value(Field field, std::optional<std::uint64_t> value) {
    if (!value) return std::nullopt;
    field.value = *value;
    return field;
  }
  std::optional<std::uint64_t> varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return std::nullopt;
  }
  std::optional<std::uint64_t> fixed(std::size_t width) {
    if (width > bytes_.size() - at_) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at_++])) << (8 * i);
    return value;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

bool for_each_field(std::string_view message, const std::function<bool(const Field&)>& take) {
  WireReader reader(message);
  while (!reader.at_end()) {
    const auto field = reader.next();
    if (!field || !take(*field)) return false;
  }
  return true;
}

bool read_piece(std::string_view message, SentencePiece& piece) {
  return for_each_field(message, [&](const Field& field) {
    if (field.number == 1) piece.text = field.bytes;
    if (field.number == 2) piece.score = std::bit_cast<float>(static_cast<std::uint32_t>(field.value));
    if (field.number == 3) piece.type = static_cast<SentencePiece::Type>(field.value);
    return field.number != 3 || (field.value >= 1 && field.value <= 6);
  });
}

// Ids are int32; a negative one is written as ten bytes.
std::int64_t id_of(const Field& field) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(field.value)); }

bool read_trainer(std::string_view message, SentencePieceFile& file) {
  return for_each_field(message, [&](const Field& field) {
    switch (field.number) {
      case 3: file.kind = static_cast<SentencePieceFile::Kind>(field.value); break;
      case 35: file.byte_fallback = field.value != 0; break;
      case 40: file.unknown_id = id_of(field); break;
      case 41: file.bos_id = id_of(field); break;
      case 42: file.eos_id = id_of(field); break;
      case 43: file.pad_id = id_of(field); break;
      case 45: file.unknown_piece = field.bytes; break;
      case 46: file.bos_piece = field.bytes; break;
      case 47: file.eos_piece = field.bytes; break;
      case 48: file.pad_piece = field.bytes; break;
      default: break;
    }
    return true;
  });
}

bool read_normalizer(std::string_view message, SentencePieceFile& file) {
  return for_each_field(message, [&](const Field& field) {
    if (field.number == 2) file.charsmap = field.bytes;
    if (field.number == 3) file.add_dummy_prefix = field.value != 0;
    if (field.number == 4) file.remove_extra_whitespaces = field.value != 0;
    if (field.number == 5) file.escape_whitespaces = field.value != 0;
    return true;
  });
}

}   // namespace

Result<SentencePieceFile> read_sentencepiece_file(std::string_view bytes, const std::string& subject) {
  SentencePieceFile file;
  const bool read = for_each_field(bytes, [&](const Field& field) {
    if (field.number == 1)
      return file.pieces.size() < kLargestVocabulary && read_piece(field.bytes, file.pieces.emplace_back());
    if (field.number == 2) return read_trainer(field.bytes, file);
    return field.number != 3 || read_normalizer(field.bytes, file);
  });
  if (read && !file.pieces.empty()) return file;
  return make_error(ErrorCode::Malformed, subject,
                    say("expected a SentencePiece model, found {} bytes that are none", bytes.size()),
                    say("A tokenizer.model of tiktoken's kind (lines of base64) is not read: take the folder's "
                        "tokenizer.json"));
}

}   // namespace lift
