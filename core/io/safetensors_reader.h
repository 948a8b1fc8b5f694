#pragma once
// Reads the safetensors format (huggingface/safetensors, README "Format"): u64 header length, JSON header, data.
// open() checks everything: header size, duplicate names, byte ranges (no overlap, no hole, none beyond the end of the
// file), and shape against byte count. `__metadata__: null` counts as absent, as in the reference reader.
// Tensors of types without a DType (F8, F4, complex) are listed in foreign(); they fail only if something needs them.
// Used by model/, exchange/ and checkpoint/. Tensor-free. Thread: any, after open.
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/mapped_file.h"
#include "core/io/tensor_view.h"

namespace lift {

struct ForeignTensor {
  std::string name;
  std::string type;   // "F8_E4M3", as the file spells it
  std::vector<std::int64_t> shape;
};

class SafetensorsReader {
 public:
  // Errors: NotFound, Io; Malformed for every violated rule, with the tensor's name.
  static Result<SafetensorsReader> open(const std::filesystem::path& path);
  static Result<SafetensorsReader> read(std::shared_ptr<const MappedFile> file);

  const std::vector<TensorView>& tensors() const { return tensors_; }      // ordered by offset
  const TensorView* find(std::string_view name) const;                     // nullptr: not there, or in foreign()
  const std::vector<ForeignTensor>& foreign() const { return foreign_; }   // ordered by offset
  const ForeignTensor* find_foreign(std::string_view name) const;
  const std::map<std::string, std::string>& metadata() const { return metadata_; }
  const std::shared_ptr<const MappedFile>& file() const { return file_; }   // keeps the views alive

 private:
  std::shared_ptr<const MappedFile> file_;
  std::vector<TensorView> tensors_;
  std::vector<ForeignTensor> foreign_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::map<std::string, std::string> metadata_;
};

}   // namespace lift
