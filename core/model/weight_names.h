#pragma once
// What a weight is called in a Hugging Face folder and in a GGUF file. Used by the loader and by exports. Tensor-free.
#include <cstdint>
#include <string>

#include "core/model/matrix_id.h"

namespace lift {

struct WeightName {
  std::string hf;     // "model.layers.0.self_attn.q_proj.weight"
  std::string gguf;   // "blk.0.attn_q.weight"
};

WeightName embedding_name();
WeightName final_norm_name();
WeightName head_name();   // absent in a file whose head is tied to the embedding
WeightName attention_norm_name(std::int64_t layer);
WeightName feed_forward_norm_name(std::int64_t layer);
WeightName projection_name(MatrixId id);

}   // namespace lift
