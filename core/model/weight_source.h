#pragma once
// The weights of a model as they lie in a file, whatever its format: found by name, checked, turned into tensors of the
// wanted dtype. Private to core/model: gguf_weights.cpp and folder_weights.cpp read, model_loader.cpp asks.
// Tensor-free.
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
  // Rows of q and k lie as rotary pairs side by side, and are to be put back into halves.
  virtual bool rotary_pairs() const = 0;
  // Errors: NotFound with file and name, Unsupported element type.
  virtual Result<StoredWeight> find(const WeightName& name) const = 0;
};

// Errors: NotFound, Io, Malformed, Unsupported.
Result<std::unique_ptr<WeightSource>> open_gguf_weights(const std::filesystem::path& file);
Result<std::unique_ptr<WeightSource>> open_folder_weights(const std::filesystem::path& folder);

// A bias in the file that the arithmetic would ignore is Unsupported, whatever the configuration says.
Status refuse_bias(const std::string& file, const std::string& tensor_name);

}   // namespace lift
