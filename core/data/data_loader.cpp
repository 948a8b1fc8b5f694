#include "core/data/data_loader.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

#include "core/base/say.h"

namespace lift {

namespace {

template <typename Count>
std::int64_t sum(const std::vector<PackedBatch>& passes, Count count) {
  return std::transform_reduce(passes.begin(), passes.end(), std::int64_t{0}, std::plus<>{}, count);
}

}   // namespace

std::int64_t StepBatch::row_count() const {
  return sum(passes, [](const PackedBatch& b) { return b.source_row_count(); });
}
std::int64_t StepBatch::token_count() const {
  return sum(passes, [](const PackedBatch& b) { return b.source_token_count(); });
}
std::int64_t StepBatch::label_count() const {
  return sum(passes, [](const PackedBatch& b) { return b.label_count(); });
}

std::vector<std::vector<std::int64_t>> plan_passes(const SftDataset& data, std::vector<std::int64_t> rows,
                                                   std::int64_t microbatch_tokens) {
  std::ranges::stable_sort(rows, [&](std::int64_t a, std::int64_t b) { return data.length(a) > data.length(b); });
  std::vector<std::vector<std::int64_t>> passes;
  std::vector<std::int64_t> room;
  for (const std::int64_t row : rows) {
    const std::int64_t length = data.length(row);
    const auto fits = std::ranges::find_if(room, [length](std::int64_t free) { return free >= length; });
    if (fits == room.end()) {
      passes.push_back({row});
      room.push_back(microbatch_tokens - length);
    } else {
      passes[static_cast<std::size_t>(fits - room.begin())].push_back(row);
      *fits -= length;
    }
  }
  return passes;
}

namespace {

// std::nullopt: a row does not fit into the pass with the most room.
std::optional<std::vector<std::vector<std::int64_t>>> dealt(const SftDataset& data,
                                                            const std::vector<std::int64_t>& longest_first,
                                                            std::size_t passes, std::int64_t microbatch_tokens) {
  std::vector<std::vector<std::int64_t>> hands(passes);
  std::vector<std::int64_t> tokens(passes);
  for (const std::int64_t row : longest_first) {
    const auto least = static_cast<std::size_t>(std::ranges::min_element(tokens) - tokens.begin());
    if (!hands[least].empty() && tokens[least] + data.length(row) > microbatch_tokens) return std::nullopt;
    hands[least].push_back(row);
    tokens[least] += data.length(row);
  }
  return hands;
}

}   // namespace

std::vector<std::vector<std::int64_t>> plan_shared_passes(const SftDataset& data, std::vector<std::int64_t> rows,
                                                          std::int64_t microbatch_tokens, std::int64_t shares) {
  std::vector<std::vector<std::int64_t>> passes = plan_passes(data, rows, microbatch_tokens);
  const auto by = static_cast<std::size_t>(shares);
  if (passes.size() % by == 0) return passes;
  std::ranges::stable_sort(rows, [&](std::int64_t a, std::int64_t b) { return data.length(a) > data.length(b); });
  for (std::size_t count = (passes.size() / by + 1) * by; count < rows.size(); count += by)
    if (auto hands = dealt(data, rows, count, microbatch_tokens)) return *std::move(hands);
  passes.clear();
  for (const std::int64_t row : rows) passes.push_back({row});
  return passes;
}

DataLoader::DataLoader(const SftDataset& data, const LoaderOptions& options) : data_(data), options_(options) {
  LIFT_CHECK(data.size() <= std::numeric_limits<std::uint32_t>::max());
  LIFT_CHECK(data.size() > 0 && options.batch_rows > 0 && options.microbatch_tokens > 0 && options.shares > 0);
  state_.random_state = stream_seed(options.seed, "data order");
  draw_order();
}

// Fisher and Yates, from the stream's state at the beginning of the epoch.
void DataLoader::draw_order() {
  RandomStream stream;
  stream.set_state(state_.random_state);
  order_.resize(static_cast<std::size_t>(data_.size()));
  std::iota(order_.begin(), order_.end(), std::uint32_t{0});
  for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[stream.below(i)]);
  next_random_state_ = stream.state();
}

std::int64_t DataLoader::steps_per_epoch() const {
  return (data_.size() + options_.batch_rows - 1) / options_.batch_rows;
}

StepBatch DataLoader::next() {
  if (state_.position == data_.size()) {
    state_ = {state_.epoch + 1, 0, next_random_state_};
    draw_order();
  }
  const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(state_.position);
  const std::int64_t count = std::min(options_.batch_rows, data_.size() - state_.position);
  StepBatch step;
  step.epoch = state_.epoch;
  for (const auto& rows : plan_shared_passes(data_, {begin, begin + static_cast<std::ptrdiff_t>(count)},
                                             options_.microbatch_tokens, options_.shares))
    step.passes.push_back(pack_rows(data_, rows, options_.pack));
  data_.release();
  state_.position += count;
  return step;
}

Status DataLoader::restore(const LoaderState& state) {
  if (state.epoch < 0 || state.position < 0 || state.position > data_.size())
    return make_error(
        ErrorCode::Mismatch, say("data position"),
        say("expected a row from 0 to {}, found {} of epoch {}", data_.size(), state.position, state.epoch),
        say("The data set is not the one that the run began with"));
  state_ = state;
  draw_order();
  return {};
}

}   // namespace lift
