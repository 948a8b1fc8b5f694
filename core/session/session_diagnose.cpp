// What training made of the open model's matrices.
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/session/session_impl.h"
#include "core/spectra/diagnose_change.h"

namespace lift {

Result<std::vector<ChangeDiagnosis>> Session::diagnose(std::span<const MatrixId> matrices, std::int64_t strongest,
                                                       const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  if (!impl_->attached)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("delta"),
                      say("expected a tuned model, found the base alone"), say("Name its delta"));
  if (strongest < 1)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("top"),
                      say("expected 1 or more, found {}", strongest));
  std::vector<ChangeDiagnosis> found;
  for (const MatrixId id : matrices) {
    LIFT_RETURN_IF_ERROR(impl_->need_matrix(id));
    task.report(say("comparing directions"), std::ssize(found), std::ssize(matrices));
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("comparing directions"),
                        say("stopped after {} of {} matrices", found.size(), matrices.size()));
    LIFT_ASSIGN(ChangeDiagnosis one, catch_exceptions(short_name(id), [&] {
                  return diagnose_change(hf_name(id), impl_->base_weight(id).cpu(), impl_->model->lm().weight(id).cpu(),
                                         strongest);
                }));
    found.push_back(std::move(one));
  }
  return found;
}

}   // namespace lift
