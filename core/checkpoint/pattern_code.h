#pragma once
// Codes one matrix's pattern as row-major positions (index_code.h). Used by delta_file and resume_state.
// Private to core/checkpoint.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// `pattern` must be on the CPU.
std::vector<std::byte> encode_pattern(const SparsePattern& pattern);

// Errors: Malformed with `subject`, as decode_positions, and for a shape beyond the limits of a matrix.
Result<SparsePattern> decode_pattern(std::span<const std::byte> bytes, std::int64_t rows, std::int64_t columns,
                                     std::int64_t entries, const Sentence& subject);

}   // namespace lift
