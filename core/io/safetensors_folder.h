#pragma once
// The safetensors files of a Hugging Face folder as one set of tensors: model.safetensors, or the shards listed in
// model.safetensors.index.json, or numbered shards without an index. As in transformers, the files decide which tensors
// exist, and the index only which files to open; notices() reports differences between the two.
// Used by model/ and exchange/. Tensor-free. Thread: any, after open.
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/safetensors_reader.h"

namespace lift {

class SafetensorsFolder {
 public:
  enum class Pages : std::uint8_t { ReadOnly, CopyOnWrite };
  // Errors: NotFound (no such files, or a missing shard, by name), Io, Malformed (index or shard), Unsupported (the
  // folder only has pickled weights).
  static Result<SafetensorsFolder> open(const std::filesystem::path& folder, Pages pages = Pages::ReadOnly);

  struct Found {
    TensorView view;
    std::shared_ptr<const MappedFile> file;   // keeps the view alive
  };
  bool has(std::string_view name) const { return place_.find(name) != place_.end(); }   // of a readable type or not
  // Errors: NotFound; Unsupported (element type); Malformed (two shards hold the tensor with different values).
  Result<Found> find(std::string_view name) const;
  // "FILE, tensor NAME"
  Sentence subject_of(std::string_view name) const;

  std::set<std::string> names() const;
  std::map<std::string, std::int64_t> types() const;   // type name -> number of tensors
  std::int64_t file_bytes() const;
  const std::vector<Sentence>& notices() const { return notices_; }     // oddities that did not prevent reading
  const std::vector<Sentence>& not_used() const { return not_used_; }   // files that were not opened

 private:
  struct Index;
  Status add(const std::string& shard, Pages pages);
  Status add_all(const Index& index, Pages pages);
  void compare_with(const Index& index);
  void note_unlisted(const std::set<std::string>& listed);
  static Result<Index> read_index(const std::filesystem::path& file);

  std::filesystem::path folder_;
  std::map<std::string, SafetensorsReader> shards_;
  std::map<std::string, std::string, std::less<>> place_;      // tensor name -> shard
  std::map<std::string, std::string, std::less<>> conflict_;   // tensor name -> another shard with different values
  std::vector<Sentence> notices_, not_used_;
};

}   // namespace lift
