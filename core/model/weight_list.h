#pragma once
// Every tensor that a model of this configuration has, in the order of CausalLm::named_tensors: its names in files, its
// shape, and whether GGUF conversion reorders its rows. Used by the loader and by exports. Tensor-free.
#include <vector>

#include "core/model/model_config.h"
#include "core/model/weight_names.h"

namespace lift {

struct ListedWeight {
  WeightName name;
  std::vector<std::int64_t> shape;
  bool rotates = false;   // rows belong to heads whose channels rotate (q and k)
  bool is_norm = false;   // GGUF conversion of some families stores 1 + weight
};

std::vector<ListedWeight> weights_of(const ModelConfig& config);

}   // namespace lift
