#pragma once
// What GGUF conversion does to a tensor's values beside their type, by its place in the model (llama.cpp,
// conversion/*.py, modify_tensors). The loader undoes it, exports do it. Tensor-free.
#include <cstdint>
#include <optional>
#include <vector>

#include "core/model/model_config.h"

namespace lift {

struct GgufForm {
  // Value heads in the order in which ggml repeats key heads: the first of every group, then the second, ...
  struct Tiling {
    std::int64_t first = 0;   // row or column where the value heads begin
    std::int64_t groups = 0, per_group = 0, width = 0;
    bool columns = false;
    // Of an order of `size` rows or columns: which of the model's each of the file's is.
    std::vector<std::int64_t> order(std::int64_t size) const;
  };

  std::int64_t paired_head_dim = 0;   // rows of a head lie as rotary pairs side by side; 0: in halves, as here
  double added = 0;                   // to every value: norms that multiply by 1 + weight
  bool rate_of_log = false;           // x becomes -exp(x)
  bool squeezed = false;              // extents of 1 are left out, and the type is F32 whatever the model's
  std::optional<Tiling> tiling;

  bool changes_values() const { return paired_head_dim > 0 || added != 0 || rate_of_log || tiling; }
};

GgufForm gguf_form_of(const ModelConfig& config, const LayerTensor& tensor);
GgufForm gguf_form_of_final_norm(const ModelConfig& config);

}   // namespace lift
