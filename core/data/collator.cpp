#include "core/data/collator.h"

#include <algorithm>
#include <vector>

#include "core/data/shared_start.h"

namespace lift {

namespace {

// The tokens before the first trained one are the prompt.
std::int64_t shared_prompt_start(const SftDataset& data, std::span<const std::int64_t> rows) {
  std::vector<std::span<const TokenId>> ids;
  std::vector<std::int64_t> limits;
  for (const std::int64_t row : rows) {
    const auto trained = data.trained(row);
    ids.push_back(data.ids(row));
    limits.push_back(std::ranges::find(trained, std::uint8_t{1}) - trained.begin() - 1);
  }
  return shared_start(ids, limits);
}

// How many of a row's tokens any loss depends on: those up to the last that predicts a label. A row without labels
// stays.
std::int64_t tokens_that_matter(std::span<const std::uint8_t> trained) {
  const auto last = std::find(trained.rbegin(), trained.rend(), std::uint8_t{1});
  return last == trained.rend() ? std::ssize(trained) : trained.rend() - last - 1;
}

class Packer {
 public:
  explicit Packer(PackedBatch& batch) : batch_(batch) { batch_.row_offsets.push_back(0); }

  // Tokens from `first` on.
  void append(std::span<const TokenId> ids, std::int64_t first, std::int64_t source_row) {
    for (std::int64_t i = first; i < std::ssize(ids); ++i) {
      batch_.ids.push_back(ids[static_cast<std::size_t>(i)]);
      batch_.positions.push_back(static_cast<std::int32_t>(i));
    }
    batch_.row_offsets.push_back(static_cast<std::int32_t>(batch_.ids.size()));
    batch_.source_rows.push_back(source_row);
  }

  void label(std::span<const TokenId> ids, std::span<const std::uint8_t> trained, std::int64_t first) {
    const std::int64_t begin = batch_.row_offsets.back() - first;
    for (std::int64_t i = first + 1; i < std::ssize(ids); ++i) {
      if (!trained[static_cast<std::size_t>(i)]) continue;
      batch_.labelled.push_back(static_cast<std::int32_t>(begin + i - 1));
      batch_.label_ids.push_back(ids[static_cast<std::size_t>(i)]);
    }
  }

 private:
  PackedBatch& batch_;
};

}   // namespace

PackedBatch pack_rows(const SftDataset& data, std::span<const std::int64_t> rows, const PackOptions& options) {
  PackedBatch batch;
  Packer packer(batch);
  const std::int64_t shared = options.share_start ? shared_prompt_start(data, rows) : 0;
  if (shared > 0) {
    packer.append(data.ids(rows[0]).first(static_cast<std::size_t>(shared)), 0, PackedBatch::kSharedStart);
    batch.prefix_rows.assign(rows.size() + 1, 0);
    batch.prefix_rows[0] = -1;
  }
  for (const std::int64_t row : rows) {
    const std::int64_t count = tokens_that_matter(data.trained(row));
    packer.label(data.ids(row), data.trained(row), shared);
    packer.append(data.ids(row).first(static_cast<std::size_t>(count)), shared, data.source_row(row));
    batch.tail_tokens += data.length(row) - count;
  }
  return batch;
}

}   // namespace lift
