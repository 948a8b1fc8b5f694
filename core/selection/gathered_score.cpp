#include "core/selection/gathered_score.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/where.h>

#include "core/base/check.h"
#include "core/base/say.h"

namespace lift {

Result<Score> gathered_score(const at::Tensor& weight, const ScoreRequest& request) {
  if (!request.gathered_MN)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("selection.criterion"),
                      say("\"{}\" looks at the gradients of the rows, which only a run has", request.config.criterion),
                      say("Train with it, or look at another criterion"));
  LIFT_CHECK(request.gathered_MN->sizes() == weight.sizes(), "gathered_score: sums of the weight's shape");
  if (!at::isfinite(*request.gathered_MN).all().item().toBool())
    return make_error(ErrorCode::NonFinite, say("matrix"), say("expected finite gradients, found others"),
                      say("A lower learning rate or clipping usually helps"));
  return Score{request.gathered_MN->contiguous(), {}};
}

at::Tensor ranked_by_value(const at::Tensor& score_MN) {
  const at::Tensor score = score_MN.add(0.0);   // -0 becomes 0
  if (score.scalar_type() == at::kFloat) {
    // The bits of floats ascend with their values above zero and descend below.
    const at::Tensor bits = score.view(at::kInt);
    return at::where(bits.lt(0), bits.bitwise_xor(0x7fffffff), bits).to(at::kDouble).add_(2147483648.0);
  }
  const at::Tensor order = score.flatten().argsort(/*stable=*/true, 0, /*descending=*/true);
  at::Tensor rank = at::empty_like(order);
  rank.index_copy_(0, order, at::arange(order.numel(), 0, -1, order.options()));
  return rank.view(score.sizes()).to(at::kDouble);
}

}   // namespace lift
