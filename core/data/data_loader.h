#pragma once
// Which rows each step trains on: a seeded permutation per epoch, cut into steps; a step's rows packed by length into
// passes that fit. Its place is a few numbers, so that a resumed run goes on with the very next row. Used by train/.
// Tensor-free. Thread: one at a time per object. The data set must outlive it.
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/data/batch.h"
#include "core/data/collator.h"
#include "core/data/sft_dataset.h"

namespace lift {

// Where the loader stands. Saved in a run's resume state.
struct LoaderState {
  std::int64_t epoch = 0;           // from 0
  std::int64_t position = 0;        // rows of this epoch that are already taken
  std::uint64_t random_state = 0;   // of the stream that the epoch's order was drawn from, before it was drawn

  bool operator==(const LoaderState&) const = default;
};

struct LoaderOptions {
  std::int64_t batch_rows = 8;             // rows per step; the last step of an epoch may have fewer
  std::int64_t microbatch_tokens = 4096;   // of one pass; a longer row is a pass of its own
  std::uint64_t seed = 42;
  std::int64_t shares = 1;   // processes that share a step: pass i goes to process i modulo shares
  PackOptions pack;
};

// One optimizer step. The loss is the mean over label_count() labels of all passes together.
struct StepBatch {
  std::vector<PackedBatch> passes;   // longest rows first
  std::int64_t epoch = 0;

  std::int64_t row_count() const;     // of the data set
  std::int64_t token_count() const;   // of these rows
  std::int64_t label_count() const;
};

class DataLoader {
 public:
  DataLoader(const SftDataset& data, const LoaderOptions& options);

  StepBatch next();
  std::int64_t steps_per_epoch() const;
  LoaderState state() const { return state_; }
  // Errors: Mismatch when the state is not of this data set.
  Status restore(const LoaderState& state);

 private:
  void draw_order();

  const SftDataset& data_;
  LoaderOptions options_;
  LoaderState state_;
  std::uint64_t next_random_state_ = 0;
  std::vector<std::uint32_t> order_;   // four bytes a row, all that a run keeps in memory of each
};

// Splits rows into passes of at most `microbatch_tokens` tokens: by length, longest first, each row into the first
// pass that has room.
std::vector<std::vector<std::int64_t>> plan_passes(const SftDataset& data, std::vector<std::int64_t> rows,
                                                   std::int64_t microbatch_tokens);

// The same as a multiple of `shares` passes, where there are that many rows: as they are when their number is one, else
// dealt anew, each row to the pass with the fewest tokens.
std::vector<std::vector<std::int64_t>> plan_shared_passes(const SftDataset& data, std::vector<std::int64_t> rows,
                                                          std::int64_t microbatch_tokens, std::int64_t shares);

}   // namespace lift
