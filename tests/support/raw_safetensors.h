#pragma once
// Makes safetensors files that our writer would not make: any header text, then the data.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace lift::test {

inline std::string raw_safetensors(const std::string& header, const std::string& data) {
  const std::uint64_t length = header.size();
  return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + data;
}

inline void write_text(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

}   // namespace lift::test
