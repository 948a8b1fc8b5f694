#include "core/selection/mask_set.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/selection/sparse_mask.h"

namespace lift {

void MaskSet::add(MatrixId id, SparsePattern pattern) {
  LIFT_CHECK(matrices_.empty() || matrices_.back().id < id, "matrices come in ascending order: " + hf_name(id));
  const std::int64_t entries = pattern.entries();
  matrices_.push_back({id, std::move(pattern), total_});
  total_ += entries;
}

const MatrixMask* MaskSet::find(MatrixId id) const {
  const auto found = std::ranges::lower_bound(matrices_, id, {}, &MatrixMask::id);
  return found != matrices_.end() && found->id == id ? &*found : nullptr;
}

MaskOverlap overlap(const MaskSet& newer, const MaskSet& older) {
  MaskOverlap result;
  for (const MatrixMask& mask : newer.matrices()) {
    const MatrixMask* before = older.find(mask.id);
    MaskOverlap::Matrix matrix{mask.id, mask.entries(), before ? shared_entries(mask.pattern, before->pattern) : 0};
    result.entries += matrix.entries;
    result.shared += matrix.shared;
    result.matrices.push_back(matrix);
  }
  return result;
}

MaskSet union_of(const MaskSet& a, const MaskSet& b) {
  MaskSet all;
  auto i = a.matrices().begin();
  auto j = b.matrices().begin();
  while (i != a.matrices().end() || j != b.matrices().end()) {
    if (j == b.matrices().end() || (i != a.matrices().end() && i->id < j->id)) {
      all.add(i->id, i->pattern);
      ++i;
    } else if (i == a.matrices().end() || j->id < i->id) {
      all.add(j->id, j->pattern);
      ++j;
    } else {
      all.add(i->id, pattern_union(i->pattern, j->pattern));
      ++i, ++j;
    }
  }
  return all;
}

bool same_masks(const MaskSet& a, const MaskSet& b) {
  return std::ranges::equal(a.matrices(), b.matrices(), [](const MatrixMask& x, const MatrixMask& y) {
    return x.id == y.id && same_pattern(x.pattern, y.pattern);
  });
}

}   // namespace lift
