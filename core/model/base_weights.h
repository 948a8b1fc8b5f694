#pragma once
// The weights of a model as its files have them, beside the model in memory: exports keep what did not change as the
// base stores it, and tell what did. Used by exchange/. Thread: the engine's.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/model/weight_list.h"
#include "core/model/weight_source.h"

namespace lift {

class BaseWeights {
 public:
  // Errors: those of load_model, before any weight is read.
  static Result<BaseWeights> open(const std::filesystem::path& model);

  const WeightSource& source() const { return *source_; }
  const ModelConfig& config() const { return source_->config(); }
  // How the values lie in this model's own files: nothing changes them in a folder.
  GgufForm form_in_files(const ListedWeight& weight) const { return source_->is_gguf() ? weight.gguf : GgufForm(); }
  // As in config(): what a tensor called `hf_name` in memory is called in files; nullptr: the model has none.
  const ListedWeight* listed(const std::string& hf_name) const;
  // Bytes and type as stored, in the file's own form (form_in_files).
  Result<StoredWeight> stored(const std::string& hf_name) const;
  // In the model's order of rows, rounded to `dtype` as the loader does it: CPU.
  Result<at::Tensor> as(const std::string& hf_name, DType dtype) const;

 private:
  std::unique_ptr<WeightSource> source_;
  std::map<std::string, ListedWeight> list_;
};

}   // namespace lift
