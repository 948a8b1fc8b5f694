#pragma once
// Shared by the kernel tests: seeded operands, errors relative to the largest value, numerical gradients.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>

#include "core/base/check.h"
#include "core/base/seed.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift::test {

class Cases {
 public:
  explicit Cases(std::uint64_t seed) : stream_(stream_seed(seed, "kernel tests")) {}

  at::Tensor normal(at::IntArrayRef sizes, at::ScalarType type = at::kDouble, double deviation = 1) {
    at::Tensor values = at::empty(sizes, at::TensorOptions(at::kDouble));
    double* to = values.data_ptr<double>();
    for (std::int64_t i = 0; i < values.numel(); ++i) to[i] = deviation * stream_.normal();
    return values.to(type);
  }

  at::Tensor below(std::int64_t limit, std::int64_t count) {
    at::Tensor values = at::empty({count}, at::TensorOptions(at::kInt));
    for (std::int64_t i = 0; i < count; ++i) {
      values.data_ptr<std::int32_t>()[i] = static_cast<std::int32_t>(stream_.below(static_cast<std::uint64_t>(limit)));
    }
    return values;
  }

  // Selects each entry with probability `density`; rows in `crowded` are full, rows in `empty` have no entry.
  SparsePattern pattern(std::int64_t rows, std::int64_t columns, double density,
                        std::initializer_list<std::int64_t> crowded = {},
                        std::initializer_list<std::int64_t> empty = {}) {
    std::vector<std::int32_t> offsets{0}, chosen;
    for (std::int64_t row = 0; row < rows; ++row) {
      const bool is_full = std::find(crowded.begin(), crowded.end(), row) != crowded.end();
      const bool is_empty = std::find(empty.begin(), empty.end(), row) != empty.end();
      for (std::int64_t column = 0; column < columns; ++column) {
        if (!is_empty && (is_full || stream_.uniform() < density)) chosen.push_back(static_cast<std::int32_t>(column));
      }
      offsets.push_back(static_cast<std::int32_t>(chosen.size()));
    }
    return {rows, columns, int32s(offsets), int32s(chosen)};
  }

  static at::Tensor int32s(const std::vector<std::int32_t>& values) {
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::TensorOptions(at::kInt));
    std::copy(values.begin(), values.end(), tensor.data_ptr<std::int32_t>());
    return tensor;
  }

 private:
  RandomStream stream_;
};

// The largest difference, divided by the largest value of `expected`; infinite for NaN or another shape.
inline double relative_error(const at::Tensor& found, const at::Tensor& expected) {
  if (found.sizes() != expected.sizes()) return INFINITY;
  if (expected.numel() == 0) return 0;
  const at::Tensor reference = expected.to(at::kDouble);
  const double scale = reference.abs().max().item<double>();
  const double error = (found.to(at::kDouble) - reference).abs().max().item<double>() / (scale > 0 ? scale : 1);
  return std::isnan(error) ? INFINITY : error;
}

inline bool same_bytes(const at::Tensor& a, const at::Tensor& b) {
  return a.sizes() == b.sizes() && a.scalar_type() == b.scalar_type() && a.is_contiguous() && b.is_contiguous() &&
         std::memcmp(a.data_ptr(), b.data_ptr(), a.nbytes()) == 0;
}

// d f / d at by central differences; `at`: contiguous fp64, unchanged afterwards.
inline at::Tensor numerical_gradient(at::Tensor at, const std::function<double()>& f, double step = 1e-5) {
  at::Tensor gradient = at::zeros_like(at);
  double* values = at.data_ptr<double>();
  for (std::int64_t i = 0; i < at.numel(); ++i) {
    const double before = values[i];
    values[i] = before + step;
    const double above = f();
    values[i] = before - step;
    gradient.data_ptr<double>()[i] = (above - f()) / (2 * step);
    values[i] = before;
  }
  return gradient;
}

// Unit roundoff of the result's dtype.
inline double roundoff(at::ScalarType type) {
  return type == at::kBFloat16 ? 0x1p-8 : type == at::kFloat ? 0x1p-24 : 0x1p-53;
}

// Runs `body` with one and with two threads, then restores the thread count.
inline void at_one_and_two_threads(const std::function<void(int)>& body) {
  const int before = at::get_num_threads();
  for (int threads : {1, 2}) {
    at::set_num_threads(threads);
    body(threads);
  }
  at::set_num_threads(before);
}

inline const char* text_of(at::ScalarType type) {
  return type == at::kBFloat16 ? "bf16" : type == at::kFloat ? "fp32" : "fp64";
}

}   // namespace lift::test
