#include "core/checkpoint/delta_folder.h"

#include <cstring>
#include <map>

#include <ATen/ops/arange.h>
#include <ATen/ops/from_blob.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/io/atomic_file.h"
#include "core/io/disk_space.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"
#include "core/model/weight_names.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

Fingerprint fingerprint_of_bytes(std::span<const std::byte> bytes, const TensorRecord& record, DType dtype) {
  // from_blob takes a pointer it could write through; hashing only reads.
  return fingerprint_of_tensor(at::from_blob(const_cast<std::byte*>(bytes.data()), record.shape,
                                             at::TensorOptions().dtype(to_scalar_type(dtype))));
}

// One changed tensor: where it lies, which bytes change.
struct Target {
  const TensorRecord* record = nullptr;
  const TensorView* view = nullptr;
  at::Tensor positions;               // int64, flat, ascending
  std::span<const std::byte> tuned;   // the delta's values, in order
};

struct Folder {
  std::map<fs::path, SafetensorsReader> files;
  std::map<fs::path, std::vector<Target>> targets;
};

Status refuse_special(const fs::path& folder) {
  if (!fs::is_directory(folder))
    return make_error(fs::exists(folder) ? ErrorCode::Unsupported : ErrorCode::NotFound, folder.string(),
                      say("expected a Hugging Face folder"),
                      say("A delta changes a GGUF file only on loading; lift delta merge writes a folder"));
  return {};
}

Result<Folder> open_folder(const fs::path& path) {
  LIFT_RETURN_IF_ERROR(refuse_special(path));
  Folder folder;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(path, failure)) {
    if (entry.path().extension() != ".safetensors" || entry.path().filename() == kUndoFileName) continue;
    if (entry.is_symlink())
      return make_error(ErrorCode::Unsupported, entry.path().string(),
                        say("is a symbolic link, so other folders share its bytes"),
                        say("Copy the folder and use the copy"));
    LIFT_ASSIGN(SafetensorsReader reader, SafetensorsReader::open(entry.path()));
    folder.files.emplace(entry.path(), std::move(reader));
  }
  if (failure) return make_error(ErrorCode::Io, path.string(), Sentence::verbatim(failure.message()));
  if (folder.files.empty())
    return make_error(ErrorCode::NotFound, path.string(), say("expected safetensors files, found none"));
  return folder;
}

const TensorRecord& record_of(const Delta& delta, const std::string& name) {
  const TensorRecord* record = delta.manifest.find(name);
  LIFT_CHECK(record && record->tuned, "the delta records every tensor that it changes");
  return *record;
}

std::vector<Target> targets_of(const Delta& delta) {
  const auto* values = static_cast<const std::byte*>(host_bytes(delta.values));
  const std::int64_t size = byte_size(delta.manifest.dtype);
  std::vector<Target> targets;
  for (const MatrixMask& mask : delta.entries.matrices())
    targets.push_back({&record_of(delta, hf_name(mask.id)),
                       nullptr,
                       flat_indices(mask.pattern),
                       {values + mask.offset * size, static_cast<std::size_t>(mask.entries() * size)}});
  for (const WholeTensor& whole : delta.whole)
    targets.push_back(
        {&record_of(delta, whole.name), nullptr, at::arange(whole.values.numel(), at::kLong), bytes_of(whole.values)});
  return targets;
}

Status find_targets(Folder& folder, const fs::path& path, const Delta& delta) {
  for (Target& target : targets_of(delta)) {
    const TensorRecord* record = target.record;
    for (auto& [file, reader] : folder.files) {
      if (!(target.view = reader.find(record->name))) continue;
      if (target.view->dtype != delta.manifest.dtype || target.view->shape != record->shape)
        return make_error(
            ErrorCode::Mismatch, say("{}, tensor {}", file.string(), record->name),
            say("expected {} [{}], found {} [{}]", name_of(delta.manifest.dtype), fmt::join(record->shape, ", "),
                name_of(target.view->dtype), fmt::join(target.view->shape, ", ")),
            say("The delta belongs to a base held in another type or shape"));
      folder.targets[file].push_back(target);
      break;
    }
    if (!target.view)
      return make_error(ErrorCode::NotFound, say("{}, tensor {}", path.string(), record->name),
                        say("expected it, found no file with it"));
  }
  return {};
}

std::vector<std::byte> gather(const Target& target, std::int64_t size) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(target.positions.numel() * size));
  const std::int64_t* positions = host_data<std::int64_t>(target.positions);
  for (std::int64_t e = 0; e < target.positions.numel(); ++e)
    std::memcpy(bytes.data() + e * size, target.view->bytes.data() + positions[e] * size,
                static_cast<std::size_t>(size));
  return bytes;
}

std::vector<std::byte> patched(const Target& target, std::span<const std::byte> values, std::int64_t size) {
  std::vector<std::byte> bytes(target.view->bytes.begin(), target.view->bytes.end());
  const std::int64_t* positions = host_data<std::int64_t>(target.positions);
  for (std::int64_t e = 0; e < target.positions.numel(); ++e)
    std::memcpy(bytes.data() + positions[e] * size, values.data() + e * size, static_cast<std::size_t>(size));
  return bytes;
}

Error differs(const fs::path& file, const TensorRecord& record, const Sentence& what, const Fingerprint& expected,
              const Fingerprint& found) {
  return make_error(ErrorCode::Mismatch, say("{}, tensor {}", file.string(), record.name),
                    say("expected the {} (SHA-256 {}), found {}", what, expected.hex(), found.hex()),
                    say("The folder holds another model, or was changed since"));
}

using Values = std::map<std::string, std::span<const std::byte>>;   // tensor -> the entries' new bytes

// Rewrites one file with its targets' entries replaced; every result is checked before the file is replaced.
Status rewrite(const fs::path& file, const std::vector<Target>& targets, const SafetensorsReader& reader,
               const Values& values, DType dtype, bool to_tuned, DeltaVerification& done) {
  const auto all = reader.file()->bytes();
  LIFT_RETURN_IF_ERROR(ensure_disk_space(file, static_cast<std::int64_t>(all.size())));
  std::map<const std::byte*, std::vector<std::byte>> changed;   // by place in the file
  for (const Target& target : targets) {
    const TensorRecord& record = *target.record;
    const Fingerprint found = fingerprint_of_bytes(target.view->bytes, record, dtype);
    ++done.tensors_checked;
    done.entries += target.positions.numel();
    const Fingerprint& wanted = to_tuned ? *record.tuned : record.base;
    const Fingerprint& expected = to_tuned ? record.base : *record.tuned;
    if (found == wanted) continue;   // an earlier call came this far
    if (!(found == expected))
      return differs(file, record, to_tuned ? say("base") : say("tuned tensor"), expected, found);
    auto bytes = patched(target, values.at(record.name), byte_size(dtype));
    if (const Fingerprint result = fingerprint_of_bytes(bytes, record, dtype); !(result == wanted))
      return differs(file, record, to_tuned ? say("tuned tensor") : say("base"), wanted, result);
    changed.emplace(target.view->bytes.data(), std::move(bytes));
    ++done.tensors_changed;
  }
  if (changed.empty()) return {};
  LIFT_ASSIGN(AtomicFile out, AtomicFile::create(file));
  const std::byte* at = all.data();
  for (const auto& [place, bytes] : changed) {
    LIFT_RETURN_IF_ERROR(out.write(std::span(at, place)));
    LIFT_RETURN_IF_ERROR(out.write(bytes));
    at = place + bytes.size();
  }
  LIFT_RETURN_IF_ERROR(out.write(std::span(at, all.data() + all.size())));
  return out.commit();
}

Error other_delta(const fs::path& undo_file, const TensorRecord& record) {
  return make_error(ErrorCode::Mismatch, say("{}, tensor {}", undo_file.string(), record.name),
                    say("expected what this delta replaces, found what another one replaced"),
                    say("Undo the other delta first"));
}

// Whether the undo file that lies there is of this delta: an interrupted call of it goes on.
Status check_kept(const fs::path& undo_file, const Folder& folder) {
  LIFT_ASSIGN(const SafetensorsReader kept, SafetensorsReader::open(undo_file));
  for (const auto& [file, targets] : folder.targets)
    for (const Target& target : targets) {
      const TensorView* base = kept.find(target.record->name);
      if (!base || base->bytes.size() != target.tuned.size()) return other_delta(undo_file, *target.record);
    }
  return {};
}

// What the folder's changed entries hold now, unless an interrupted apply has kept it already.
Status keep_base(const fs::path& path, const Folder& folder, const Delta& delta, const TaskContext& task) {
  if (fs::exists(path / kUndoFileName)) return check_kept(path / kUndoFileName, folder);
  const DType dtype = delta.manifest.dtype;
  std::vector<std::vector<std::byte>> kept;
  std::vector<TensorView> views;
  for (const auto& [file, targets] : folder.targets)
    for (const Target& target : targets) {
      const Fingerprint found = fingerprint_of_bytes(target.view->bytes, *target.record, dtype);
      if (!(found == target.record->base))
        return differs(file, *target.record, say("base"), target.record->base, found);
      kept.push_back(gather(target, byte_size(dtype)));
      views.push_back({target.record->name, dtype, {target.positions.numel()}, kept.back()});
    }
  return write_safetensors(path / kUndoFileName, std::move(views), {{"format", "lift-undo"}}, task);
}

Result<DeltaVerification> rewrite_all(const Folder& folder, const Values& values, DType dtype, bool to_tuned,
                                      const TaskContext& task) {
  DeltaVerification done;
  std::int64_t files = 0;
  for (const auto& [file, targets] : folder.targets) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, file.string(), say("stopped before this file"));
    task.report(to_tuned ? say("applying the delta") : say("undoing the delta"), files++,
                static_cast<std::int64_t>(folder.targets.size()));
    LIFT_RETURN_IF_ERROR(rewrite(file, targets, folder.files.at(file), values, dtype, to_tuned, done));
  }
  return done;
}

}   // namespace

Result<DeltaVerification> apply_to_folder(const fs::path& path, const fs::path& delta_file, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(refuse_special(path));
  LIFT_ASSIGN(const Delta delta, read_delta(delta_file, task));
  LIFT_ASSIGN(Folder folder, open_folder(path));
  LIFT_RETURN_IF_ERROR(find_targets(folder, path, delta));
  LIFT_RETURN_IF_ERROR(keep_base(path, folder, delta, task));
  Values values;
  for (const auto& [file, targets] : folder.targets)
    for (const Target& target : targets) values[target.record->name] = target.tuned;
  return rewrite_all(folder, values, delta.manifest.dtype, true, task);
}

Result<DeltaVerification> undo_in_folder(const fs::path& path, const fs::path& delta_file, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(refuse_special(path));
  LIFT_ASSIGN(const Delta delta, read_delta(delta_file, task));
  LIFT_ASSIGN(Folder folder, open_folder(path));
  LIFT_RETURN_IF_ERROR(find_targets(folder, path, delta));
  LIFT_RETURN_IF_ERROR(check_kept(path / kUndoFileName, folder));
  LIFT_ASSIGN(const SafetensorsReader kept, SafetensorsReader::open(path / kUndoFileName));
  Values values;
  for (const auto& [file, targets] : folder.targets)
    for (const Target& target : targets) values[target.record->name] = kept.find(target.record->name)->bytes;
  LIFT_ASSIGN(DeltaVerification done, rewrite_all(folder, values, delta.manifest.dtype, false, task));
  std::error_code failure;
  fs::remove(path / kUndoFileName, failure);
  if (failure) return make_error(ErrorCode::Io, (path / kUndoFileName).string(), Sentence::verbatim(failure.message()));
  return done;
}

}   // namespace lift
