#pragma once
// What Gemma 2 and Gemma 3 have in common: norms of 1 + weight before and behind the blocks, a GELU gate, scaled
// embeddings, a score scale and soft caps of their own. Private to core/model.
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

void set_gemma_layer(ModelConfig& config);

// config.json: the score scale, the caps where the keys are absent (null: none), what is refused.
// Errors: Malformed, Unsupported, naming file and key.
struct GemmaCaps {
  double scores = 0, logits = 0;
};
Status read_gemma_scores(const JsonKeys& keys, const GemmaCaps& usual, ModelConfig& config);
// GGUF: the caps, and the scale of the model with `other_scale_layers` layers, as llama.cpp has it in its code.
Status read_gguf_gemma_scores(const GgufKeys& keys, std::int64_t other_scale_layers, ModelConfig& config);

// Kind 0 sees all, kind 1 a window, with the angles of `local`.
void set_gemma_kinds(ModelConfig& config, std::int64_t window, const RopeConfig& local,
                     const std::vector<bool>& slides);

void gemma_to_json(const ModelConfig& config, nlohmann::json& json);
void gemma_to_gguf(const ModelConfig& config, GgufOwnKeys& keys);

}   // namespace lift
