#pragma once
// What trains. A method takes the factors of weight gradients during the backward pass, moves the weights, and knows
// which entries may differ from the base. "lift" is the one there is; another is one file method_NAME.cpp and one line
// in method.cpp. Used by the trainer. Thread: the engine's.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/metrics/metrics.h"
#include "core/model/causal_lm.h"
#include "core/optim/optimizer_config.h"
#include "core/optim/sparse_adamw.h"
#include "core/selection/mask_set.h"
#include "core/selection/selection_config.h"

namespace lift {

struct MethodContext {
  CausalLm& model;
  const SelectionConfig& selection;
  const OptimizerConfig& optimizer;
  std::uint64_t seed = 0;
};

class TrainingMethod {
 public:
  virtual ~TrainingMethod() = default;

  // Before step 1: chooses what trains. The event has step 0 and no overlap.
  virtual Result<RefreshEvent> select(const TaskContext& task) = 0;
  virtual WeightGradientSink& sink() = 0;
  virtual void zero_grad() = 0;
  virtual double gradient_norm() const = 0;
  virtual void step(double learning_rate, double gradient_scale) = 0;
  // Renews the choice from the weights as they are. On an error or cancel nothing has changed.
  virtual Result<RefreshEvent> refresh(std::int64_t step, const TaskContext& task) = 0;

  virtual const MaskSet& masks() const = 0;
  virtual NamedTensors state() const = 0;
  virtual Status restore(MaskSet masks, const NamedTensors& state) = 0;
};

struct MethodEntry {
  std::string_view name;   // in recipes
  Sentence title;          // for people
  std::unique_ptr<TrainingMethod> (*make)(const MethodContext& context) = nullptr;
};
std::span<const MethodEntry> methods();
const MethodEntry* find_method(std::string_view name);   // nullptr: not known
std::string known_methods();                             // "lift, another", for errors and help

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
