#include "core/train/method_lift.h"

#include <chrono>
#include <optional>

#include "core/kernels/sampled/sampled_gradient.h"
#include "core/selection/selector.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

class LiftMethod final : public TrainingMethod, private WeightGradientSink {
 public:
  explicit LiftMethod(const MethodContext& context)
      : model_(context.model), selection_(context.selection), config_(context.optimizer), seed_(context.seed) {}

  Result<RefreshEvent> select(const TaskContext& task) override {
    const auto begin = Clock::now();
    SelectionReport report;
    LIFT_ASSIGN(MaskSet masks, lift::select(model_, selection_, seed_, task, &report));
    RefreshEvent event = describe(masks, report, nullptr);
    optimizer_.emplace(config_, std::move(masks), model_);
    event.seconds = seconds_since(begin);
    return event;
  }

  Result<RefreshEvent> refresh(std::int64_t step, const TaskContext& task) override {
    const auto begin = Clock::now();
    SelectionReport report;
    // Without a warm start: a resumed run has none either, and must choose the same entries.
    LIFT_ASSIGN(MaskSet next, lift::select(model_, selection_, seed_, task, &report));
    const MaskOverlap shared = overlap(next, masks());
    RefreshEvent event = describe(next, report, &shared);
    event.step = step;
    optimizer_->refresh(std::move(next), model_);
    event.seconds = seconds_since(begin);
    return event;
  }

  WeightGradientSink& sink() override { return *this; }
  void zero_grad() override { optimizer_->zero_grad(); }
  double gradient_norm() const override { return optimizer_->gradient_norm(); }
  void step(double learning_rate, double gradient_scale) override {
    optimizer_->step(learning_rate, gradient_scale, model_);
  }

  const MaskSet& masks() const override { return optimizer_->masks(); }
  NamedTensors state() const override { return optimizer_->state(); }
  Status restore(MaskSet masks, const NamedTensors& state) override {
    SparseAdamW restored(config_, std::move(masks), model_);
    LIFT_RETURN_IF_ERROR(restored.restore(state));
    optimizer_.emplace(std::move(restored));
    return {};
  }

 private:
  bool wants(MatrixId id) const override { return masks().find(id) != nullptr; }

  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
    at::Tensor gradient = optimizer_->gradient(id);
    accumulate_sampled_gradient(input_TN, grad_output_TM, optimizer_->pattern(id), gradient);
  }

  static double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }

  // shared: nullptr at the first selection, which overlaps with nothing before it.
  static RefreshEvent describe(const MaskSet& masks, const SelectionReport& report, const MaskOverlap* shared) {
    RefreshEvent event;
    event.entries = masks.total();
    event.overlap = shared ? shared->share() : 1;
    event.overlap_bound = report.overlap_bound;
    for (std::size_t i = 0; i < report.matrices.size(); ++i) {
      const MatrixSelection& matrix = report.matrices[i];
      event.matrices.push_back({matrix.id.layer, std::string(name_of(matrix.id.projection)), matrix.entries,
                                shared ? shared->matrices[i].share() : 1, matrix.overlap_bound});
    }
    return event;
  }

  CausalLm& model_;
  SelectionConfig selection_;
  OptimizerConfig config_;
  std::uint64_t seed_;
  std::optional<SparseAdamW> optimizer_;   // none before select() or restore()
};

}   // namespace

std::unique_ptr<TrainingMethod> make_lift_method(const MethodContext& context) {
  return std::make_unique<LiftMethod>(context);
}

}   // namespace lift
