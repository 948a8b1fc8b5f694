#pragma once
// The weights of a model as they lie in a file, whatever its format: found by name, checked, turned into tensors of the
// wanted dtype. gguf_weights.cpp and folder_weights.cpp read; model_loader.cpp asks, and exchange/, which keeps what an
// export does not change as the base has it. Tensor-free. Thread: one at a time.
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/model/model_config.h"
#include "core/model/weight_names.h"

namespace lift {

struct StoredWeight {
  GgufTensor tensor;                        // a safetensors entry is one of type F32, F16 or BF16
  std::shared_ptr<const MappedFile> file;   // keeps the bytes alive; its pages may be written (copy on write)
  Sentence subject;                         // "FILE, tensor NAME", for errors
};

class WeightSource {
 public:
  virtual ~WeightSource() = default;
  virtual const ModelConfig& config() const = 0;
  virtual std::string format() const = 0;   // as in ModelSummary
  virtual std::int64_t file_bytes() const = 0;
  virtual std::map<std::string, std::int64_t> stored_types() const = 0;   // type name -> number of tensors
  virtual bool quantised() const = 0;                                     // some tensor is of a block type
  virtual bool is_gguf() const = 0;
  // Errors: NotFound with file and name, Unsupported element type.
  virtual Result<StoredWeight> find(const WeightName& name) const = 0;
  // What is odd about the files and was read all the same.
  virtual const std::vector<Sentence>& notices() const = 0;
  // Asked after every weight of the model was asked for: tensors, keys and files that nothing uses, in words.
  // Errors: Unsupported: a tensor of a layer is left over, so that the model computes more than is computed here.
  virtual Result<std::vector<Sentence>> not_used() const = 0;
};

// A model folder or a GGUF file. Errors: as below; NotFound or Unsupported, saying what the thing is instead.
Result<std::unique_ptr<WeightSource>> open_weights(const std::filesystem::path& path);

// Errors: NotFound, Io, Malformed, Unsupported.
Result<std::unique_ptr<WeightSource>> open_gguf_weights(const std::filesystem::path& file);
Result<std::unique_ptr<WeightSource>> open_folder_weights(const std::filesystem::path& folder);

}   // namespace lift
