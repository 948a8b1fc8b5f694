#pragma once
// What the methods share that may change every entry of the chosen matrices and never renew a choice (full, lora): the
// base they keep, the optimizer, and the calls of TrainingMethod that ask these two alone. Private to core/train.
// Thread: the engine's.
#include <optional>
#include <vector>

#include "core/optim/dense_adamw.h"
#include "core/train/kept_base.h"
#include "core/train/method.h"

namespace lift {

class DenseMethod : public TrainingMethod, protected WeightGradientSink {
 public:
  WeightGradientSink& sink() override { return *this; }
  std::vector<at::Tensor> gradients() const override { return optimizer_->gradients(); }
  void zero_grad() override { optimizer_->zero_grad(); }
  void step(double learning_rate, double gradient_scale) override { optimizer_->step(learning_rate, gradient_scale); }
  Result<RefreshEvent> refresh(std::int64_t step, const TaskContext& task, const GradientProbe& probe) final;

  std::vector<MatrixId> changed_matrices() const override { return base_.matrices(); }
  BaseValues changed(MatrixId id) const override { return base_.changed(id); }
  void give_back_base() override;

 protected:
  explicit DenseMethod(const MethodContext& context);

  // Copies the base, and starts an optimizer over what trains.
  void keep_base_and_train(std::vector<DenseParameter> parameters);

  bool wants(MatrixId id) const override;
  std::int64_t position(MatrixId id) const;   // in ids_, which has it

  CausalLm& model_;
  const std::vector<MatrixId> ids_;   // the chosen matrices, ascending
  KeptBase base_;
  std::optional<DenseAdamW> optimizer_;   // none before select() or restore()

 private:
  OptimizerConfig config_;
};

// The largest header of a state file of such a method, in bytes.
constexpr std::int64_t kDenseStateHeader = 1 << 18;

}   // namespace lift
