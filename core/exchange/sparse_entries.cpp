#include "core/exchange/sparse_entries.h"

#include <ATen/ops/nonzero.h>

#include "core/base/say.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

Error no_base(const ExportRequest& request) {
  return make_error(ErrorCode::InvalidArgument, request.origin.string(),
                    say("expected the base's weights, to tell what changed, found none that can be read"));
}

}   // namespace

Result<std::vector<ChangedTensor>> changed_tensors(const ExportRequest& request, const TaskContext& task) {
  LIFT_ASSIGN(const MergedWeights weights, MergedWeights::of(request.model, request.origin, std::string(kAsInBase)));
  if (!weights.base()) return no_base(request);
  std::vector<ChangedTensor> changed;
  for (std::size_t i = 0; i < weights.plan().size(); ++i) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, request.target.string(), say("writing was cancelled"));
    const auto& planned = weights.plan()[i];
    LIFT_ASSIGN(const MergedWeights::Values values, weights.values(i));
    if (values.changed == 0) continue;
    LIFT_ASSIGN(const at::Tensor exact, weights.base()->as(planned.name, DType::F32));
    const at::Tensor base = exact.to(values.tensor.scalar_type());
    ChangedTensor tensor;
    tensor.name = planned.name;
    tensor.positions = at::nonzero(differing_bits(values.tensor, base).flatten()).flatten();
    if (tensor.positions.numel() == 0) continue;   // rounded back to the base
    tensor.tuned = values.tensor.flatten().index_select(0, tensor.positions);
    tensor.base = base.flatten().index_select(0, tensor.positions);
    tensor.rows = planned.shape[0];
    tensor.columns = planned.shape.size() > 1 ? planned.shape[1] : 0;
    changed.push_back(std::move(tensor));
  }
  if (changed.empty())
    return make_error(ErrorCode::InvalidArgument, request.origin.string(),
                      say("expected a tuned model, found one that is its base in every entry"),
                      say("Attach a delta first"));
  return changed;
}

Result<ExportCheck> check_entries(const ExportRequest& request, const MergeEntries& merge, const TaskContext& task) {
  LIFT_ASSIGN(const MergedWeights weights, MergedWeights::of(request.model, request.origin, std::string(kAsInBase)));
  if (!weights.base()) return no_base(request);
  ExportCheck check;
  std::int64_t equal = 0, differ = 0;
  for (std::size_t i = 0; i < weights.plan().size(); ++i) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, request.target.string(), say("checking the export was cancelled"));
    const std::string& name = weights.plan()[i].name;
    LIFT_ASSIGN(const MergedWeights::Values values, weights.values(i));
    LIFT_ASSIGN(const at::Tensor exact, weights.base()->as(name, DType::F32));
    LIFT_ASSIGN(const at::Tensor merged, merge(name, exact.to(values.tensor.scalar_type()).contiguous()));
    const std::int64_t wrong = differing_bits(merged, values.tensor).sum().item<std::int64_t>();
    differ += wrong;
    equal += wrong == 0;
    if (wrong > 0 && check.first_difference.empty()) check.first_difference = name;
  }
  check.exact = differ == 0;
  check.statements.push_back(
      say("read back and put into the base's files: {} of {} tensors are the tuned model's, bit for bit, in the types "
          "that the base stores",
          equal, weights.plan().size()));
  if (differ > 0) check.statements.push_back(say("{} entries differ by rounding", differ));
  return check;
}

}   // namespace lift
