#include "core/exchange/lora_export.h"

#include <ATen/ops/mm.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/sparse_entries.h"
#include "core/exchange/staged_folder.h"
#include "core/io/json.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/model/weight_names.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kWeight = ".weight";
constexpr const char* kPrefix = "base_model.model.";
constexpr const char* kFile = "adapter_model.safetensors";
constexpr const char* kConfig = "adapter_config.json";

std::string module_of(const std::string& tensor) { return tensor.substr(0, tensor.size() - kWeight.size()); }
std::string factor_name(const std::string& tensor, const char* factor) {
  return kPrefix + module_of(tensor) + "." + factor + ".weight";
}

Status need_factors(const ExportRequest& request) {
  if (request.low_rank && !request.low_rank->matrices.empty()) return {};
  return make_error(ErrorCode::Unsupported, Sentence::verbatim("lora"),
                    say("expected a delta with the factors of an adapter, found one without: it was not trained with "
                        "train.method=lora, or its base stores several projections as one tensor"),
                    say("Export as peft (SHiRA), or the merged model"));
}

std::int64_t rank_of(const LowRankChange& change) { return change.matrices.front().a_RN.size(0); }

json config_json(const ExportRequest& request) {
  const LowRankChange& change = *request.low_rank;
  const std::int64_t rank = rank_of(change);
  json targets = json::array();
  for (const LowRankChange::Matrix& matrix : change.matrices) targets.push_back(module_of(hf_name(matrix.id)));
  return {{"peft_type", "LORA"},
          {"task_type", "CAUSAL_LM"},
          {"base_model_name_or_path", fs::absolute(request.origin).lexically_normal().string()},
          {"revision", nullptr},
          {"inference_mode", true},
          {"r", rank},
          {"lora_alpha", change.scale * static_cast<double>(rank)},
          {"lora_dropout", 0.0},
          {"use_rslora", false},
          {"bias", "none"},
          {"fan_in_fan_out", false},
          {"init_lora_weights", true},
          {"modules_to_save", nullptr},
          {"target_modules", std::move(targets)}};
}

Result<WrittenExport> write_adapter(const ExportRequest& request, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(need_factors(request));
  const LowRankChange& change = *request.low_rank;
  LIFT_ASSIGN(StagedFolder folder, StagedFolder::beside(request.target));
  LIFT_RETURN_IF_ERROR(write_json_file(folder / kConfig, config_json(request), BrokenText::Replace));
  std::vector<TensorView> tensors;
  for (const LowRankChange::Matrix& matrix : change.matrices) {
    tensors.push_back(view_of(factor_name(hf_name(matrix.id), "lora_A"), matrix.a_RN));
    tensors.push_back(view_of(factor_name(hf_name(matrix.id), "lora_B"), matrix.b_MR));
  }
  LIFT_RETURN_IF_ERROR(write_safetensors(folder / kFile, std::move(tensors), {{"format", "pt"}}, task));
  WrittenExport written;
  written.path = request.target;
  written.bytes = folder.bytes();
  written.notices.push_back(say("A LoRA adapter of r = {} for {} matrices", rank_of(change), change.matrices.size()));
  if (!fs::is_directory(request.origin))
    written.notices.push_back(
        say("The base is a GGUF file: PEFT needs it as a Hugging Face folder (export the base as hf_folder)"));
  LIFT_RETURN_IF_ERROR(folder.commit());
  return written;
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  return catch_exceptions(request.target.string(), [&] { return write_adapter(request, task); });
}

Result<std::vector<Sentence>> plan(const ExportRequest& request) {
  LIFT_RETURN_IF_ERROR(need_factors(request));
  return std::vector{
      say("Only the factors are written, in fp32. The tuned model has their product rounded into its "
          "weights; a program that keeps them apart rounds elsewhere")};
}

// base + scale * B A, computed in fp32 and rounded once to the base's type.
Result<ExportCheck> check(const ExportRequest& request, const Tokenizer&, const ExportCheckOptions&,
                          const TaskContext& task) {
  LIFT_ASSIGN(const SafetensorsReader file, SafetensorsReader::open(request.target / kFile));
  LIFT_ASSIGN(const json config, read_json_file(request.target / kConfig));
  return catch_exceptions(request.target.string(), [&]() -> Result<ExportCheck> {
    const double scale = config.at("lora_alpha").get<double>() / config.at("r").get<double>();
    const MergeEntries merge = [&](const std::string& name, at::Tensor base) -> Result<at::Tensor> {
      if (!name.ends_with(kWeight)) return base;
      const TensorView* a = file.find(factor_name(name, "lora_A"));
      const TensorView* b = file.find(factor_name(name, "lora_B"));
      if (!a || !b) return base;
      const at::Tensor change = at::mm(tensor_of(*b), tensor_of(*a)).mul_(scale);
      return change.add_(base.to(at::kFloat)).to(base.scalar_type());
    };
    return check_entries(request, merge, task);
  });
}

}   // namespace

Exporter lora_exporter() {
  return {.name = "lora",
          .title = say("Adapter for PEFT (LoRA)"),
          .target = ExportTarget::Folder,
          .types = {},
          .plan = plan,
          .write = write,
          .check = check};
}

}   // namespace lift
