#pragma once
// Every key of a GGUF file is used, known to change nothing here, refused, or told as not used. Which keys the
// families use stands in the tables of gguf_keys.cpp. Tensor-free. Private to core/model.
#include <vector>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/model/model_config.h"

namespace lift {

struct GgufFindings {
  std::vector<Sentence> not_used;   // "key NAME"
  std::vector<Sentence> notices;
};
// Errors: Unsupported, naming the first key whose value changes the arithmetic in a way that is not computed here.
Result<GgufFindings> check_gguf_keys(const GgufReader& reader);

// Scaling of config.rope's angles as llama.cpp reads it: ARCH.rope.scaling.type is linear where it is missing, the
// factor may have its old name ARCH.rope.scale_linear, and the divisors of rope_freqs.weight come on top;
// rope_factors_short and _long make it LongRope. Yarn's own keys are taken where they are there, though llama.cpp looks
// at some for few architectures only. The head width and the length are read already. Errors: Unsupported type,
// Malformed key, Mismatch of a tensor.
Status read_gguf_rope_scaling(const GgufReader& reader, const std::string& architecture, ModelConfig& config);

}   // namespace lift
