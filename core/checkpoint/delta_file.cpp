#include "core/checkpoint/delta_file.h"

#include <ATen/ops/empty.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/delta_format.h"
#include "core/checkpoint/pattern_code.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"

namespace lift {

std::optional<MatrixId> matrix_of_name(std::string_view name) {
  constexpr std::string_view kBefore = "model.layers.";
  if (!name.starts_with(kBefore)) return std::nullopt;
  std::int32_t layer = 0;
  const char* digits = name.data() + kBefore.size();
  if (std::from_chars(digits, name.data() + name.size(), layer).ec != std::errc{}) return std::nullopt;
  for (const Projection projection : every_stored_matrix())
    if (hf_name({layer, projection}) == name) return MatrixId{layer, projection};
  return std::nullopt;
}

namespace {

// What one matrix has in the file, checked against the manifest; nothing of it is decoded yet.
struct StoredMatrix {
  MatrixId id;
  const TensorRecord* record = nullptr;
  const TensorView *indices = nullptr, *values = nullptr;
};

struct StoredTensors {
  std::vector<StoredMatrix> matrices;
  std::vector<std::pair<const TensorRecord*, const TensorView*>> whole;
};

class Checker {
 public:
  Checker(const SafetensorsReader& reader, const Manifest& manifest)
      : reader_(reader), manifest_(manifest), file_(reader.file()->path().string()) {}

  // Matrices in MatrixId order, as MaskSet wants them.
  Result<StoredTensors> tensors() const {
    std::map<MatrixId, StoredMatrix> found;
    StoredTensors stored;
    for (const TensorRecord& record : manifest_.tensors) {
      if (record.changed == 0) continue;
      const std::string whole = record.name + std::string(kWholeSuffix);
      if (reader_.find(whole)) {
        LIFT_ASSIGN(const TensorView* values, whole_view(whole, record));
        stored.whole.emplace_back(&record, values);
        continue;
      }
      LIFT_ASSIGN(const StoredMatrix matrix, matrix_of(record));
      found.emplace(matrix.id, matrix);
    }
    const std::size_t expected = 2 * found.size() + stored.whole.size();
    if (reader_.tensors().size() != expected)
      return malformed("",
                       say("expected {} tensors as the manifest says, found {}", expected, reader_.tensors().size()));
    for (auto& [id, matrix] : found) stored.matrices.push_back(matrix);
    return stored;
  }

 private:
  Error malformed(const std::string& tensor, Sentence message) const {
    return make_error(ErrorCode::Malformed,
                      tensor.empty() ? Sentence::verbatim(file_) : say("{}, tensor {}", file_, quote_name(tensor)),
                      std::move(message));
  }

  Result<StoredMatrix> matrix_of(const TensorRecord& record) const {
    const auto id = matrix_of_name(record.name);
    if (!id || record.shape.size() != 2)
      return malformed(record.name, say("expected a projection's matrix, found something that no run of ours changes"));
    StoredMatrix matrix{*id, &record, nullptr, nullptr};
    LIFT_ASSIGN(matrix.indices, view(record.name + std::string(kIndicesSuffix), DType::U8, std::nullopt));
    LIFT_ASSIGN(matrix.values, view(record.name + std::string(kValuesSuffix), manifest_.dtype, record.changed));
    return matrix;
  }

  Result<const TensorView*> whole_view(const std::string& name, const TensorRecord& record) const {
    const TensorView* found = reader_.find(name);
    if (found->dtype == manifest_.dtype && found->shape == record.shape) return found;
    return malformed(name, say("expected {}[{}], found {}[{}]", name_of(manifest_.dtype), fmt::join(record.shape, ", "),
                               name_of(found->dtype), fmt::join(found->shape, ", ")));
  }

  Result<const TensorView*> view(const std::string& name, DType dtype, std::optional<std::int64_t> extent) const {
    const TensorView* found = reader_.find(name);
    if (!found) return malformed(name, say("expected as the manifest says, found none"));
    if (found->dtype != dtype || found->shape.size() != 1 || (extent && found->shape[0] != *extent))
      return malformed(name, say("expected {}[{}], found {}[{}]", name_of(dtype),
                                 extent ? Sentence::verbatim(std::to_string(*extent)) : say("bytes"),
                                 name_of(found->dtype), fmt::join(found->shape, ", ")));
    return found;
  }

  const SafetensorsReader& reader_;
  const Manifest& manifest_;
  std::string file_;
};

Result<Delta> decode(const StoredTensors& tensors, Manifest manifest, const std::string& file,
                     const TaskContext& task) {
  const std::vector<StoredMatrix>& stored = tensors.matrices;
  std::vector<Result<SparsePattern>> patterns(stored.size(), SparsePattern{});
  for_each_in_parallel(stored.size(), manifest.changed(), [&](std::size_t i) {
    if (task.stop_requested()) return;
    const StoredMatrix& matrix = stored[i];
    const Sentence subject = say("{}, tensor {}", file, quote_name(matrix.indices->name));
    patterns[i] = catch_exceptions(subject, [&] {
      return decode_pattern(matrix.indices->bytes, matrix.record->shape[0], matrix.record->shape[1],
                            matrix.record->changed, subject);
    });
  });
  if (task.stop_requested()) return make_error(ErrorCode::Cancelled, file, say("reading the delta was cancelled"));
  Delta delta;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (!patterns[i].ok()) return std::move(patterns[i]).error();
    delta.entries.add(stored[i].id, std::move(patterns[i]).value());
  }
  delta.values = at::empty({delta.entries.total()}, to_scalar_type(manifest.dtype));
  const std::int64_t size = byte_size(manifest.dtype);
  const std::span<std::byte> out = mutable_bytes_of(delta.values);
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const auto bytes = stored[i].values->bytes;
    std::copy(bytes.begin(), bytes.end(), out.begin() + delta.entries.matrices()[i].offset * size);
  }
  for (const auto& [record, values] : tensors.whole) delta.whole.push_back({record->name, tensor_of(*values)});
  delta.manifest = std::move(manifest);
  return delta;
}

}   // namespace

Status write_delta(const std::filesystem::path& file, const Delta& delta, const TaskContext& task) {
  const auto& matrices = delta.entries.matrices();
  std::vector<std::vector<std::byte>> indices(matrices.size());
  for_each_in_parallel(matrices.size(), delta.entries.total(),
                       [&](std::size_t i) { indices[i] = encode_pattern(matrices[i].pattern); });
  std::vector<TensorView> tensors;
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    const std::string name = hf_name(matrices[i].id);
    tensors.push_back(
        {name + std::string(kIndicesSuffix), DType::U8, {static_cast<std::int64_t>(indices[i].size())}, indices[i]});
    tensors.push_back(
        view_of(name + std::string(kValuesSuffix), delta.values.narrow(0, matrices[i].offset, matrices[i].entries())));
  }
  for (const WholeTensor& whole : delta.whole)
    tensors.push_back(view_of(whole.name + std::string(kWholeSuffix), whole.values));
  return catch_exceptions(file.string(), [&] {
    return write_safetensors(file, std::move(tensors),
                             {{"format", kDeltaFormat}, {kManifestKey, to_json(delta.manifest).dump()}}, task);
  });
}

Result<Delta> read_delta(const std::filesystem::path& file, const TaskContext& task) {
  LIFT_ASSIGN(const SafetensorsReader reader, SafetensorsReader::open(file));
  LIFT_ASSIGN(Manifest manifest, manifest_of(reader));
  if (manifest.dtype != DType::BF16 && manifest.dtype != DType::F32 && manifest.dtype != DType::F64)
    return make_error(ErrorCode::Unsupported, file.string(),
                      say("expected values in bf16, fp32 or fp64, found {}", name_of(manifest.dtype)));
  LIFT_ASSIGN(const StoredTensors stored, Checker(reader, manifest).tensors());
  // `stored` points into the manifest: it is copied into the delta.
  return catch_exceptions(file.string(), [&] { return decode(stored, manifest, file.string(), task); });
}

}   // namespace lift
