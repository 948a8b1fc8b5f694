#include "core/optim/grad_clip.h"

#include <cmath>
#include <limits>

namespace lift {

double clip_factor(double norm, double clip_norm) {
  if (!std::isfinite(norm)) return std::numeric_limits<double>::quiet_NaN();
  if (clip_norm == 0 || norm <= clip_norm) return 1;
  return clip_norm / norm;
}

}   // namespace lift
