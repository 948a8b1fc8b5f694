// The difference of two models as a delta, one tensor at a time.
#include <map>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/checkpoint/delta.h"
#include "core/checkpoint/delta_format.h"
#include "core/kernels/tensor_types.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

at::ScalarType bits_of(std::int64_t bytes) { return bytes == 2 ? at::kShort : bytes == 4 ? at::kInt : at::kLong; }

at::Tensor differing(const at::Tensor& a, const at::Tensor& b) {
  const at::ScalarType type = bits_of(static_cast<std::int64_t>(a.element_size()));
  return a.view(type).ne(b.view(type));
}

struct Part {
  SparsePattern pattern;
  at::Tensor values;
};

}   // namespace

Result<Delta> delta_of_difference(const CausalLm& base, const TunedTensor& tuned, Manifest passport,
                                  const TaskContext& task) {
  std::map<MatrixId, Part> parts;   // as MaskSet wants them
  Delta delta;
  const auto tensors = base.named_tensors();
  LIFT_CHECK(tensors.size() == passport.tensors.size(), "the passport records every tensor of the base");
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const auto& [name, tensor] = tensors[i];
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, Sentence::verbatim(name), say("stopped"));
    task.report(say("comparing with the base"), static_cast<std::int64_t>(i),
                static_cast<std::int64_t>(tensors.size()));
    const at::Tensor old = tensor.cpu().contiguous();
    LIFT_ASSIGN(std::optional<at::Tensor> found, tuned(name, old));
    if (!found) continue;
    if (found->sizes() != old.sizes())
      return make_error(ErrorCode::Mismatch, Sentence::verbatim(name),
                        say("expected a tensor [{}] as the base's, found [{}]", fmt::join(old.sizes(), ", "),
                            fmt::join(found->sizes(), ", ")));
    const at::Tensor now = found->to(old.scalar_type()).contiguous();
    const at::Tensor mask = differing(now, old);
    const std::int64_t changed = mask.sum().item<std::int64_t>();
    if (changed == 0) continue;
    TensorRecord& record = passport.tensors[i];
    LIFT_CHECK(record.name == name, "the passport is in the model's order");
    record.changed = changed;
    record.tuned = fingerprint_of_tensor(now);
    if (const auto matrix = matrix_of_name(name)) {
      SparsePattern pattern = pattern_of_mask(mask);
      at::Tensor values = gather_entries(now, pattern);
      parts.emplace(*matrix, Part{std::move(pattern), std::move(values)});
    } else {
      delta.whole.push_back({name, now.clone()});
    }
  }
  std::vector<at::Tensor> values;
  for (auto& [matrix, part] : parts) {
    delta.entries.add(matrix, std::move(part.pattern));
    values.push_back(std::move(part.values));
  }
  delta.values = values.empty() ? at::empty({0}, base.scalar_type()) : at::cat(values);
  passport.dtype = to_dtype(base.scalar_type());
  delta.manifest = std::move(passport);
  return delta;
}

}   // namespace lift
