#include "core/train/method_lift.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/kernels/sampled/sampled_gradient.h"
#include "core/kernels/thread_count.h"
#include "core/optim/sparse_adamw.h"
#include "core/selection/selector.h"
#include "core/train/gathered_gradients.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

// Share of the selection that a refresh renews, as seen on real runs: the union of changes grows by it.
constexpr double kTurnover = 0.05;
constexpr double kDeltaBytesPerIndex = 0.75;

class LiftMethod final : public TrainingMethod, private WeightGradientSink {
 public:
  explicit LiftMethod(const MethodContext& context)
      : model_(context.model), selection_(context.selection), config_(context.optimizer), seed_(context.seed) {
    if (const Criterion* criterion = find_criterion(selection_.criterion)) gathers_ = criterion->gathers;
  }

  Result<RefreshEvent> select(const TaskContext& task, const GradientProbe& probe) override {
    const auto begin = Clock::now();
    SelectionReport report;
    LIFT_ASSIGN(MaskSet masks, first_choice(task, probe, report));
    if (gathers_ == Gathers::Movement) watch_movement();
    RefreshEvent event = describe(masks, report, nullptr);
    optimizer_.emplace(config_, std::move(masks), model_);
    join(event);
    event.seconds = seconds_since(begin);
    return event;
  }

  Result<RefreshEvent> refresh(std::int64_t step, const TaskContext& task, const GradientProbe& probe) override {
    const auto begin = Clock::now();
    SelectionReport report;
    // Without a warm start: a resumed run has none either, and must choose the same entries.
    LIFT_ASSIGN(MaskSet next, next_choice(task, probe, report));
    const MaskOverlap shared = overlap(next, masks());
    RefreshEvent event = describe(next, report, &shared);
    event.step = step;
    optimizer_->refresh(std::move(next), model_);
    join(event);
    event.seconds = seconds_since(begin);
    return event;
  }

  WeightGradientSink& sink() override { return *this; }
  void zero_grad() override {
    optimizer_->zero_grad();
    if (gathered_) gathered_->clear();
  }
  std::vector<at::Tensor> gradients() const override { return {optimizer_->gradients()}; }
  std::vector<at::Tensor> summed() const override {
    std::vector<at::Tensor> sums = gradients();
    if (gathered_)
      for (const auto& [id, sum] : gathered_->sums()) sums.push_back(sum);
    return sums;
  }
  void step(double learning_rate, double gradient_scale) override {
    if (gathered_) gathered_->add_movement(model_, movement_);   // before the weights move
    optimizer_->step(learning_rate, gradient_scale, model_);
  }

  std::vector<MatrixId> changed_matrices() const override {
    std::vector<MatrixId> ids;
    for (const MatrixMask& mask : changed_.entries().matrices()) ids.push_back(mask.id);
    return ids;
  }
  BaseValues changed(MatrixId id) const override { return changed_.of(id); }
  void give_back_base() override {
    if (changed_.total() > 0) scatter_weights(model_, changed_.entries(), changed_.base_values());
    changed_ = {};
  }

  MethodState state() const override {
    NamedTensors tensors = optimizer_->state();
    for (auto& tensor : movement_state(movement_)) tensors.push_back(std::move(tensor));
    return {masks(), std::move(tensors), changed_, gather_weights(model_, changed_.entries())};
  }
  Status restore(MethodState state) override {
    if (gathers_ == Gathers::Movement) {
      watch_movement();
      LIFT_RETURN_IF_ERROR(restore_movement(state.optimizer, movement_));
    }
    scatter_weights(model_, state.changed.entries(), state.weights);
    SparseAdamW restored(config_, std::move(state.masks), model_);
    if (Status taken = restored.restore(state.optimizer); !taken.ok()) {
      scatter_weights(model_, state.changed.entries(), state.changed.base_values());
      return taken;
    }
    optimizer_.emplace(std::move(restored));
    changed_ = std::move(state.changed);
    return {};
  }

 private:
  const MaskSet& masks() const { return optimizer_->masks(); }

  void join(RefreshEvent& event) {
    changed_.join(masks(), model_);
    event.union_entries = changed_.total();
  }

  // Before there is a step there is no movement but that of the coming rows.
  Result<MaskSet> first_choice(const TaskContext& task, const GradientProbe& probe, SelectionReport& report) {
    if (gathers_ != Gathers::Movement) return next_choice(task, probe, report);
    LIFT_ASSIGN(const GatheredGradients coming, probed(task, probe));
    const GatheredScores movement = coming.movement(model_);
    return lift::select(model_, selection_, seed_, task, &report, {.gathered = &movement});
  }

  Result<MaskSet> next_choice(const TaskContext& task, const GradientProbe& probe, SelectionReport& report) {
    if (gathers_ == Gathers::Nothing) return lift::select(model_, selection_, seed_, task, &report);
    if (gathers_ == Gathers::Movement)
      return lift::select(model_, selection_, seed_, task, &report, {.gathered = &movement_});
    LIFT_ASSIGN(const GatheredGradients coming, probed(task, probe));
    return lift::select(model_, selection_, seed_, task, &report, {.gathered = &coming.sums()});
  }

  Result<GatheredGradients> probed(const TaskContext& task, const GradientProbe& probe) {
    LIFT_CHECK(probe, "a criterion that looks at gradients is given them");
    LIFT_RETURN_IF_ERROR(selection_.validate(model_.config()));
    GatheredGradients coming(model_, selection_.matrices(model_.config()));
    LIFT_RETURN_IF_ERROR(probe(coming, task));
    return coming;
  }

  void watch_movement() {
    const std::vector<MatrixId> ids = selection_.matrices(model_.config());
    movement_ = no_movement(model_, ids);
    gathered_.emplace(model_, ids);
  }

  bool wants(MatrixId id) const override { return masks().find(id) != nullptr; }

  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
    at::Tensor gradient = optimizer_->gradient(id);
    accumulate_sampled_gradient(input_TN, grad_output_TM, optimizer_->pattern(id), gradient);
    if (gathered_) gathered_->accumulate(id, input_TN, grad_output_TM);
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
  ChangedEntries changed_;                 // union of all masks
  Gathers gathers_ = Gathers::Nothing;
  // Of the criterion that looks at movement alone: this step's gradients, and the sum over steps.
  std::optional<GatheredGradients> gathered_;
  GatheredScores movement_;
};

}   // namespace

MethodPlan plan_lift(const PlanRequest& request) {
  const ModelConfig& model = request.model;
  const std::int64_t element = byte_size(request.train.dtype);
  MethodPlan plan;
  plan.lowest_layer = model.layer_count;
  std::int64_t largest_matrix = 0, row_offsets = 0, weights = 0, gathered_state = 0;
  for (const MatrixId id : request.selection.matrices(model)) {
    const std::int64_t rows = model.rows(id.projection), columns = model.columns(id.projection);
    plan.trainable += request.selection.entries_of(rows, columns);
    largest_matrix = std::max(largest_matrix, rows * columns);
    row_offsets += 4 * (rows + 1);
    weights += rows * columns;
    plan.lowest_layer = std::min<std::int64_t>(plan.lowest_layer, id.layer);
  }
  const std::int64_t every = request.selection.refresh_every;
  const std::int64_t refreshes = every > 0 ? std::max<std::int64_t>(0, request.train.steps - 1) / every : 0;
  plan.changed = std::min(weights, static_cast<std::int64_t>(static_cast<double>(plan.trainable) *
                                                             (1 + kTurnover * static_cast<double>(refreshes))));
  plan.lasting = {
      {say("indices"), say("4 bytes for each of {} trained weights, and the rows", plan.trainable),
       4 * plan.trainable + row_offsets},
      {say("gradients"), say("4 bytes for each of {} trained weights", plan.trainable), 4 * plan.trainable},
      {say("masters and moments"),
       say("{} trained weights: 4 bytes master, 8 bytes moments, 2 bytes age", plan.trainable), 14 * plan.trainable},
      {say("record of changes"),
       say("about {} weights by the end: 4 bytes index, {} bytes base value", plan.changed, element),
       (4 + element) * plan.changed + row_offsets}};
  const std::int64_t at_once =
      request.train.device.is_cpu() ? matrices_at_once(largest_matrix, usable_threads(request.train.threads)) : 1;
  plan.refresh = {
      {say("refresh workspace"),
       say("the largest matrix, {} weights, in fp32: its copy, W_r, scores; {} side by side", largest_matrix, at_once),
       at_once * selection_workspace_bytes(largest_matrix), false},
      {say("next selection"), say("{} indices and carried numbers beside the old", plan.trainable),
       (4 + 4 + 14) * plan.trainable + row_offsets, false},
      {say("next record of changes"), say("beside the old"), (4 + element) * plan.changed, false}};
  if (const Criterion* criterion = find_criterion(request.selection.criterion)) {
    const bool moves = criterion->gathers == Gathers::Movement;
    if (moves)
      plan.lasting.push_back(
          {say("gradients and movement"), say("4 bytes each for every one of {} weights", weights), 8 * weights});
    if (criterion->gathers == Gathers::Gradient || moves)
      plan.refresh.push_back({say("gradients for the selection"), say("4 bytes for every one of {} weights", weights),
                              4 * weights, false});
    gathered_state = moves ? 4 * weights : 0;
  }
  plan.state_bytes = gathered_state + resume_state_bytes(plan.trainable, plan.changed, request.train.dtype);
  plan.delta_bytes = static_cast<std::int64_t>((static_cast<double>(element) + kDeltaBytesPerIndex) *
                                               static_cast<double>(plan.changed));
  return plan;
}

MethodEntry lift_method() {
  return {.name = "lift",
          .title = say("LIFT: the principal weights"),
          .make = [](const MethodContext& context) -> std::unique_ptr<TrainingMethod> {
            return std::make_unique<LiftMethod>(context);
          },
          .plan = plan_lift};
}

}   // namespace lift
