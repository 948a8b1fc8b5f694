#pragma once
// Clipping by global norm, as a factor: gradients are never rewritten, the optimizer multiplies while it reads them.

namespace lift {

// min(1, clip_norm / norm); 1 when clip_norm is 0 (off) or the norm is 0. A non-finite norm gives NaN: the caller has
// to stop the step (ErrorCode::NonFinite) before.
double clip_factor(double norm, double clip_norm);

}   // namespace lift
