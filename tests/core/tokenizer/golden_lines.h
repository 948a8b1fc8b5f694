#pragma once
// The golden files in tests/golden/tokenizer, and the hashes that stand for ids and texts in them.
#include <zstd.h>

#include <cstring>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/io/atomic_file.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"

namespace lift::test {

inline std::string golden_bytes(const std::string& name) {
  auto bytes = read_whole_file(golden("tokenizer/" + name), 64u << 20);
  if (!bytes.ok()) throw std::runtime_error(bytes.error().sentence());
  return std::move(bytes).value();
}

inline std::vector<std::string> golden_lines() {
  const std::string packed = golden_bytes("lines.jsonl.zst");
  std::string text(ZSTD_getFrameContentSize(packed.data(), packed.size()), '\0');
  if (ZSTD_isError(ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size())))
    throw std::runtime_error("lines.jsonl.zst does not unpack");
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(nlohmann::json::parse(text.substr(at, end - at)).get<std::string>());
    at = end + 1;
  }
  return lines;
}

inline std::vector<std::uint32_t> golden_numbers(const std::string& name) {
  const std::string bytes = golden_bytes(name);
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(std::uint32_t));
  return numbers;
}

inline std::uint32_t golden_number(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325u;
  for (const char byte : bytes) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return static_cast<std::uint32_t>(value >> 32) ^ static_cast<std::uint32_t>(value);
}

inline std::vector<TokenId> ids_of(const std::vector<Token>& tokens) {
  std::vector<TokenId> ids;
  for (const Token& token : tokens) ids.push_back(token.id);
  return ids;
}

inline std::uint32_t golden_number(std::span<const TokenId> ids) {
  return golden_number({reinterpret_cast<const char*>(ids.data()), ids.size_bytes()});
}

// A temporary model folder with one of the golden tokenizers.
class GoldenFolder {
 public:
  GoldenFolder(const std::string& name, const std::string& as) {
    std::filesystem::copy_file(golden("tokenizer/" + name), folder_ / as);
  }
  std::unique_ptr<Tokenizer> load() const {
    auto tokenizer = load_tokenizer(folder_.path());
    if (!tokenizer.ok()) throw std::runtime_error(tokenizer.error().sentence());
    return std::move(tokenizer).value();
  }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

inline std::unique_ptr<Tokenizer> load_demo_tokenizer() {
  auto tokenizer = load_tokenizer(demo_model());
  if (!tokenizer.ok()) throw std::runtime_error(tokenizer.error().sentence());
  return std::move(tokenizer).value();
}

}   // namespace lift::test
