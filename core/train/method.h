#pragma once
// What trains. A method takes the factors of weight gradients during the backward pass, moves the weights, and knows
// what it changed of the base. Trainer, run folder, delta, plan and recipe ask it through this interface alone; each is
// one file method_NAME.cpp and one line in method.cpp. Used by the trainer. Thread: the engine's.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/changed_entries.h"
#include "core/checkpoint/delta.h"
#include "core/checkpoint/resume_state.h"
#include "core/metrics/metrics.h"
#include "core/model/causal_lm.h"
#include "core/optim/optimizer_config.h"
#include "core/selection/selection_config.h"
#include "core/train/method_plan.h"
#include "core/train/method_settings.h"
#include "core/train/train_config.h"

namespace lift {

struct MethodContext {
  CausalLm& model;
  const SelectionConfig& selection;
  const OptimizerConfig& optimizer;
  std::uint64_t seed = 0;
  SettingValues settings = {};   // of the method's own section
};

// Adds the gradients of the next steps' rows, at the present weights, to a sink. The run's place in the data does not
// move.
using GradientProbe = std::function<Status(WeightGradientSink& sink, const TaskContext& task)>;

class TrainingMethod {
 public:
  virtual ~TrainingMethod() = default;

  // Before step 1: makes what trains. The event has step 0 and no overlap.
  virtual Result<RefreshEvent> select(const TaskContext& task, const GradientProbe& probe) = 0;
  virtual WeightGradientSink& sink() = 0;

  // The step's gradient so far, fp32 or fp64, flat. All that norm, clipping and a sum over processes see of it.
  virtual std::vector<at::Tensor> gradients() const = 0;
  // What the step has summed over its rows so far, and processes that share them add up: the gradient, and what else
  // the method gathers. Contiguous.
  virtual std::vector<at::Tensor> summed() const { return gradients(); }
  virtual void zero_grad() = 0;
  // One update from the gradients times gradient_scale; writes the model's weights.
  virtual void step(double learning_rate, double gradient_scale) = 0;

  // Chooses anew, from the present weights, which entries train. On an error or cancel nothing has changed. Never
  // called for a method whose MethodEntry::refreshes is false.
  virtual Result<RefreshEvent> refresh(std::int64_t step, const TaskContext& task, const GradientProbe& probe) = 0;

  // The matrices that may differ from the base, ascending; of one, where and the base's values. Quick; changed() from
  // any thread while nothing else is asked.
  virtual std::vector<MatrixId> changed_matrices() const = 0;
  virtual BaseValues changed(MatrixId id) const = 0;
  // Puts the base's values back; select() or restore() comes next, or nothing.
  virtual void give_back_base() = 0;
  // The same as factors, where the method has them: for programs that take adapters.
  virtual std::optional<LowRankChange> low_rank_change() const { return {}; }

  // Everything that a later run needs to go on exactly. The tensors may be the live ones: write them before the next
  // step. restore() takes over the state of a run with the same recipe; the model holds the base, and holds it again
  // after an error.
  virtual MethodState state() const = 0;
  virtual Status restore(MethodState state) = 0;
};

struct MethodEntry {
  std::string_view name;   // in recipes, and of its section there
  Sentence title;          // for people
  std::unique_ptr<TrainingMethod> (*make)(const MethodContext& context) = nullptr;
  std::vector<MethodSetting> settings = {};
  // Of its section, without a model and with one; nullptr: nothing to check, and SelectionConfig::validate.
  Status (*validate)(const SettingValues& settings) = nullptr;
  Status (*fits)(const SettingValues& settings, const SelectionConfig& selection, const ModelConfig& model) = nullptr;
  MethodPlan (*plan)(const PlanRequest& request) = nullptr;   // nullptr: as that of lift
  bool refreshes = true;                                      // whether it has a choice to renew
  double rate_beside_lift = 1;   // where a search for its learning rate begins, as a multiple of one that suits lift
};
std::span<const MethodEntry> methods();
const MethodEntry* find_method(std::string_view name);   // nullptr: not known
std::string known_methods();                             // "lift, another", for errors and help

// The method's own section, whole: what the recipe leaves out is as usual.
SettingValues section_of(const MethodEntry& method, const TrainConfig& train);
// Errors: InvalidArgument (no such method), those of its checks.
Status validate_method(const TrainConfig& train);
Status fit_method(const TrainConfig& train, const SelectionConfig& selection, const ModelConfig& model);
MethodPlan plan_method(const PlanRequest& request);
// CHECKs that the method is known.
std::unique_ptr<TrainingMethod> make_method(const TrainConfig& train, const SelectionConfig& selection,
                                            const OptimizerConfig& optimizer, CausalLm& model);

// One more method while it lives, in lists, recipes and checks: for tests, and for programs that bring their own.
// Not while a session runs.
class AddedMethod {
 public:
  explicit AddedMethod(const MethodEntry& entry);
  ~AddedMethod();
  AddedMethod(const AddedMethod&) = delete;
  AddedMethod& operator=(const AddedMethod&) = delete;
};

}   // namespace lift
