#include "core/train/method_full.h"

#include <algorithm>
#include <chrono>

#include "core/base/say.h"
#include "core/train/dense_method.h"

namespace lift {

namespace {

class FullMethod final : public DenseMethod {
 public:
  explicit FullMethod(const MethodContext& context) : DenseMethod(context) {}

  Result<RefreshEvent> select(const TaskContext&, const GradientProbe&) override {
    const auto begin = std::chrono::steady_clock::now();
    prepare();
    RefreshEvent event;
    for (const MatrixId id : ids_) {
      const std::int64_t entries = model_.weight(id).numel();
      event.matrices.push_back({id.layer, std::string(name_of(id.projection)), entries, 1, 1});
      event.entries += entries;
    }
    event.union_entries = event.entries;
    event.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return event;
  }

  // The weights are the masters, rounded.
  MethodState state() const override { return {{}, optimizer_->state(), {}, {}}; }
  Status restore(MethodState state) override {
    prepare();
    Status restored = optimizer_->restore(state.optimizer);
    if (!restored.ok()) give_back_base();
    return restored;
  }

 private:
  void prepare() {
    std::vector<DenseParameter> parameters;
    for (const MatrixId id : ids_) parameters.push_back({hf_name(id), model_.weight(id)});
    keep_base_and_train(std::move(parameters));
  }

  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
    optimizer_->accumulate(position(id), input_TN, grad_output_TM);
  }
};

MethodPlan plan_full(const PlanRequest& request) {
  const ModelConfig& model = request.model;
  const std::int64_t element = byte_size(request.train.dtype);
  MethodPlan plan;
  plan.lowest_layer = model.layer_count;
  std::int64_t largest = 0;
  for (const MatrixId id : request.selection.matrices(model)) {
    const std::int64_t weights = model.rows(id.projection) * model.columns(id.projection);
    plan.trainable += weights;
    largest = std::max(largest, weights);
    plan.lowest_layer = std::min<std::int64_t>(plan.lowest_layer, id.layer);
  }
  plan.changed = plan.trainable;
  plan.lasting = {{say("masters and moments"),
                   say("{} trained weights: 4 bytes master, 8 bytes moments", plan.trainable), 12 * plan.trainable},
                  {say("record of changes"), say("{} bytes base value for each of {} weights", element, plan.trainable),
                   element * plan.trainable}};
  plan.step = {
      {say("gradients"), say("4 bytes for each of {} trained weights", plan.trainable), 4 * plan.trainable, false},
      {say("indices"), say("of matrices of one shape together"), 6 * largest * 2, false}};
  plan.state_bytes = 12 * plan.trainable + kDenseStateHeader;
  plan.delta_bytes = element * plan.changed;
  return plan;
}

// The layers and projections alone count: nothing is chosen within a matrix.
Status fits_full(const SettingValues&, const SelectionConfig& selection, const ModelConfig& model) {
  return selection.validate_scope(model);
}

}   // namespace

MethodEntry full_method() {
  return {.name = "full",
          .title = say("Full: every weight of the projections"),
          .make = [](const MethodContext& context) -> std::unique_ptr<TrainingMethod> {
            return std::make_unique<FullMethod>(context);
          },
          .fits = fits_full,
          .plan = plan_full,
          .refreshes = false,
          .rate_beside_lift = 0.1};
}

}   // namespace lift
