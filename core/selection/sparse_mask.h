#pragma once
// Set arithmetic on the selected entries of one matrix (kernels/sparse_pattern.h). Used by mask_set, the optimizer's
// carry-over, the checkpoint's union of changes and the window's overlays. All patterns of one call have one shape and
// lie on the CPU; dense matrices may be on any device.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

SparsePattern empty_pattern(std::int64_t rows, std::int64_t columns);
SparsePattern full_pattern(std::int64_t rows, std::int64_t columns);
// mask_MN: bool [rows, columns].
SparsePattern pattern_of_mask(const at::Tensor& mask_MN);
at::Tensor mask_of_pattern(const SparsePattern& pattern);   // bool [rows, columns]

// Row-major position of every entry, int64 [entries], ascending.
at::Tensor flat_indices(const SparsePattern& pattern);
// The entries' values in entry order: dense.flatten()[flat_indices].
at::Tensor gather_entries(const at::Tensor& dense_MN, const SparsePattern& pattern);

SparsePattern on_host(const SparsePattern& pattern);   // itself when it is there
SparsePattern sent_to(const SparsePattern& pattern, at::Device device);

std::int64_t shared_entries(const SparsePattern& a, const SparsePattern& b);
SparsePattern pattern_union(const SparsePattern& a, const SparsePattern& b);
SparsePattern pattern_difference(const SparsePattern& a, const SparsePattern& b);   // in a, not in b
bool same_pattern(const SparsePattern& a, const SparsePattern& b);

// Offsets rise from 0 to the entries, columns ascend within a row and lie inside: what a file must be checked for.
bool well_formed(const SparsePattern& pattern);

}   // namespace lift
