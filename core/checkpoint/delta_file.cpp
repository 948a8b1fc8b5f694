#include "core/checkpoint/delta_file.h"

#include <ATen/ops/empty.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
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
    const std::size_t expected = 2 * found.size() + stored.whole.size() + factor_count();
    if (reader_.tensors().size() != expected)
      return malformed("",
                       say("expected {} tensors as the manifest says, found {}", expected, reader_.tensors().size()));
    for (auto& [id, matrix] : found) stored.matrices.push_back(matrix);
    return stored;
  }

  // Nothing where the file has no factors.
  Result<std::optional<LowRankChange>> low_rank() const {
    const auto text = reader_.metadata().find(kLowRankScaleKey);
    if (text == reader_.metadata().end()) return std::optional<LowRankChange>();
    LowRankChange change;
    const char* end = text->second.data() + text->second.size();
    const auto [stop, status] = std::from_chars(text->second.data(), end, change.scale);
    if (status != std::errc{} || stop != end || !std::isfinite(change.scale))
      return malformed("", say("expected a scale of the factors, found \"{}\"", text->second));
    std::map<MatrixId, LowRankChange::Matrix> found;
    for (const TensorRecord& record : manifest_.tensors) {
      if (!reader_.find(record.name + std::string(kFactorASuffix))) continue;
      LIFT_ASSIGN(LowRankChange::Matrix matrix, factors_of(record));
      found.emplace(matrix.id, std::move(matrix));
    }
    if (2 * found.size() != factor_count())
      return malformed("", say("expected two factors of every matrix, found {} of {}", factor_count(), found.size()));
    for (auto& [id, matrix] : found) change.matrices.push_back(std::move(matrix));
    return std::optional(std::move(change));
  }

 private:
  std::size_t factor_count() const {
    if (!reader_.metadata().contains(kLowRankScaleKey)) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(reader_.tensors(), [](const TensorView& tensor) {
      return tensor.name.ends_with(kFactorASuffix) || tensor.name.ends_with(kFactorBSuffix);
    }));
  }

  Result<LowRankChange::Matrix> factors_of(const TensorRecord& record) const {
    const auto id = matrix_of_name(record.name);
    const TensorView* a = reader_.find(record.name + std::string(kFactorASuffix));
    const TensorView* b = reader_.find(record.name + std::string(kFactorBSuffix));
    const bool fit = id && record.shape.size() == 2 && b && a->dtype == DType::F32 && b->dtype == DType::F32 &&
                     a->shape.size() == 2 && b->shape.size() == 2 && a->shape[1] == record.shape[1] &&
                     b->shape[0] == record.shape[0] && a->shape[0] == b->shape[1] && a->shape[0] > 0;
    if (!fit) return malformed(record.name, say("expected two factors in fp32 that fit the matrix, found others"));
    return LowRankChange::Matrix{*id, tensor_of(*a), tensor_of(*b)};
  }

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
  std::map<std::string, std::string> metadata{{"format", kDeltaFormat}, {kManifestKey, to_json(delta.manifest).dump()}};
  if (delta.low_rank) {
    metadata[kLowRankScaleKey] = fmt::format("{}", delta.low_rank->scale);
    for (const LowRankChange::Matrix& matrix : delta.low_rank->matrices) {
      tensors.push_back(view_of(hf_name(matrix.id) + std::string(kFactorASuffix), matrix.a_RN));
      tensors.push_back(view_of(hf_name(matrix.id) + std::string(kFactorBSuffix), matrix.b_MR));
    }
  }
  return catch_exceptions(file.string(), [&] { return write_safetensors(file, std::move(tensors), metadata, task); });
}

Result<Delta> read_delta(const std::filesystem::path& file, const TaskContext& task) {
  LIFT_ASSIGN(const SafetensorsReader reader, SafetensorsReader::open(file));
  LIFT_ASSIGN(Manifest manifest, manifest_of(reader));
  if (manifest.dtype != DType::BF16 && manifest.dtype != DType::F32 && manifest.dtype != DType::F64)
    return make_error(ErrorCode::Unsupported, file.string(),
                      say("expected values in bf16, fp32 or fp64, found {}", name_of(manifest.dtype)));
  const Checker checker(reader, manifest);
  LIFT_ASSIGN(const StoredTensors stored, checker.tensors());
  LIFT_ASSIGN(std::optional<LowRankChange> low_rank, checker.low_rank());
  // `stored` points into the manifest: it is copied into the delta.
  auto delta = catch_exceptions(file.string(), [&] { return decode(stored, manifest, file.string(), task); });
  if (delta.ok()) delta->low_rank = std::move(low_rank);
  return delta;
}

}   // namespace lift
