#pragma once
// What a weight is called in a Hugging Face folder and in a GGUF file. Used by the loader and by exports. Tensor-free.
#include <cstdint>
#include <string>

#include "core/model/layer_plan.h"

namespace lift {

struct WeightName {
  std::string hf;     // "model.layers.0.self_attn.q_proj.weight"
  std::string gguf;   // "blk.0.attn_q.weight"
};

WeightName embedding_name();
WeightName final_norm_name();
WeightName head_name();   // absent in a file whose head is tied to the embedding
WeightName name_in_layer(std::int64_t layer, const LayerTensor& tensor);

}   // namespace lift
