#pragma once
// Set operations on the selected entries of one matrix (kernels/sampled/sparse_pattern.h). Used by mask_set, the
// optimizer's carry-over, the checkpoint's union of changes and the window's overlays. All patterns of a call have the
// same shape and are on the CPU; dense matrices may be on any device.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

SparsePattern empty_pattern(std::int64_t rows, std::int64_t columns);
SparsePattern full_pattern(std::int64_t rows, std::int64_t columns);
// mask_MN: bool [rows, columns].
SparsePattern pattern_of_mask(const at::Tensor& mask_MN);
at::Tensor mask_of_pattern(const SparsePattern& pattern);   // bool [rows, columns]

// The row-major position of every entry, int64 [entries], ascending.
at::Tensor flat_indices(const SparsePattern& pattern);
// The values at the entries, in entry order: dense.flatten()[flat_indices].
at::Tensor gather_entries(const at::Tensor& dense_MN, const SparsePattern& pattern);

SparsePattern on_host(const SparsePattern& pattern);   // the same tensors if already on the CPU
SparsePattern sent_to(const SparsePattern& pattern, at::Device device);

std::int64_t shared_entries(const SparsePattern& a, const SparsePattern& b);
SparsePattern pattern_union(const SparsePattern& a, const SparsePattern& b);
SparsePattern pattern_difference(const SparsePattern& a, const SparsePattern& b);   // in a, but not in b
bool same_pattern(const SparsePattern& a, const SparsePattern& b);

// Whether row offsets rise from 0 to entries() and columns ascend within each row, all in range: to check file input.
bool well_formed(const SparsePattern& pattern);

}   // namespace lift
