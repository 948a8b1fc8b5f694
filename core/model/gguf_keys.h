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

// Scaling of the angles as llama.cpp reads it: ARCH.rope.scaling.type is linear where it is missing, the factor may
// have its old name ARCH.rope.scale_linear, and the divisors of rope_freqs.weight come on top.
// Errors: Unsupported type, Malformed key, Mismatch of the tensor.
Status read_gguf_rope_scaling(const GgufReader& reader, const std::string& architecture, std::int64_t head_dim,
                              RopeConfig& rope);

}   // namespace lift
