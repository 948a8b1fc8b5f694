#pragma once
// Full fine-tuning of the projections: every entry of the chosen layers' matrices trains with AdamW and an fp32 master.
// Used by the registry in method.cpp only. Private to core/train.
#include "core/train/method.h"

namespace lift {

MethodEntry full_method();

}   // namespace lift
