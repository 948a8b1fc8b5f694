#include "core/exchange/hf_folder_export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/carried_files.h"
#include "core/exchange/hf_config.h"
#include "core/exchange/hf_tokenizer_files.h"
#include "core/exchange/merged_weights.h"
#include "core/exchange/staged_folder.h"
#include "core/exchange/tokenizer_check.h"
#include "core/io/atomic_file.h"
#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::int64_t bytes_of_plan(const MergedWeights::Planned& tensor) {
  std::int64_t bytes = byte_size(tensor.dtype);
  for (const std::int64_t extent : tensor.shape) bytes *= extent;
  return bytes;
}

// First index of every shard, in the order of the model.
std::vector<std::size_t> shard_begins(const std::vector<MergedWeights::Planned>& plan, std::int64_t most) {
  std::vector<std::size_t> begins{0};
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const std::int64_t next = bytes_of_plan(plan[i]);
    if (bytes > 0 && bytes + next > most) {
      begins.push_back(i);
      bytes = 0;
    }
    bytes += next;
  }
  return begins;
}

struct Counts {
  std::int64_t changed = 0, rounded = 0;
};

// Makes the tensors' values while the file is written, one tensor at a time.
class WeightWriter {
 public:
  WeightWriter(const MergedWeights& weights, const fs::path& folder, const TaskContext& task)
      : weights_(weights), folder_(folder), task_(task) {}

  Status write(std::int64_t shard_bytes) {
    const auto& plan = weights_.plan();
    const std::vector<std::size_t> begins = shard_begins(plan, shard_bytes);
    if (begins.size() == 1) return write_file("model.safetensors", 0, plan.size());
    json map = json::object();
    std::int64_t total = 0;
    for (std::size_t shard = 0; shard < begins.size(); ++shard) {
      const std::string name = fmt::format("model-{:05}-of-{:05}.safetensors", shard + 1, begins.size());
      const std::size_t end = shard + 1 < begins.size() ? begins[shard + 1] : plan.size();
      LIFT_RETURN_IF_ERROR(write_file(name, begins[shard], end));
      for (std::size_t i = begins[shard]; i < end; ++i) {
        map[plan[i].name] = name;
        total += bytes_of_plan(plan[i]);
      }
    }
    return write_json_file(folder_ / "model.safetensors.index.json",
                           {{"metadata", {{"total_size", total}}}, {"weight_map", std::move(map)}});
  }
  const Counts& counts() const { return counts_; }

 private:
  Status write_file(const std::string& name, std::size_t begin, std::size_t end) {
    std::vector<TensorView> heads;
    std::map<std::string, std::size_t> index;
    for (std::size_t i = begin; i < end; ++i) {
      const auto& planned = weights_.plan()[i];
      heads.push_back({planned.name, planned.dtype, planned.shape, {}});
      index.emplace(planned.name, i);
    }
    const TensorSource source = [&](const TensorView& head) -> Result<std::span<const std::byte>> {
      LIFT_ASSIGN(MergedWeights::Values values, weights_.values(index.at(head.name)));
      counts_.changed += values.changed;
      counts_.rounded += values.rounded;
      alive_ = std::move(values.tensor);
      return bytes_of(alive_);
    };
    return write_safetensors(folder_ / name, std::move(heads), {{"format", "pt"}}, task_, source);
  }

  const MergedWeights& weights_;
  const fs::path& folder_;
  const TaskContext& task_;
  at::Tensor alive_;
  Counts counts_;
};

// The dtype that most of the weights have: what transformers reads them as.
std::string_view usual_dtype(const MergedWeights& weights) {
  std::map<DType, std::int64_t> bytes;
  for (const auto& tensor : weights.plan()) bytes[tensor.dtype] += bytes_of_plan(tensor);
  return torch_name(std::ranges::max_element(bytes, {}, [](const auto& row) { return row.second; })->first);
}

// The origin's own config.json, true about these weights. One that nests the text model in text_config becomes the text
// model's own, and one of a model without a head says what was written.
Status carry_config(const fs::path& origin, const fs::path& file, const json& ours) {
  LIFT_ASSIGN(json config, read_json_file(origin / "config.json"));
  if (!config.is_object())
    return make_error(ErrorCode::Malformed, (origin / "config.json").string(),
                      say("expected an object, found another value"));
  if (config.contains("text_config") && config["text_config"].is_object() &&
      config.value("model_type", std::string()) != ours["model_type"])
    config = json(config["text_config"]);
  const bool old_name = config.contains("torch_dtype"), new_name = config.contains("dtype");
  if (old_name || !new_name) config["torch_dtype"] = ours["torch_dtype"];
  if (new_name) config["dtype"] = ours["torch_dtype"];
  if (config.value("tie_word_embeddings", false) != ours["tie_word_embeddings"])
    config["tie_word_embeddings"] = ours["tie_word_embeddings"];
  const json architectures = config.value("architectures", json());
  if (!architectures.is_array() || architectures.empty() || !architectures[0].is_string() ||
      !architectures[0].get<std::string>().ends_with("ForCausalLM"))
    config["architectures"] = ours["architectures"];
  return write_json_file(file, config);
}

Status write_from_gguf(const fs::path& origin, const StagedFolder& folder, const json& config,
                       const Tokenizer& tokenizer, std::vector<Sentence>& notices) {
  LIFT_ASSIGN(const GgufReader reader, GgufReader::open(origin));
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "config.json", config));
  LIFT_RETURN_IF_ERROR(write_tokenizer_files(reader, folder.path()));
  json generation{{"bos_token_id", config["bos_token_id"]}, {"pad_token_id", config["pad_token_id"]}};
  generation["eos_token_id"] = tokenizer.special_tokens().end_of_generation;
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "generation_config.json", generation));
  LIFT_ASSIGN(auto difference, difference_of_tokenizers(tokenizer, folder.path()));
  if (difference) notices.push_back(std::move(*difference));
  notices.push_back(say("The base is a GGUF file: config.json and the tokenizer's files were made from its keys."));
  return {};
}

// What of the base's weights is in no file of the export.
void tell_left_tensors(const MergedWeights& weights, std::vector<Sentence>& notices) {
  if (!weights.base()) return;
  const auto not_used = weights.base()->source().not_used();
  if (!not_used.ok() || not_used->empty()) return;
  notices.push_back(say("Of the base, not used and not in the export: {}", joined(*not_used)));
}

// The base's own card stays, under another name.
Status write_card(const std::string& card, const StagedFolder& folder, std::vector<Sentence>& notices) {
  if (card.empty()) return {};
  std::error_code failure;
  if (fs::exists(folder / "README.md", failure)) {
    fs::rename(folder / "README.md", folder / "README.base.md", failure);
    if (failure)
      return make_error(ErrorCode::Io, (folder / "README.md").string(), Sentence::verbatim(failure.message()));
    notices.push_back(say("README.md is this model's card; the base's is README.base.md"));
  }
  return write_file_atomically(folder / "README.md", card);
}

Result<WrittenExport> export_folder(const ExportRequest& request, const TaskContext& task, std::int64_t shard_bytes) {
  WrittenExport exported;
  exported.path = request.target;
  const bool from_folder = fs::is_directory(request.origin);
  std::unique_ptr<Tokenizer> tokenizer;
  if (!from_folder) {
    LIFT_ASSIGN(tokenizer, load_tokenizer(request.origin));
  }
  const SpecialTokens special = tokenizer ? tokenizer->special_tokens() : SpecialTokens();
  LIFT_ASSIGN(const MergedWeights weights, MergedWeights::of(request.model, request.origin, request.type));
  LIFT_ASSIGN(json config, hf_config_json(request.model.config(), to_dtype(request.model.scalar_type()), special));
  config["torch_dtype"] = usual_dtype(weights);
  LIFT_ASSIGN(StagedFolder folder, StagedFolder::beside(request.target));
  if (from_folder) {
    LIFT_RETURN_IF_ERROR(carry_config(request.origin, folder / "config.json", config));
    LIFT_ASSIGN(const CarriedFiles files, carry_files(request.origin, folder.path()));
    exported.notices = told(files);
  } else {
    LIFT_RETURN_IF_ERROR(write_from_gguf(request.origin, folder, config, *tokenizer, exported.notices));
  }
  LIFT_RETURN_IF_ERROR(write_card(request.card, folder, exported.notices));
  WeightWriter writer(weights, folder.path(), task);
  LIFT_RETURN_IF_ERROR(writer.write(shard_bytes));
  tell_left_tensors(weights, exported.notices);
  if (writer.counts().rounded > 0)
    exported.notices.push_back(say("{} of {} changed values were rounded: their type in the file does not hold them",
                                   writer.counts().rounded, writer.counts().changed));
  exported.bytes = folder.bytes();
  LIFT_RETURN_IF_ERROR(folder.commit());
  return exported;
}

Result<std::vector<Sentence>> plan(const ExportRequest& request) {
  LIFT_ASSIGN(const MergedWeights weights, MergedWeights::of(request.model, request.origin, request.type));
  return weights.told();
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  return export_hf_folder(request, task);
}

}   // namespace

Result<WrittenExport> export_hf_folder(const ExportRequest& request, const TaskContext& task,
                                       std::int64_t shard_bytes) {
  return catch_exceptions(request.target.string(), [&] { return export_folder(request, task, shard_bytes); });
}

Exporter hf_folder_exporter() {
  return {.name = "hf_folder",
          .title = say("Hugging Face folder, merged"),
          .target = ExportTarget::Folder,
          .types = {"base", "bf16", "fp16", "fp32"},
          .plan = plan,
          .write = write,
          .check = check_hf_folder};
}

}   // namespace lift
