#pragma once
// What the rows of one pass begin with alike, to be computed once and continued by all (PackedBatch::prefix_rows).
// Used by the collator and by model/decoding. Tensor-free. Thread: any.
#include <cstdint>
#include <span>

#include "core/tokenizer/tokenizer.h"

namespace lift {

// How many tokens all rows begin with, of row r at most limits[r]: the token before the first one that is asked for
// predicts it and stays the row's own. 0 where computing them once is not worth it.
std::int64_t shared_start(std::span<const std::span<const TokenId>> rows, std::span<const std::int64_t> limits);

}   // namespace lift
