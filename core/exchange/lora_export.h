#pragma once
// What a low-rank method changed, as a LoRA adapter that stock PEFT loads and merges (peft 0.21: tuners/lora). Per
// matrix `base_model.model.MODULE.lora_A.weight`, fp32 [r, inputs], and `.lora_B.weight`, fp32 [outputs, r]; alpha is
// scale * r. Only of deltas that have their factors. Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter lora_exporter();

}   // namespace lift
