#include "core/model/weight_names.h"

namespace lift {

namespace {

constexpr std::array<const char*, kProjectionCount> kGgufNames{"attn_q",   "attn_k", "attn_v",  "attn_output",
                                                               "ffn_gate", "ffn_up", "ffn_down"};

WeightName in_layer(std::int64_t layer, const char* hf, const char* gguf) {
  const std::string number = std::to_string(layer);
  return {"model.layers." + number + "." + hf, "blk." + number + "." + gguf};
}

}   // namespace

WeightName embedding_name() { return {"model.embed_tokens.weight", "token_embd.weight"}; }
WeightName final_norm_name() { return {"model.norm.weight", "output_norm.weight"}; }
WeightName head_name() { return {"lm_head.weight", "output.weight"}; }

WeightName attention_norm_name(std::int64_t layer) {
  return in_layer(layer, "input_layernorm.weight", "attn_norm.weight");
}

WeightName feed_forward_norm_name(std::int64_t layer) {
  return in_layer(layer, "post_attention_layernorm.weight", "ffn_norm.weight");
}

WeightName projection_name(MatrixId id) {
  const std::string gguf = kGgufNames[static_cast<std::size_t>(id.projection)];
  return {hf_name(id), "blk." + std::to_string(id.layer) + "." + gguf + ".weight"};
}

}   // namespace lift
