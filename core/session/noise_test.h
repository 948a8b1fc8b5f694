#pragma once
// "Why these weights?" (paper, figure 2): the same noise on the entries that each criterion chooses, and how much worse
// the model becomes. Plain values. Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/selection/selection_config.h"

namespace lift {

struct NoiseTest {
  SelectionConfig selection;   // how many entries of which matrices; its criterion is not used
  std::vector<std::string> criteria{"lift", "magnitude", "random"};   // those that look at weights alone
  std::vector<double> scales{0.005, 0.01, 0.02};                      // standard deviations of the noise
  std::int64_t seeds = 3;
  std::int64_t held_out_rows = 64;   // 0: all
  std::string probe_file;            // choice questions; empty: none
};

struct NoiseMeasure {
  double loss = 0;               // held-out, mean over the labels
  std::optional<double> probe;   // share of right answers
};
struct NoisePoint {
  std::string criterion;
  double scale = 0;
  std::int64_t seed = 0;   // from 1
  NoiseMeasure measure;
};
struct NoiseReport {
  std::int64_t entries = 0;   // that got noise, of each criterion
  NoiseMeasure base;          // without noise
  std::vector<NoisePoint> points;
};

}   // namespace lift
