#include "core/checkpoint/pattern_code.h"

#include <ATen/ops/empty.h>

#include <limits>

#include "core/base/say.h"
#include "core/checkpoint/index_code.h"
#include "core/kernels/host_data.h"

namespace lift {

std::vector<std::byte> encode_pattern(const SparsePattern& pattern) {
  const auto* offsets = host_data<std::int32_t>(pattern.row_offsets);
  const auto* columns = host_data<std::int32_t>(pattern.columns);
  std::vector<std::int64_t> positions(static_cast<std::size_t>(pattern.entries()));
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    for (std::int32_t entry = offsets[row]; entry < offsets[row + 1]; ++entry)
      positions[static_cast<std::size_t>(entry)] = row * pattern.columns_count + columns[entry];
  return encode_positions(positions);
}

Result<SparsePattern> decode_pattern(std::span<const std::byte> bytes, std::int64_t rows, std::int64_t columns,
                                     std::int64_t entries, const Sentence& subject) {
  constexpr std::int64_t kLargest = std::numeric_limits<std::int32_t>::max();
  if (rows < 1 || columns < 1 || rows > kLargest || columns > kLargest || entries < 0 || entries > kLargest)
    return make_error(ErrorCode::Malformed, subject,
                      say("expected the entries of a matrix, found {} of shape [{}, {}]", entries, rows, columns));
  LIFT_ASSIGN(const std::vector<std::int64_t> positions, decode_positions(bytes, entries, rows * columns, subject));
  SparsePattern pattern{rows, columns, at::empty({rows + 1}, at::kInt), at::empty({entries}, at::kInt)};
  auto* offsets = mutable_host_data<std::int32_t>(pattern.row_offsets);
  auto* out = mutable_host_data<std::int32_t>(pattern.columns);
  std::int64_t row = 0, row_begin = 0;
  offsets[0] = 0;
  for (std::size_t entry = 0; entry < positions.size(); ++entry) {
    for (; positions[entry] - row_begin >= columns; row_begin += columns)
      offsets[++row] = static_cast<std::int32_t>(entry);
    out[entry] = static_cast<std::int32_t>(positions[entry] - row_begin);
  }
  while (row < rows) offsets[++row] = static_cast<std::int32_t>(entries);
  return pattern;
}

}   // namespace lift
