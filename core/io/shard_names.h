#pragma once
// File names that belong to a set: "model-00002-of-00005.safetensors", "name-00001-of-00003.gguf".
// Used by io/ and model/. Tensor-free. Thread: any.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lift {

struct ShardName {
  std::string stem;   // "model"
  int number = 0, count = 0;
  std::string extension;                 // ".safetensors"
  std::string name_of(int part) const;   // the file name of another part of the set
};

std::optional<ShardName> parse_shard_name(const std::string& file_name);

// The numbers of the set's parts that do not exist as files in `folder`.
std::vector<int> missing_parts(const std::filesystem::path& folder, const ShardName& set);

}   // namespace lift
