#include "core/io/fingerprint.h"

#include <openssl/evp.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

EVP_MD_CTX* digest(void* context) { return static_cast<EVP_MD_CTX*>(context); }

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}   // namespace

std::string Fingerprint::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const std::byte byte : bytes) {
    text += digits[std::to_integer<unsigned>(byte) >> 4];
    text += digits[std::to_integer<unsigned>(byte) & 15];
  }
  return text;
}

Result<Fingerprint> parse_fingerprint(std::string_view hex) {
  Fingerprint fingerprint;
  bool good = hex.size() == 2 * fingerprint.bytes.size();
  for (std::size_t i = 0; good && i < fingerprint.bytes.size(); ++i) {
    const int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
    good = high >= 0 && low >= 0;
    if (good) fingerprint.bytes[i] = static_cast<std::byte>(high << 4 | low);
  }
  if (good) return fingerprint;
  return make_error(ErrorCode::Malformed, say("fingerprint"),
                    say("expected 64 hexadecimal digits (SHA-256), found {}", quote_name(hex)));
}

Fingerprinter::Fingerprinter() : context_(EVP_MD_CTX_new()) {
  LIFT_CHECK(context_ && EVP_DigestInit_ex(digest(context_), EVP_sha256(), nullptr) == 1, "SHA-256 is not available");
}

Fingerprinter::~Fingerprinter() { EVP_MD_CTX_free(digest(context_)); }

void Fingerprinter::add(std::span<const std::byte> bytes) {
  LIFT_CHECK(EVP_DigestUpdate(digest(context_), bytes.data(), bytes.size()) == 1, "add after finish");
}

void Fingerprinter::add(std::string_view text) { add(std::as_bytes(std::span(text))); }

Fingerprint Fingerprinter::finish() {
  Fingerprint result;
  unsigned size = 0;
  const int done = EVP_DigestFinal_ex(digest(context_), reinterpret_cast<unsigned char*>(result.bytes.data()), &size);
  LIFT_CHECK(done == 1 && size == result.bytes.size(), "finish twice");
  return result;
}

Fingerprint fingerprint_of(std::span<const std::byte> bytes) {
  Fingerprinter fingerprinter;
  fingerprinter.add(bytes);
  return fingerprinter.finish();
}

Fingerprint fingerprint_of(std::string_view text) { return fingerprint_of(std::as_bytes(std::span(text))); }

}   // namespace lift
