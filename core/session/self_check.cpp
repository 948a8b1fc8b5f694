#include "core/session/self_check.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include <ATen/Parallel.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/cuda_device.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/tensor_types.h"
#include "core/kernels/thread_count.h"
#include "core/session/self_check_cases.h"
#include "core/session/self_check_training.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

struct Outcome {
  std::vector<at::Tensor> values;
  double seconds = 0;
};

Outcome outcome(const SelfCheckCase& one, OperandForm form) {
  SelfCheckOperands operands(form);
  const SelfCheckRun run = one.prepare(operands);
  const auto begin = Clock::now();
  Outcome result{run(), 0};
  for (at::Tensor& value : result.values) value = value.to(at::kCPU);
  result.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return result;
}

Outcome outcome(const SelfCheckCase& one, CpuIsa isa, OperandForm form) {
  const CpuIsaLimit limit(isa);
  return outcome(one, form);
}

std::string_view text_of(at::ScalarType type) { return name_of(to_dtype(type)); }

// fp32: a few hundred roundings of sums in another order. bf16: results that are rounded once or twice more.
double bound_of(const SelfCheckCase& one, at::ScalarType type) {
  return one.exact ? 0 : type == at::kBFloat16 ? 0x1p-6 : 1e-5;
}

SelfCheckRow row_of(const SelfCheckCase& one, at::ScalarType type, std::string_view ran_on, std::string_view against,
                    const Outcome& found, const Outcome& expected) {
  SelfCheckRow row{one.name + ", " + std::string(text_of(type)),
                   std::string(ran_on),
                   std::string(against),
                   largest_difference(found.values, expected.values),
                   bound_of(one, type),
                   found.seconds,
                   false};
  row.passed = row.difference <= row.bound;
  return row;
}

std::vector<at::ScalarType> types_of(const SelfCheckCase& one) {
  return one.in_bf16 ? std::vector{at::kFloat, at::kBFloat16} : std::vector{at::kFloat};
}

Error cancelled() { return make_error(ErrorCode::Cancelled, say("self-check"), say("stopped before its end")); }

}   // namespace

bool SelfCheckReport::passed() const {
  return std::all_of(rows.begin(), rows.end(), [](const SelfCheckRow& row) { return row.passed; });
}

double largest_difference(const std::vector<at::Tensor>& found, const std::vector<at::Tensor>& expected) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  if (found.size() != expected.size()) return kInfinite;
  double worst = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].sizes() != expected[i].sizes()) return kInfinite;
    if (expected[i].numel() == 0) continue;
    const at::Tensor reference = expected[i].to(at::kDouble);
    const double scale = reference.abs().max().item<double>();
    const double difference =
        found[i].to(at::kDouble).sub(reference).abs().max().item<double>() / (scale > 0 ? scale : 1);
    if (!std::isfinite(difference)) return kInfinite;
    worst = std::max(worst, difference);
  }
  return worst;
}

std::vector<SelfCheckRow> check_on_cpu(const SelfCheckCase& one) {
  std::vector<SelfCheckRow> rows;
  for (at::ScalarType type : types_of(one)) {
    const Outcome precise = outcome(one, CpuIsa::Portable, {type, at::kDouble, at::kCPU});
    const Outcome portable = outcome(one, CpuIsa::Portable, {type, type, at::kCPU});
    rows.push_back(row_of(one, type, name_of(CpuIsa::Portable), "fp64", portable, precise));
    for (CpuIsa isa : available_cpu_isas().subspan(1))
      rows.push_back(row_of(one, type, name_of(isa), "portable", outcome(one, isa, {type, type, at::kCPU}), portable));
  }
  return rows;
}

std::vector<SelfCheckRow> check_on_gpu(const SelfCheckCase& one, at::Device gpu) {
  std::vector<SelfCheckRow> rows;
  for (at::ScalarType type : types_of(one))
    rows.push_back(
        row_of(one, type, gpu.str(), "CPU", outcome(one, {type, type, gpu}), outcome(one, {type, type, at::kCPU})));
  return rows;
}

Result<SelfCheckReport> self_check(const TaskContext& task) {
  return catch_exceptions(say("self-check"), [&]() -> Result<SelfCheckReport> {
    use_threads(at::get_num_threads());
    const CudaState& cuda = cuda_state();
    SelfCheckReport report;
    report.gpu = cuda.absence.empty() ? "Kernels and training were compared on " + cuda.names.front() + " (cuda:0)."
                                      : cuda.absence.text();
    const auto add = [&](std::vector<SelfCheckRow> rows) {
      report.rows.insert(report.rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    };
    std::optional<at::Device> gpu;
    if (cuda.absence.empty()) gpu.emplace(at::kCUDA, 0);
    const auto& cases = self_check_cases();
    const auto units = std::ssize(cases) + 1;
    for (std::int64_t i = 0; i < std::ssize(cases); ++i) {
      if (task.stop_requested()) return cancelled();
      const SelfCheckCase& one = cases[static_cast<std::size_t>(i)];
      task.report(say("comparing kernels"), i, units);
      add(check_on_cpu(one));
      if (gpu && one.on_gpu) add(check_on_gpu(one, *gpu));
    }
    add(check_decoding(gpu));
    task.report(say("training ten steps"), units - 1, units);
    LIFT_ASSIGN(std::vector<SelfCheckRow> training, check_training(gpu, task));
    add(std::move(training));
    task.report(say("done"), units, units);
    return report;
  });
}

}   // namespace lift
