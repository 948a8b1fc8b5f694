#pragma once
// The kernels that self_check.h runs, each on seeded operands of its own. Private to core/session.
#include <functional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/kernels/sampled/sparse_pattern.h"
#include "core/session/self_check.h"

namespace lift {

// How a case is run: values are rounded to `stored`, so that every form sees the same numbers, then held as `computed`.
struct OperandForm {
  at::ScalarType stored = at::kFloat, computed = at::kFloat;
  at::Device device = at::kCPU;
};

// The same numbers for every form.
class SelfCheckOperands {
 public:
  explicit SelfCheckOperands(OperandForm form) : form_(form), random_(stream_seed(1, "self-check")) {}

  at::Tensor normal(at::IntArrayRef sizes, double mean = 0, double deviation = 1);         // in the computed dtype
  at::Tensor accumulators(at::IntArrayRef sizes, double mean = 0, double deviation = 1);   // fp32, fp64 for fp64
  at::Tensor below(std::int64_t limit, std::int64_t count);                                // int32
  at::Tensor int32s(const std::vector<std::int32_t>& values) const;
  SparsePattern pattern(std::int64_t rows, std::int64_t columns, double density);   // row 3 full, row 5 empty

 private:
  at::Tensor draw(at::IntArrayRef sizes, double mean, double deviation);

  OperandForm form_;
  RandomStream random_;
};

using SelfCheckRun = std::function<std::vector<at::Tensor>()>;   // the kernel, once; what it gives

struct SelfCheckCase {
  std::string name;
  std::function<SelfCheckRun(SelfCheckOperands& operands)> prepare;
  bool in_bf16 = true;   // false: fp32 only
  bool on_gpu = true;    // false: a kernel that only CPUs have
  bool exact = false;    // the results are positions: no difference is allowed
};

const std::vector<SelfCheckCase>& self_check_cases();

// Largest |found - expected| over largest |expected|, the worst of all tensors; infinite for shapes that differ or NaN.
double largest_difference(const std::vector<at::Tensor>& found, const std::vector<at::Tensor>& expected);

// One case on every instruction set, in fp32 and bf16.
std::vector<SelfCheckRow> check_on_cpu(const SelfCheckCase& one);
// The same operands on a GPU and on the CPU.
std::vector<SelfCheckRow> check_on_gpu(const SelfCheckCase& one, at::Device gpu);

}   // namespace lift
