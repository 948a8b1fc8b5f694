#include "core/exchange/peft_export.h"

#include <algorithm>

#include <ATen/ops/cat.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/sparse_entries.h"
#include "core/exchange/staged_folder.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kWeight = ".weight";
constexpr const char* kPrefix = "base_model.model.";
constexpr const char* kFile = "adapter_model.safetensors";
constexpr const char* kConfig = "adapter_config.json";

std::string module_of(const std::string& tensor) { return tensor.substr(0, tensor.size() - kWeight.size()); }

Status check_matrix(const ChangedTensor& tensor) {
  const bool inside = tensor.name.find(".layers.") != std::string::npos && tensor.name.ends_with(kWeight);
  if (tensor.columns > 0 && inside) return {};
  return make_error(ErrorCode::Unsupported, Sentence::verbatim(tensor.name),
                    say("expected changes in the layers' matrices alone, which is what a SHiRA adapter holds"),
                    say("Export the merged model instead"));
}

// The smallest r whose r * (inputs + outputs) places are enough in every matrix.
Result<std::int64_t> rank_of(const std::vector<ChangedTensor>& changed) {
  std::int64_t rank = 1;
  for (const ChangedTensor& tensor : changed) {
    LIFT_RETURN_IF_ERROR(check_matrix(tensor));
    const std::int64_t sides = tensor.rows + tensor.columns;
    rank = std::max(rank, (tensor.positions.numel() + sides - 1) / sides);
  }
  for (const ChangedTensor& tensor : changed)
    if (rank * (tensor.rows + tensor.columns) > tensor.rows * tensor.columns)
      return make_error(
          ErrorCode::Unsupported, Sentence::verbatim(tensor.name),
          say("expected a matrix of at least {} entries, which is what a SHiRA adapter of r = {} needs, found {} x {}",
              rank * (tensor.rows + tensor.columns), rank, tensor.rows, tensor.columns),
          say("The changes are too dense or too uneven for this format: export the merged model"));
  return rank;
}

// Positions with as many free ones behind them as make `count`.
at::Tensor filled_up(const ChangedTensor& tensor, std::int64_t count) {
  const std::int64_t missing = count - tensor.positions.numel();
  if (missing == 0) return tensor.positions;
  at::Tensor free = at::ones({tensor.rows * tensor.columns}, at::kBool);
  free.scatter_(0, tensor.positions, false);
  return at::cat({tensor.positions, free.nonzero().flatten().narrow(0, 0, missing)});
}

json config_json(const ExportRequest& request, const std::vector<ChangedTensor>& changed, std::int64_t rank) {
  json targets = json::array();
  for (const ChangedTensor& tensor : changed) targets.push_back(module_of(tensor.name));
  return {{"peft_type", "SHIRA"},
          {"task_type", "CAUSAL_LM"},
          {"base_model_name_or_path", fs::absolute(request.origin).lexically_normal().string()},
          {"revision", nullptr},
          {"inference_mode", true},
          {"r", rank},
          {"mask_type", "random"},
          {"random_seed", nullptr},
          {"fan_in_fan_out", false},
          {"init_weights", true},
          {"modules_to_save", nullptr},
          {"auto_mapping", nullptr},
          {"target_modules", std::move(targets)}};
}

Status write_tensors(const fs::path& file, const std::vector<ChangedTensor>& changed, std::int64_t rank,
                     const TaskContext& task) {
  std::vector<at::Tensor> alive;
  std::vector<TensorView> tensors;
  const auto add = [&](std::string name, at::Tensor tensor) {
    alive.push_back(tensor.contiguous());
    tensors.push_back(view_of(std::move(name), alive.back()));
  };
  for (const ChangedTensor& tensor : changed) {
    const std::int64_t count = rank * (tensor.rows + tensor.columns);
    const at::Tensor positions = filled_up(tensor, count);
    const at::Tensor rows = positions.div(tensor.columns, "floor"), columns = positions.remainder(tensor.columns);
    at::Tensor added = at::zeros({count}, at::kFloat);
    added.narrow(0, 0, tensor.positions.numel()).copy_(tensor.tuned.to(at::kFloat).sub(tensor.base.to(at::kFloat)));
    add(kPrefix + module_of(tensor.name) + ".shira_indices", at::stack({rows, columns}).to(at::kInt));
    add(kPrefix + module_of(tensor.name) + ".shira_weight", added);
  }
  return write_safetensors(file, std::move(tensors), {{"format", "pt"}}, task);
}

Result<WrittenExport> write_adapter(const ExportRequest& request, const TaskContext& task) {
  LIFT_ASSIGN(const std::vector<ChangedTensor> changed, changed_tensors(request, task));
  LIFT_ASSIGN(const std::int64_t rank, rank_of(changed));
  LIFT_ASSIGN(StagedFolder folder, StagedFolder::beside(request.target));
  LIFT_RETURN_IF_ERROR(write_json_file(folder / kConfig, config_json(request, changed, rank), BrokenText::Replace));
  LIFT_RETURN_IF_ERROR(write_tensors(folder / kFile, changed, rank, task));
  if (!request.card.empty()) LIFT_RETURN_IF_ERROR(write_file_atomically(folder / "README.md", request.card));
  WrittenExport written;
  written.path = request.target;
  written.bytes = folder.bytes();
  std::int64_t entries = 0;
  for (const ChangedTensor& tensor : changed) entries += tensor.positions.numel();
  written.notices.push_back(
      say("A SHiRA adapter of r = {} for {} matrices: {} changed entries, filled up with zeros to PEFT's count", rank,
          changed.size(), entries));
  if (!fs::is_directory(request.origin))
    written.notices.push_back(
        say("The base is a GGUF file: PEFT needs it as a Hugging Face folder (export the base as hf_folder)"));
  LIFT_RETURN_IF_ERROR(folder.commit());
  return written;
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  return catch_exceptions(request.target.string(), [&] { return write_adapter(request, task); });
}

Result<std::vector<Sentence>> plan(const ExportRequest&) {
  return std::vector{say("Only what changed is written, as the difference to the base in fp32")};
}

// As PEFT merges: base + dense matrix of differences, computed in fp32, rounded to the base's type.
Result<ExportCheck> check(const ExportRequest& request, const Tokenizer&, const ExportCheckOptions&,
                          const TaskContext& task) {
  LIFT_ASSIGN(const SafetensorsReader file, SafetensorsReader::open(request.target / kFile));
  const MergeEntries merge = [&](const std::string& name, at::Tensor base) -> Result<at::Tensor> {
    if (!name.ends_with(kWeight)) return base;
    const TensorView* indices = file.find(kPrefix + module_of(name) + ".shira_indices");
    const TensorView* added = file.find(kPrefix + module_of(name) + ".shira_weight");
    if (!indices || !added) return base;
    const at::Tensor places = tensor_of(*indices).to(at::kLong);
    const at::Tensor flat = places[0].mul(base.size(1)).add(places[1]);
    const at::Tensor dense =
        at::zeros({base.numel()}, at::kFloat).scatter(0, flat, tensor_of(*added)).view(base.sizes());
    return base.to(at::kFloat).add(dense).to(base.scalar_type());
  };
  return check_entries(request, merge, task);
}

}   // namespace

Exporter peft_exporter() {
  return {.name = "peft",
          .title = say("Adapter for PEFT (SHiRA)"),
          .target = ExportTarget::Folder,
          .types = {},
          .plan = plan,
          .write = write,
          .check = check};
}

}   // namespace lift
