#pragma once
// A curve that grows for as long as a run lasts in bounded memory, drawn at any zoom without losing a spike.
// Used by the window's plots and the command line's sparklines. Tensor-free. Thread: one at a time per object.
#include <cstdint>
#include <span>
#include <vector>

namespace lift {

// What the curve did over a run of steps.
struct SeriesBucket {
  std::int64_t first_step = 0, last_step = 0;
  double minimum = 0, maximum = 0;   // of the finite values; NaN when there is none
  double first = 0, last = 0;        // finite; NaN when there is none
  double sum = 0;
  std::int64_t count = 0;        // finite values
  std::int64_t non_finite = 0;   // NaN and infinite ones
  double mean() const;           // NaN when count is 0
};

class MetricSeries {
 public:
  // At most `capacity` buckets are kept (at least 2); beyond, neighbours are joined in pairs. Up to `capacity` points
  // every value is kept as it is.
  explicit MetricSeries(std::size_t capacity = 1u << 15);

  // Steps ascend; a step that is not above the last one is a broken invariant.
  void append(std::int64_t step, double value);
  void clear();
  // Forgets every point after `step` (a resumed run goes back). A joined bucket that reaches beyond is kept up to it
  // in name only: its values stay.
  void truncate_after(std::int64_t step);

  bool empty() const { return buckets_.empty(); }
  std::int64_t size() const { return points_; }   // points ever appended and not truncated
  std::span<const SeriesBucket> buckets() const { return buckets_; }
  std::int64_t first_step() const;   // empty: 0
  std::int64_t last_step() const;

  // One bucket per column that has points, for the steps first .. last across `columns` pixel columns.
  std::vector<SeriesBucket> decimate(std::int64_t first, std::int64_t last, std::int64_t columns) const;

 private:
  void join_pairs();
  std::vector<SeriesBucket> buckets_;
  std::size_t capacity_;
  std::int64_t points_per_bucket_ = 1, points_ = 0;
};

// Exponential moving average that starts unbiased, as TensorBoard smooths: weight 0 = the values, near 1 = very smooth.
// Non-finite values stay themselves and do not enter the average.
class DebiasedAverage {
 public:
  explicit DebiasedAverage(double weight) : weight_(weight) {}
  double add(double value);

 private:
  double weight_, average_ = 0, missing_ = 1;   // missing_: weight_ to the power of values so far
};

struct SeriesPoint {
  double step = 0, value = 0;
};
// The smoothed curve at every bucket's last step (joined buckets enter with their mean, once per point).
std::vector<SeriesPoint> smoothed(const MetricSeries& series, double weight);

}   // namespace lift
