// Noise on the entries that criteria choose.
#include <cmath>

#include <ATen/ops/empty.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/checkpoint/changed_entries.h"
#include "core/evaluate/held_out_loss.h"
#include "core/kernels/host_data.h"
#include "core/selection/criterion.h"
#include "core/session/open_data.h"
#include "core/session/session_impl.h"

namespace lift {

namespace {

// Puts the weights back, whatever happens.
class KeptWeights {
 public:
  KeptWeights(CausalLm& model, const MaskSet& entries)
      : model_(model), entries_(entries), values_(gather_weights(model, entries)) {}
  KeptWeights(const KeptWeights&) = delete;
  KeptWeights& operator=(const KeptWeights&) = delete;
  ~KeptWeights() { scatter_weights(model_, entries_, values_); }

  void disturb(double scale, std::uint64_t seed) {
    at::Tensor values = values_.to(at::kDouble);
    double* value = mutable_host_data<double>(values);
    RandomStream random(seed);
    for (std::int64_t i = 0; i < values.numel(); ++i) value[i] += scale * random.normal();
    scatter_weights(model_, entries_, values.to(values_.scalar_type()));
  }

 private:
  CausalLm& model_;
  const MaskSet& entries_;
  at::Tensor values_;
};

Status check(const NoiseTest& test, const ModelConfig& config) {
  const auto wrong = [](const char* field, Sentence message) {
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim(field), std::move(message));
  };
  for (const double scale : test.scales)
    if (!(std::isfinite(scale) && scale >= 0))
      return wrong("scales", say("expected finite numbers of 0 or more, found {}", scale));
  if (test.criteria.empty() || test.scales.empty()) return wrong("criteria", say("expected one or more, found none"));
  if (test.seeds < 1) return wrong("seeds", say("expected 1 or more, found {}", test.seeds));
  for (const std::string& name : test.criteria) {
    SelectionConfig selection = test.selection;
    selection.criterion = name;
    LIFT_RETURN_IF_ERROR(selection.validate(config));
    const Criterion* criterion = find_criterion(name);
    if (criterion && criterion->gathers != Gathers::Nothing)
      return wrong("criteria", say("expected criteria that look at weights alone, found {}, which needs a run", name));
  }
  return {};
}

}   // namespace

Result<NoiseReport> Session::test_noise(const NoiseTest& test, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  LIFT_RETURN_IF_ERROR(impl_->need_held_out());
  LIFT_RETURN_IF_ERROR(check(test, impl_->model->config()));
  return catch_exceptions(say("noise"), [&]() -> Result<NoiseReport> {
    CausalLm& model = impl_->model->lm();
    const std::vector<PackedBatch> rows = impl_->data->held_out(test.held_out_rows);
    const auto measure = [&]() -> Result<NoiseMeasure> {
      LIFT_ASSIGN(const HeldOutLoss loss, held_out_loss(model, rows, task));
      NoiseMeasure measured{.loss = loss.loss};
      if (!test.probe_file.empty()) {
        LIFT_ASSIGN(const TaskScore probe, impl_->score_choice_file(test.probe_file, 0, task));
        measured.probe = probe.score;
      }
      return measured;
    };
    NoiseReport report;
    LIFT_ASSIGN(report.base, measure());
    const std::int64_t total = std::ssize(test.criteria) * std::ssize(test.scales) * test.seeds;
    for (const std::string& criterion : test.criteria) {
      SelectionConfig selection = test.selection;
      selection.criterion = criterion;
      LIFT_ASSIGN(const MaskSet masks, lift::select(model, selection, 1, task));
      report.entries = masks.total();
      KeptWeights kept(model, masks);
      for (const double scale : test.scales)
        for (std::int64_t seed = 1; seed <= test.seeds; ++seed) {
          task.report(say("noise on what {} chooses", criterion), std::ssize(report.points), total);
          kept.disturb(scale, stream_seed(static_cast<std::uint64_t>(seed), "noise"));
          auto measured = measure();
          // Noise that drowns the model: its loss is infinite, which is what the test asks.
          if (!measured.ok() && measured.error().code == ErrorCode::NonFinite)
            measured = NoiseMeasure{.loss = INFINITY, .probe = {}};
          if (!measured.ok()) return measured.error();
          report.points.push_back({criterion, scale, seed, *measured});
        }
    }
    return report;
  });
}

}   // namespace lift
