#pragma once
// One matrix's pattern as coded positions (index_code.h) in row-major order. Used by delta_file and resume_state.
// Private to core/checkpoint.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// The pattern is on the CPU.
std::vector<std::byte> encode_pattern(const SparsePattern& pattern);

// Errors: Malformed about `subject`, as decode_positions; also a shape that no matrix of ours has.
Result<SparsePattern> decode_pattern(std::span<const std::byte> bytes, std::int64_t rows, std::int64_t columns,
                                     std::int64_t entries, const Sentence& subject);

}   // namespace lift
