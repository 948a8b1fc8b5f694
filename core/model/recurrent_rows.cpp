#include "core/model/recurrent_rows.h"

#include <ATen/ops/empty.h>

#include "core/kernels/host_data.h"

namespace lift {

namespace {

at::Tensor places_on(const std::vector<std::int64_t>& places, at::Device device) {
  at::Tensor tensor = at::empty({std::ssize(places)}, at::kLong);
  std::copy(places.begin(), places.end(), mutable_host_data<std::int64_t>(tensor));
  return sent_to(tensor, device);
}

}   // namespace

RecurrentRows::RecurrentRows(std::span<const std::int32_t> row_offsets, std::span<const std::int32_t> prefix_rows,
                             std::int64_t taps, bool goes_on_, at::Device device)
    : goes_on(goes_on_) {
  for (std::size_t r = 0; r + 1 < row_offsets.size(); ++r)
    rows.push_back({row_offsets[r], row_offsets[r + 1] - row_offsets[r], prefix_rows.empty() ? -1 : prefix_rows[r]});
  const std::int64_t before = goes_on ? std::ssize(rows) * (taps - 1) : 0, none = before + row_offsets.back();
  // Of the row's token i; below 0 it lies in what the row continues.
  const auto place = [&](std::int64_t r, std::int64_t i) {
    const DeltaRow& row = rows[static_cast<std::size_t>(r)];
    if (i >= 0) return before + row.first + i;
    if (goes_on) return i >= 1 - taps ? (r + 1) * (taps - 1) + i : none;
    if (row.prefix < 0) return none;
    const DeltaRow& prefix = rows[static_cast<std::size_t>(row.prefix)];
    return prefix.count + i >= 0 ? before + prefix.first + prefix.count + i : none;
  };
  for (std::int64_t back = 1; back < taps; ++back) {
    std::vector<std::int64_t> places;
    for (std::int64_t r = 0; r < std::ssize(rows); ++r)
      for (std::int64_t i = 0; i < rows[static_cast<std::size_t>(r)].count; ++i) places.push_back(place(r, i - back));
    earlier.push_back(places_on(places, device));
  }
  std::vector<std::int64_t> ends;
  for (std::int64_t r = 0; r < std::ssize(rows); ++r)
    for (std::int64_t back = taps - 2; back >= 0; --back)
      ends.push_back(place(r, rows[static_cast<std::size_t>(r)].count - 1 - back));
  last = places_on(ends, device);
}

}   // namespace lift
