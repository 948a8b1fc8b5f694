#pragma once
// Makes a GGUF file that has keys but no tensors, for tests of code that reads keys.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lift::test {

class GgufFile {
 public:
  GgufFile& text(std::string_view key, std::string_view value) { return begin(key, kText).put(value); }
  GgufFile& flag(std::string_view key, bool value) { return begin(key, kBool).raw(static_cast<std::uint8_t>(value)); }
  GgufFile& number(std::string_view key, std::uint32_t value) { return begin(key, kUint32).raw(value); }
  GgufFile& texts(std::string_view key, const std::vector<std::string>& values) {
    list(key, kText, values.size());
    for (const std::string& value : values) put(value);
    return *this;
  }
  GgufFile& numbers(std::string_view key, const std::vector<float>& values) {
    list(key, kFloat32, values.size());
    for (const float value : values) raw(value);
    return *this;
  }
  GgufFile& whole_numbers(std::string_view key, const std::vector<std::int32_t>& values) {
    list(key, kInt32, values.size());
    for (const std::int32_t value : values) raw(value);
    return *this;
  }

  std::string bytes() const {
    GgufFile header;
    header.keys_ = "GGUF";
    header.raw(std::uint32_t{3}).raw(std::uint64_t{0}).raw(count_);
    return header.keys_ + keys_;
  }

 private:
  static constexpr std::uint32_t kUint32 = 4, kInt32 = 5, kFloat32 = 6, kBool = 7, kText = 8, kList = 9;

  GgufFile& begin(std::string_view key, std::uint32_t type) {
    ++count_;
    return put(key).raw(type);
  }
  void list(std::string_view key, std::uint32_t type, std::size_t size) {
    begin(key, kList).raw(type).raw(static_cast<std::uint64_t>(size));
  }
  GgufFile& put(std::string_view text) {
    raw(static_cast<std::uint64_t>(text.size()));
    keys_ += text;
    return *this;
  }
  template <typename T>
  GgufFile& raw(T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    keys_.append(bytes, sizeof value);
    return *this;
  }

  std::string keys_;
  std::uint64_t count_ = 0;
};

}   // namespace lift::test
