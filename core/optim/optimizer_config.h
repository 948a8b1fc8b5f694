#pragma once
// Settings of the optimizer, part of a recipe. Tensor-free.
#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace lift {

struct OptimizerConfig {
  double learning_rate = 5e-4;         // peak; > 0
  double beta1 = 0.9, beta2 = 0.999;   // [0, 1)
  double eps = 1e-8;                   // > 0
  double weight_decay = 0;             // decoupled; 0 = off
  double clip_norm = 1.0;              // limit of the global norm of the selected gradient; 0 = off
  std::string schedule = "linear";     // linear | cosine | constant
  double warmup_ratio = 0.03;          // share of all steps; [0, 1)
  double minimum_ratio = 0;            // last learning rate as a share of the peak; [0, 1]

  Status validate() const;
};

}   // namespace lift
