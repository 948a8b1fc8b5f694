#pragma once
// Ascending positions as bytes, near their entropy: gaps in Rice code, the parameter chosen anew for every block of
// 128 gaps (core/checkpoint/README.md has the bits). 5.8 bits per index at 5 %, 1 bit at 100 %. Used by the files of
// this room. Tensor-free. Thread: any. Private to core/checkpoint.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

// positions: strictly ascending, from 0, below 2^40.
std::vector<std::byte> encode_positions(std::span<const std::int64_t> positions);

// `count` positions below `limit`. Errors: Malformed about `subject` (too few or too many bytes, a position at or
// beyond the limit, a parameter that does not exist, padding that is not zero). Never makes more than `count` values.
Result<std::vector<std::int64_t>> decode_positions(std::span<const std::byte> bytes, std::int64_t count,
                                                   std::int64_t limit, const Sentence& subject);

}   // namespace lift
