#pragma once
// What layers whose state runs along a row (gated delta nets) need to know of a pass: its rows, where the tokens before
// each token lie, and the states of sequences that were begun by earlier passes. Private to core/model.
#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/kernels/attention/delta_rule.h"

namespace lift {

// Shapes: T tokens of the pass, R rows, W taps of the short convolution. Tokens are places in the inputs of earlier
// passes [R (W - 1)] (only where rows go on), then the pass's own [T], then a zero.
struct RecurrentRows {
  RecurrentRows() = default;
  // The batch has been checked. goes_on: each row continues a sequence of earlier passes, and none another row.
  RecurrentRows(std::span<const std::int32_t> row_offsets, std::span<const std::int32_t> prefix_rows, std::int64_t taps,
                bool goes_on, at::Device device);

  std::vector<DeltaRow> rows;
  bool goes_on = false;
  std::vector<at::Tensor> earlier;   // int64 [T]: the place of the token 1, 2, ..., W - 1 before
  at::Tensor last;                   // int64 [R (W - 1)]: the places of each row's last tokens, oldest first
};

// What a row leaves to the next pass of its sequence.
struct RecurrentState {
  at::Tensor inputs_RC;     // of the convolution, [R (W - 1), channels]
  at::Tensor states_RHKV;   // fp32 (fp64)
};

class RecurrentMemory {
 public:
  virtual ~RecurrentMemory() = default;
  virtual RecurrentState before(std::int32_t layer) const = 0;   // where the rows go on
  virtual void keep(std::int32_t layer, const RecurrentState& state) = 0;
};

}   // namespace lift
