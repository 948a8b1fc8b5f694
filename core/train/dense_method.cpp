#include "core/train/dense_method.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"

namespace lift {

DenseMethod::DenseMethod(const MethodContext& context)
    : model_(context.model), ids_(context.selection.matrices(model_.config())), config_(context.optimizer) {}

Result<RefreshEvent> DenseMethod::refresh(std::int64_t, const TaskContext&, const GradientProbe&) {
  fail_check("a method without a choice was asked to renew it", "");
}

void DenseMethod::give_back_base() {
  base_.give_back(model_);
  base_ = {};
  optimizer_.reset();
}

void DenseMethod::keep_base_and_train(std::vector<DenseParameter> parameters) {
  base_ = KeptBase(model_, ids_);
  optimizer_.emplace(config_, std::move(parameters));
}

bool DenseMethod::wants(MatrixId id) const { return std::ranges::binary_search(ids_, id); }

std::int64_t DenseMethod::position(MatrixId id) const { return std::ranges::lower_bound(ids_, id) - ids_.begin(); }

}   // namespace lift
