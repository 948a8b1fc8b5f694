#pragma once
// The safetensors format (huggingface/safetensors, README "Format"): u64 header length, JSON header, data.
// Everything is checked in open(): header size, duplicate names, ranges that overlap, leave holes or pass the end,
// shape product against byte count. Used by model/ and checkpoint/. Tensor-free. Thread: any, after open.
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

class SafetensorsReader {
 public:
  // Errors: NotFound, Io; Malformed for every broken rule, with the tensor's name; Unsupported for element types
  // that no DType stands for (F8, F4, complex).
  static Result<SafetensorsReader> open(const std::filesystem::path& path);
  static Result<SafetensorsReader> read(std::shared_ptr<const MappedFile> file);

  const std::vector<TensorView>& tensors() const { return tensors_; }   // by offset
  const TensorView* find(std::string_view name) const;                  // nullptr: not there
  const std::map<std::string, std::string>& metadata() const { return metadata_; }
  const std::shared_ptr<const MappedFile>& file() const { return file_; }   // keeps the views alive

 private:
  std::shared_ptr<const MappedFile> file_;
  std::vector<TensorView> tensors_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::map<std::string, std::string> metadata_;
};

}   // namespace lift
