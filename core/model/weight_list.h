#pragma once
// Every tensor that a model of this configuration has, in the order of CausalLm::named_tensors: its names in files, its
// shape, and what GGUF conversion makes of its values. Used by the loader and by exports. Tensor-free.
#include <vector>

#include "core/model/gguf_form.h"
#include "core/model/model_config.h"
#include "core/model/weight_names.h"

namespace lift {

struct ListedWeight {
  WeightName name;
  std::vector<std::int64_t> shape;
  GgufForm gguf = {};   // how the values lie in GGUF files of the family
};

std::vector<ListedWeight> weights_of(const ModelConfig& config);

}   // namespace lift
