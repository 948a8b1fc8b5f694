#include "core/exchange/sparse_export.h"

#include <limits>
#include <map>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/sparse_entries.h"
#include "core/io/new_file.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kIndices = ".indices";
constexpr const char* kValues = ".values";
constexpr std::int64_t kMostEntries = std::numeric_limits<std::int32_t>::max();

Result<WrittenExport> write_file(const ExportRequest& request, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(check_new_file(request.target));
  LIFT_ASSIGN(const std::vector<ChangedTensor> changed, changed_tensors(request, task));
  std::vector<at::Tensor> alive;
  std::vector<TensorView> tensors;
  std::int64_t entries = 0;
  const auto add = [&](std::string name, at::Tensor tensor) {
    alive.push_back(tensor.contiguous());
    tensors.push_back(view_of(std::move(name), alive.back()));
  };
  for (const ChangedTensor& tensor : changed) {
    if (tensor.rows * std::max<std::int64_t>(1, tensor.columns) > kMostEntries)
      return make_error(
          ErrorCode::Unsupported, say("{}, tensor {}", request.target.string(), quote_name(tensor.name)),
          say("expected at most {} entries in a tensor, which is what int32 positions reach", kMostEntries));
    add(tensor.name + kIndices, tensor.positions.to(at::kInt));
    add(tensor.name + kValues, tensor.tuned);
    entries += tensor.positions.numel();
  }
  const std::map<std::string, std::string> metadata{{"format", "pt"},
                                                    {"kind", "sparse replacement values"},
                                                    {"indices", "int32, positions in the flattened tensor"},
                                                    {"base", request.model.config().name},
                                                    {"entries", std::to_string(entries)}};
  LIFT_RETURN_IF_ERROR(write_safetensors(request.target, std::move(tensors), metadata, task));
  WrittenExport written;
  written.path = request.target;
  written.bytes = static_cast<std::int64_t>(fs::file_size(request.target));
  written.notices.push_back(
      say("{} entries of {} tensors; the base model is needed beside it", entries, changed.size()));
  return written;
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  return catch_exceptions(request.target.string(), [&] { return write_file(request, task); });
}

Result<std::vector<Sentence>> plan(const ExportRequest&) {
  return std::vector{
      say("Only what changed is written, as positions and new values in the types that the base stores")};
}

Result<ExportCheck> check(const ExportRequest& request, const Tokenizer&, const ExportCheckOptions&,
                          const TaskContext& task) {
  LIFT_ASSIGN(const SafetensorsReader file, SafetensorsReader::open(request.target));
  const MergeEntries merge = [&](const std::string& name, at::Tensor base) -> Result<at::Tensor> {
    const TensorView *indices = file.find(name + kIndices), *values = file.find(name + kValues);
    if (!indices || !values) return base;
    return base.flatten().scatter(0, tensor_of(*indices).to(at::kLong), tensor_of(*values)).view(base.sizes());
  };
  return check_entries(request, merge, task);
}

}   // namespace

Exporter sparse_exporter() {
  return {.name = "sparse",
          .title = say("Changed entries alone, as plain safetensors"),
          .target = ExportTarget::File,
          .extension = ".safetensors",
          .types = {},
          .plan = plan,
          .write = write,
          .check = check};
}

}   // namespace lift
