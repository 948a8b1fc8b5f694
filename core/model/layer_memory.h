#pragma once
// What one token costs in a decoder layer, told by the blocks that hold it (attention_block.cpp,
// feed_forward_block.cpp, decoder_layer.cpp). Used by the memory plan. Tensor-free.
#include <cstdint>

#include "core/model/model_config.h"

namespace lift {

// Bytes of one token.
struct TokenBytes {
  std::int64_t kept = 0;         // from forward to backward, in a layer that keeps everything
  std::int64_t workspace = 0;    // of the layer whose backward is at work
  std::int64_t evaluation = 0;   // of the layer at work without gradients

  TokenBytes& operator+=(const TokenBytes& other) {
    kept += other.kept;
    workspace += other.workspace;
    evaluation += other.evaluation;
    return *this;
  }
};

// `element`: bytes of the model's dtype.
TokenBytes attention_token_bytes(const ModelConfig& config, std::int64_t element);
TokenBytes delta_token_bytes(const ModelConfig& config, std::int64_t element);
TokenBytes feed_forward_token_bytes(const ModelConfig& config, std::int64_t element);
// Of both blocks, and of the norms and the stream around them; kept: on average, where layers differ.
TokenBytes layer_token_bytes(const ModelConfig& config, std::int64_t element);

}   // namespace lift
