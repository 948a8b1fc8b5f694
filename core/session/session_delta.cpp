// Deltas in the open model: in, scaled, out, all exact; proofs and exports.
#include <cmath>

#include <ATen/ops/abs.h>
#include <fmt/format.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/version.h"
#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/merge.h"
#include "core/checkpoint/stored_entries.h"
#include "core/exchange/delta_import.h"
#include "core/io/new_file.h"
#include "core/session/session_impl.h"

namespace lift {

namespace fs = std::filesystem;

AttachedDelta AttachedDelta::of(Delta delta, UndoRecord base, const ModelConfig& config) {
  RearrangedEntries matrices = in_matrices(base.entries, config);
  const at::Tensor values = matrices.values(base.values);
  return {std::move(delta), std::move(base), {std::move(matrices.entries), values}, 1};
}

void Session::Impl::drop_delta() {
  if (attached) undo_delta(model->lm(), attached->base);
  attached.reset();
  selections.clear();
  base_selections.clear();
}

Result<Manifest> passport_of(const OpenModel& model, const TaskContext& task) {
  Manifest passport;
  LIFT_RETURN_IF_ERROR(record_tokenizer(model.path, passport));
  passport.program = fmt::format("LIFT Studio {}", kVersion);
  passport.model_name = model.config().name;
  passport.family = model.config().family;
  LIFT_ASSIGN(passport.tensors, record_base(model.lm(), task));
  return passport;
}

Result<ImportReport> write_new_delta(const fs::path& target, ImportedDelta made, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(write_delta(target, made.delta, task));
  ImportReport report{target, std::move(made.title), made.delta.manifest.changed()};
  report.tensors = static_cast<std::int64_t>(made.delta.entries.matrices().size() + made.delta.whole.size());
  report.bytes = static_cast<std::int64_t>(fs::file_size(target));
  report.notices = std::move(made.told);
  return report;
}

Status Session::Impl::need_base_alone(const fs::path& subject) const {
  LIFT_RETURN_IF_ERROR(need_model());
  if (!attached) return {};
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim(subject.string()),
                    say("expected the base alone, found it with a delta attached"), say("Detach the delta first"));
}

namespace {

// What is no delta file of ours, as a delta of the open model without one.
Result<ImportedDelta> as_delta(const OpenModel& model, const fs::path& source, const TaskContext& task) {
  LIFT_ASSIGN(Manifest passport, passport_of(model, task));
  return import_delta(model.lm(), model.path, source, std::move(passport), task);
}

}   // namespace

Result<DeltaInfo> Session::delta_info(const fs::path& delta) const {
  if (!is_importable(delta)) return read_delta_info(delta);
  if (!impl_->attached)
    return make_error(ErrorCode::InvalidArgument, delta.string(),
                      say("expected a delta file, found an adapter, which is a delta once it is attached to its base"));
  return DeltaInfo{impl_->attached->delta.manifest, 0};
}

// What was attached before stays when the new one can't be: bad files and a cancel take nothing away.
Status Session::attach_delta(const fs::path& delta, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  std::optional<AttachedDelta> before = impl_->attached;
  const Status attached = catch_exceptions(delta.string(), [&]() -> Status {
    Delta read;
    if (is_importable(delta)) {
      impl_->drop_delta();
      LIFT_ASSIGN(ImportedDelta imported, as_delta(*impl_->model, delta, task));
      if (impl_->options.notices)
        for (const Sentence& told : imported.told) impl_->options.notices({Severity::Info, told});
      read = std::move(imported.delta);
    } else {
      LIFT_ASSIGN(read, read_delta(delta, task));
      LIFT_RETURN_IF_ERROR(check_tokenizer(impl_->model->path, read.manifest));
      impl_->drop_delta();
    }
    LIFT_ASSIGN(UndoRecord base, apply_delta(impl_->model->lm(), read, {}, task));
    impl_->attached = AttachedDelta::of(std::move(read), std::move(base), impl_->model->config());
    return {};
  });
  if (!attached.ok() && before && !impl_->attached) {
    set_strength(impl_->model->lm(), before->delta, before->base, before->strength);
    impl_->attached = std::move(before);
  }
  return attached;
}

Status Session::set_delta_strength(double strength) {
  if (!impl_->attached)
    return make_error(ErrorCode::InvalidArgument, say("delta"), say("no delta is attached"), say("Attach one first"));
  if (!std::isfinite(strength))
    return make_error(ErrorCode::InvalidArgument, say("delta strength"), say("expected a number, found {}", strength));
  AttachedDelta& attached = *impl_->attached;
  set_strength(impl_->model->lm(), attached.delta, attached.base, strength);
  attached.strength = strength;
  impl_->selections.clear();
  return {};
}

double Session::delta_strength() const { return impl_->attached ? impl_->attached->strength : 0; }
bool Session::has_delta() const { return impl_->attached.has_value(); }

Status Session::detach_delta() {
  if (!impl_->attached) return {};
  const Manifest manifest = std::move(impl_->attached->delta.manifest);
  impl_->drop_delta();
  return check_tensors(impl_->model->lm(), manifest.tensors, CheckedTensors::Changed, ExpectedTensors::Base);
}

Result<DeltaVerification> Session::verify_delta(const fs::path& model, const fs::path& delta, const TaskContext& task) {
  return catch_exceptions(delta.string(), [&]() -> Result<DeltaVerification> {
    LIFT_ASSIGN(const auto proof, verify_delta_file(model, delta, task));
    return DeltaVerification{proof.entries, proof.tensors_changed, proof.tensors_checked};
  });
}

Result<ImportReport> Session::import_delta(const fs::path& source, const fs::path& target, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_base_alone(source));
  LIFT_RETURN_IF_ERROR(check_new_file(target));
  return catch_exceptions(source.string(), [&]() -> Result<ImportReport> {
    LIFT_ASSIGN(ImportedDelta imported, as_delta(*impl_->model, source, task));
    return write_new_delta(target, std::move(imported), task);
  });
}

ChangeSummary Session::changes() const {
  ChangeSummary summary;
  if (!impl_->attached) return summary;
  const UndoRecord& base = impl_->attached->base_of_matrices;
  const at::Tensor now = gather_weights(impl_->model->lm(), base.entries);
  for (const MatrixMask& mask : base.entries.matrices()) {
    MatrixChange change{mask.id, mask.pattern.rows, mask.pattern.columns_count, mask.entries(), 0, 0};
    if (mask.entries() > 0) {
      const auto part = [&](const at::Tensor& flat) {
        return flat.narrow(0, mask.offset, mask.entries()).to(at::kDouble);
      };
      const at::Tensor difference = part(now).sub_(part(base.values)).abs_();
      change.mean_change = difference.mean().item<double>();
      change.largest_change = difference.max().item<double>();
    }
    summary.changed += change.changed;
    summary.matrices.push_back(change);
  }
  const Delta& delta = impl_->attached->delta;
  for (const WholeTensor& whole : delta.whole) summary.changed += delta.manifest.find(whole.name)->changed;
  return summary;
}

}   // namespace lift
