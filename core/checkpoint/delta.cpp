#include "core/checkpoint/delta.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>

#include <unordered_map>
#include <vector>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/checkpoint/stored_entries.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

// `changed` and `tuned` of every tensor that the entries are in.
Status complete_records(std::vector<TensorRecord>& records, const MaskSet& entries, const CausalLm& tuned,
                        const TaskContext& task) {
  std::unordered_map<std::string, TensorRecord*> by_name;
  for (TensorRecord& record : records) {
    record.changed = 0;
    record.tuned.reset();
    by_name.emplace(record.name, &record);
  }
  std::vector<at::Tensor> tensors;
  for (const MatrixMask& matrix : entries.matrices()) tensors.push_back(tuned.weight(matrix.id));
  LIFT_ASSIGN(const auto fingerprints, fingerprints_of(tensors, task));
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const auto record = by_name.find(hf_name(entries.matrices()[i].id));
    LIFT_CHECK(record != by_name.end(), "the passport names every tensor of the base");
    record->second->changed = entries.matrices()[i].entries();
    record->second->tuned = fingerprints[i];
  }
  return {};
}

at::Tensor concatenate(const std::vector<at::Tensor>& parts, at::ScalarType type) {
  return parts.empty() ? at::empty({0}, type) : at::cat(parts);
}

}   // namespace

Result<MadeDelta> make_delta(const ChangedEntries& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task) {
  ChangedMatrices matrices{{}, [&](MatrixId id) { return changed.of(id); }};
  for (const MatrixMask& mask : changed.entries().matrices()) matrices.matrices.push_back(mask.id);
  return make_delta(matrices, tuned, std::move(passport), task);
}

Result<MadeDelta> make_delta(const ChangedMatrices& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task) {
  const std::vector<MatrixId>& matrices = changed.matrices;
  std::vector<DifferingEntries> kept(matrices.size());
  std::int64_t weights = 0;
  for (const MatrixId id : matrices) weights += tuned.weight(id).numel();
  // A GPU does the work of its matrices itself, asked by one thread.
  for_each_in_parallel(matrices.size(), tuned.device().is_cpu() ? weights : 0, [&](std::size_t i) {
    const BaseValues base = changed.of(matrices[i]);
    if (base.pattern.entries() == 0) return;
    kept[i] = differing_entries(base.pattern, gather_weights(tuned, matrices[i], base.pattern), base.values);
  });
  MaskSet differing;
  std::vector<at::Tensor> tuned_values, base_values;
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    if (kept[i].pattern.entries() == 0) continue;
    differing.add(matrices[i], std::move(kept[i].pattern));
    tuned_values.push_back(std::move(kept[i].now));
    base_values.push_back(std::move(kept[i].base));
  }
  RearrangedEntries stored = in_stored_tensors(differing, tuned.config());
  MadeDelta made;
  made.delta.values = stored.values(concatenate(tuned_values, tuned.scalar_type()));
  made.base = {stored.entries, stored.values(concatenate(base_values, tuned.scalar_type()))};
  made.delta.entries = std::move(stored.entries);
  passport.dtype = to_dtype(tuned.scalar_type());
  LIFT_RETURN_IF_ERROR(complete_records(passport.tensors, made.delta.entries, tuned, task));
  made.delta.manifest = std::move(passport);
  return made;
}

namespace {

// The model's present values of the same tensors.
std::vector<WholeTensor> present_tensors(const CausalLm& model, const std::vector<WholeTensor>& whole) {
  std::vector<WholeTensor> present;
  if (whole.empty()) return present;
  std::unordered_map<std::string, at::Tensor> by_name;
  for (auto& [name, tensor] : model.named_tensors()) by_name.emplace(name, tensor);
  for (const WholeTensor& tensor : whole) present.push_back({tensor.name, by_name.at(tensor.name).cpu().clone()});
  return present;
}

void replace_tensors(CausalLm& model, const std::vector<WholeTensor>& whole) {
  if (whole.empty()) return;
  std::unordered_map<std::string, at::Tensor> by_name;
  for (auto& [name, tensor] : model.named_tensors()) by_name.emplace(name, tensor);
  for (const WholeTensor& tensor : whole) by_name.at(tensor.name).copy_(tensor.values);
}

}   // namespace

Result<UndoRecord> apply_delta(CausalLm& model, const Delta& delta, const ApplyOptions& options,
                               const TaskContext& task) {
  const Manifest& manifest = delta.manifest;
  if (model.scalar_type() != to_scalar_type(manifest.dtype))
    return make_error(ErrorCode::Mismatch, say("model"),
                      say("expected weights in {} as the delta has them, found {}", name_of(manifest.dtype),
                          name_of(to_dtype(model.scalar_type()))),
                      say("Load the model in that type"));
  const auto which = options.check_base ? CheckedTensors::Changed : CheckedTensors::None;
  LIFT_RETURN_IF_ERROR(check_tensors(model, manifest.tensors, which, ExpectedTensors::Base, task));
  UndoRecord undo{delta.entries, gather_weights(model, delta.entries), present_tensors(model, delta.whole)};
  scatter_weights(model, delta.entries, delta.values);
  replace_tensors(model, delta.whole);
  if (!options.check_tuned) return undo;
  Status tuned = check_tensors(model, manifest.tensors, CheckedTensors::Changed, ExpectedTensors::Tuned, task);
  if (tuned.ok()) return undo;
  undo_delta(model, undo);
  return std::move(tuned).error();
}

void undo_delta(CausalLm& model, const UndoRecord& record) {
  scatter_weights(model, record.entries, record.values);
  replace_tensors(model, record.whole);
}

namespace {

at::Tensor between(const at::Tensor& base, const at::Tensor& tuned, double strength) {
  const at::ScalarType wide = base.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
  const at::Tensor from = base.to(wide);
  return from.add(tuned.to(wide).sub(from), strength).to(base.scalar_type());
}

}   // namespace

void set_strength(CausalLm& model, const Delta& delta, const UndoRecord& base, double strength) {
  if (strength == 0) return undo_delta(model, base);
  const bool all = strength == 1;
  scatter_weights(model, delta.entries, all ? delta.values : between(base.values, delta.values, strength));
  std::vector<WholeTensor> whole = delta.whole;
  for (std::size_t i = 0; i < whole.size() && !all; ++i)
    whole[i].values = between(base.whole[i].values, delta.whole[i].values, strength);
  replace_tensors(model, whole);
}

Result<DeltaVerification> verify_delta(CausalLm& base, const Delta& delta, const TaskContext& task) {
  const auto& records = delta.manifest.tensors;
  LIFT_RETURN_IF_ERROR(check_tensors(base, records, CheckedTensors::All, ExpectedTensors::Base, task));
  LIFT_ASSIGN(const UndoRecord undo, apply_delta(base, delta, {.check_base = false}, task));
  Status tuned = check_tensors(base, records, CheckedTensors::All, ExpectedTensors::Tuned, task);
  undo_delta(base, undo);
  LIFT_RETURN_IF_ERROR(std::move(tuned));
  LIFT_RETURN_IF_ERROR(check_tensors(base, records, CheckedTensors::All, ExpectedTensors::Base, task));
  return DeltaVerification{delta.manifest.changed(),
                           static_cast<std::int64_t>(delta.entries.matrices().size() + delta.whole.size()),
                           static_cast<std::int64_t>(records.size())};
}

}   // namespace lift
