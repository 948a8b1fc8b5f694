#include "core/model/weight_names.h"

namespace lift {

WeightName embedding_name() { return {"model.embed_tokens.weight", "token_embd.weight"}; }
WeightName final_norm_name() { return {"model.norm.weight", "output_norm.weight"}; }
WeightName head_name() { return {"lm_head.weight", "output.weight"}; }

WeightName name_in_layer(std::int64_t layer, const LayerTensor& tensor) {
  const std::string number = std::to_string(layer);
  return {"model.layers." + number + "." + tensor.hf, "blk." + number + "." + tensor.gguf};
}

}   // namespace lift
