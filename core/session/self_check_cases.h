#pragma once
// The kernels that self_check.h runs, each on its own seeded operands. Private to core/session.
#include <functional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/kernels/sampled/sparse_pattern.h"
#include "core/session/self_check.h"

namespace lift {

// How a case is run: values are rounded to `stored`, so that all forms have the same numbers, and held as `computed`.
struct OperandForm {
  at::ScalarType stored = at::kFloat, computed = at::kFloat;
  at::Device device = at::kCPU;
};

// Makes random operands, with the same numbers for every form.
class SelfCheckOperands {
 public:
  explicit SelfCheckOperands(OperandForm form) : form_(form), random_(stream_seed(1, "self-check")) {}

  at::Tensor normal(at::IntArrayRef sizes, double mean = 0, double deviation = 1);         // in the computed dtype
  at::Tensor accumulators(at::IntArrayRef sizes, double mean = 0, double deviation = 1);   // fp32 (fp64 for fp64)
  at::Tensor below(std::int64_t limit, std::int64_t count);                                // int32, in [0, limit)
  at::Tensor int32s(const std::vector<std::int32_t>& values) const;
  SparsePattern pattern(std::int64_t rows, std::int64_t columns, double density);   // row 3 full, row 5 empty

 private:
  at::Tensor draw(at::IntArrayRef sizes, double mean, double deviation);

  OperandForm form_;
  RandomStream random_;
};

using SelfCheckRun = std::function<std::vector<at::Tensor>()>;   // runs the kernel once and returns its results

struct SelfCheckCase {
  std::string name;
  std::function<SelfCheckRun(SelfCheckOperands& operands)> prepare;
  bool in_bf16 = true;   // false: fp32 only
  bool on_gpu = true;    // false: a kernel for CPUs only
  bool exact = false;    // the results are indices: no difference is allowed
};

const std::vector<SelfCheckCase>& self_check_cases();

// Largest |found - expected| / largest |expected|, the maximum over all tensors; infinite for different shapes or NaN.
double largest_difference(const std::vector<at::Tensor>& found, const std::vector<at::Tensor>& expected);

// Runs one case on every instruction set, in fp32 and bf16.
std::vector<SelfCheckRow> check_on_cpu(const SelfCheckCase& one);
// Runs one case with the same operands on a GPU and on the CPU.
std::vector<SelfCheckRow> check_on_gpu(const SelfCheckCase& one, at::Device gpu);

}   // namespace lift
