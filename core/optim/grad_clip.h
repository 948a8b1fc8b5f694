#pragma once
// Gradient clipping by global norm, as a factor: the optimizer multiplies gradients by it as it reads them.

namespace lift {

// min(1, clip_norm / norm); 1 when clip_norm is 0 (off) or norm is 0. A non-finite norm gives NaN; the caller must
// check for that first and stop the step (ErrorCode::NonFinite).
double clip_factor(double norm, double clip_norm);

}   // namespace lift
