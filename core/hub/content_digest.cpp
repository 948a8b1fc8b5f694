#include "core/hub/content_digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include "core/base/check.h"

namespace lift {

namespace {

EVP_MD_CTX* digest(void* context) { return static_cast<EVP_MD_CTX*>(context); }

}   // namespace

ContentDigest::ContentDigest(const std::string& expected, std::int64_t bytes)
    : is_git_(expected.size() == 40), bytes_(bytes), context_(EVP_MD_CTX_new()) {
  LIFT_CHECK(context_);
  restart();
}

ContentDigest::~ContentDigest() { EVP_MD_CTX_free(digest(context_)); }

void ContentDigest::restart() {
  LIFT_CHECK(EVP_DigestInit_ex(digest(context_), is_git_ ? EVP_sha1() : EVP_sha256(), nullptr) == 1);
  if (!is_git_) return;
  std::string header = fmt::format("blob {}", bytes_);
  header.push_back('\0');
  add(std::as_bytes(std::span(header)));
}

void ContentDigest::add(std::span<const std::byte> bytes) {
  LIFT_CHECK(EVP_DigestUpdate(digest(context_), bytes.data(), bytes.size()) == 1);
}

std::string ContentDigest::finish() {
  unsigned char value[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  LIFT_CHECK(EVP_DigestFinal_ex(digest(context_), value, &length) == 1);
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", value[i]);
  return hex;
}

}   // namespace lift
