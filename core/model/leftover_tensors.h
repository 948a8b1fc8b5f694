#pragma once
// Tensors of a file that the model does not use: refused where they belong to its layers, else told in words.
// Private to core/model.
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct LeftoverTensors {
  std::string file;                         // for the error
  std::set<std::string> names;              // as the file has them
  std::string layer_prefix;                 // "model.layers.", "blk."
  std::int64_t layer_count = 0;             // of the model; layers beyond are told, not refused
  std::vector<std::string> body_prefixes;   // of what stands beside the layers: "model.", "lm_head."
};

// "tensors vision_tower.*: 390". Errors: Unsupported with the first tensor that changes what a layer computes.
Result<std::vector<Sentence>> tell_leftovers(const LeftoverTensors& left);

}   // namespace lift
