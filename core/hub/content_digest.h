#pragma once
// The checksum by which the hub and its cache name a file's content: SHA-256 of large files, git's SHA-1 of small ones,
// which has "blob SIZE" and a zero byte before the content. Private to core/hub. Tensor-free.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace lift {

class ContentDigest {
 public:
  // `digest` says which of the two by its length, 64 or 40 digits; `bytes` is the length of the whole content.
  ContentDigest(const std::string& digest, std::int64_t bytes);
  ~ContentDigest();
  ContentDigest(const ContentDigest&) = delete;
  ContentDigest& operator=(const ContentDigest&) = delete;

  void restart();
  void add(std::span<const std::byte> bytes);
  std::string finish();   // in hexadecimal digits; restart() before anything else is added

 private:
  bool is_git_;
  std::int64_t bytes_;
  void* context_;
};

}   // namespace lift
