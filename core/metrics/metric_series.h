#pragma once
// A curve in bounded memory, however long the run: it can be drawn at any zoom and shows every spike.
// Used by the window's plots and the command line's sparklines. Tensor-free. Thread: one thread at a time per object.
#include <cstdint>
#include <span>
#include <vector>

namespace lift {

// The values over a range of steps, summarised.
struct SeriesBucket {
  std::int64_t first_step = 0, last_step = 0;
  double minimum = 0, maximum = 0;   // of the finite values; NaN if there are none
  double first = 0, last = 0;        // the first and last finite value; NaN if there are none
  double sum = 0;
  std::int64_t count = 0;        // number of finite values
  std::int64_t non_finite = 0;   // number of NaN and infinite values
  double mean() const;           // NaN if count is 0
};

class MetricSeries {
 public:
  // Keeps at most `capacity` buckets (at least 2). Up to `capacity` points each has its own bucket; beyond that,
  // neighbouring buckets are joined in pairs.
  explicit MetricSeries(std::size_t capacity = 1u << 15);

  // `step` must be above the last one; otherwise it throws InvariantError.
  void append(std::int64_t step, double value);
  void clear();
  // Removes the points after `step` (a resumed run goes back). A joined bucket that extends beyond `step` keeps all its
  // values; only its last_step is reduced.
  void truncate_after(std::int64_t step);

  bool empty() const { return buckets_.empty(); }
  std::int64_t size() const { return points_; }   // points appended and not removed
  std::span<const SeriesBucket> buckets() const { return buckets_; }
  std::int64_t first_step() const;   // 0 if empty
  std::int64_t last_step() const;

  // The steps [first, last] drawn in `columns` pixel columns: one bucket per column that has points.
  std::vector<SeriesBucket> decimate(std::int64_t first, std::int64_t last, std::int64_t columns) const;

 private:
  void join_pairs();
  std::vector<SeriesBucket> buckets_;
  std::size_t capacity_;
  std::int64_t points_per_bucket_ = 1, points_ = 0;
};

// Exponential moving average without bias at the start, as in TensorBoard: weight 0 = the values, near 1 = very smooth.
// Non-finite values are returned unchanged and don't enter the average.
class DebiasedAverage {
 public:
  explicit DebiasedAverage(double weight) : weight_(weight) {}
  double add(double value);

 private:
  double weight_, average_ = 0, missing_ = 1;   // missing_: weight_ to the power of the number of values
};

struct SeriesPoint {
  double step = 0, value = 0;
};
// The smoothed curve at the last step of every bucket; a joined bucket enters with its mean, once per point.
std::vector<SeriesPoint> smoothed(const MetricSeries& series, double weight);

}   // namespace lift
