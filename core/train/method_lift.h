#pragma once
// LIFT (arXiv 2506.00772, algorithm 1): the k largest entries of |W_r| train with AdamW, chosen anew from the weights
// as they are every refresh. Used by the registry in method.cpp only. Private to core/train.
#include "core/train/method.h"

namespace lift {

MethodEntry lift_method();
MethodPlan plan_lift(const PlanRequest& request);

}   // namespace lift
