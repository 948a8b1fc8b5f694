#include "core/exchange/hf_folder_export.h"

#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/hf_config.h"
#include "core/exchange/hf_tokenizer_files.h"
#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::array kCarriedFiles{
    "tokenizer.json", "tokenizer.model", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json",     "merges.txt",      "chat_template.jinja",   "chat_template.json",      "generation_config.json",
    "LICENSE",        "LICENSE.txt"};

Status carry_file(const fs::path& from, const fs::path& to) {
  std::error_code problem;
  fs::copy_file(from, to, problem);
  if (!problem) return {};
  return make_error(ErrorCode::Io, to.string(), say("could not copy {}: {}", from.string(), problem.message()));
}

// A folder that exists under its name only when everything in it is written.
class StagedFolder {
 public:
  static Result<StagedFolder> beside(const fs::path& target) {
    std::error_code problem;
    if (fs::exists(target, problem) && !fs::is_empty(target, problem))
      return make_error(ErrorCode::InvalidArgument, target.string(),
                        say("expected a new or empty folder, found files in it"),
                        say("Choose another name; nothing is overwritten"));
    StagedFolder folder;
    folder.target_ = fs::absolute(target);
    folder.staged_ = folder.target_.parent_path() /
                     ("." + folder.target_.filename().string() + ".partial-" + std::to_string(::getpid()));
    fs::remove_all(folder.staged_, problem);
    if (!fs::create_directories(folder.staged_, problem) || problem)
      return make_error(ErrorCode::Io, folder.staged_.string(),
                        say("could not make the folder: {}", problem.message()));
    return folder;
  }
  StagedFolder(StagedFolder&& other) noexcept
      : target_(std::move(other.target_)), staged_(std::exchange(other.staged_, fs::path())) {}
  StagedFolder& operator=(StagedFolder&&) = delete;
  ~StagedFolder() {
    std::error_code ignored;
    if (!staged_.empty()) fs::remove_all(staged_, ignored);
  }

  fs::path operator/(std::string_view name) const { return staged_ / name; }
  const fs::path& path() const { return staged_; }

  Status commit() {
    std::error_code problem;
    fs::rename(staged_, target_, problem);
    if (problem)
      return make_error(ErrorCode::Io, target_.string(),
                        say("could not give the folder its name: {}", problem.message()));
    staged_.clear();
    return {};
  }

 private:
  StagedFolder() = default;
  fs::path target_, staged_;
};

Status write_weights(const CausalLm& model, const fs::path& file, const TaskContext& task) {
  std::vector<at::Tensor> kept;   // on the CPU, alive until written
  std::vector<TensorView> tensors;
  for (const auto& [name, tensor] : model.named_tensors()) {
    kept.push_back(tensor.cpu().contiguous());
    tensors.push_back(view_of(name, kept.back()));
  }
  return write_safetensors(file, std::move(tensors), {{"format", "pt"}}, task);
}

// The origin's own config.json, true about the dtype of these weights.
Status carry_config(const fs::path& origin, const fs::path& file, const json& ours) {
  LIFT_ASSIGN(json config, read_json_file(origin / "config.json"));
  if (!config.is_object())
    return make_error(ErrorCode::Malformed, (origin / "config.json").string(),
                      say("expected an object, found another value"));
  config["torch_dtype"] = ours["torch_dtype"];
  if (config.contains("dtype")) config["dtype"] = ours["torch_dtype"];
  config.erase("quantization_config");
  return write_json_file(file, config);
}

Status carry_files(const fs::path& origin, const StagedFolder& folder, std::vector<Sentence>& notices) {
  bool tokenizer = false;
  for (const std::string name : kCarriedFiles) {
    std::error_code status;
    if (!fs::is_regular_file(origin / name, status)) continue;
    LIFT_RETURN_IF_ERROR(carry_file(origin / name, folder / name));
    tokenizer |= name == "tokenizer.json" || name == "tokenizer.model";
  }
  if (!tokenizer) notices.push_back(say("The base has no tokenizer file; the folder has none either."));
  return {};
}

Status write_from_gguf(const fs::path& origin, const StagedFolder& folder, const json& config,
                       const SpecialTokens& special, std::vector<Sentence>& notices) {
  LIFT_ASSIGN(const GgufReader reader, GgufReader::open(origin));
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "config.json", config));
  LIFT_RETURN_IF_ERROR(write_tokenizer_files(reader, folder.path()));
  json generation{{"bos_token_id", config["bos_token_id"]}, {"pad_token_id", config["pad_token_id"]}};
  generation["eos_token_id"] = special.end_of_generation;
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "generation_config.json", generation));
  notices.push_back(say("The base is a GGUF file: config.json and the tokenizer's files were made from its keys."));
  return {};
}

std::int64_t size_of(const fs::path& folder) {
  std::int64_t bytes = 0;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem))
    bytes += static_cast<std::int64_t>(entry.file_size(problem));
  return bytes;
}

Result<HfExport> export_folder(const CausalLm& model, const fs::path& origin, const fs::path& target,
                               const TaskContext& task) {
  HfExport exported;
  exported.folder = target;
  const bool from_folder = fs::is_directory(origin);
  SpecialTokens special;
  if (!from_folder) {
    LIFT_ASSIGN(const auto tokenizer, load_tokenizer(origin));
    special = tokenizer->special_tokens();
  }
  LIFT_ASSIGN(const json config, hf_config_json(model.config(), to_dtype(model.scalar_type()), special));
  LIFT_ASSIGN(StagedFolder folder, StagedFolder::beside(target));
  if (from_folder) {
    LIFT_RETURN_IF_ERROR(carry_config(origin, folder / "config.json", config));
    LIFT_RETURN_IF_ERROR(carry_files(origin, folder, exported.notices));
  } else {
    LIFT_RETURN_IF_ERROR(write_from_gguf(origin, folder, config, special, exported.notices));
  }
  LIFT_RETURN_IF_ERROR(write_weights(model, folder / "model.safetensors", task));
  exported.bytes = size_of(folder.path());
  LIFT_RETURN_IF_ERROR(folder.commit());
  return exported;
}

}   // namespace

Result<HfExport> export_hf_folder(const CausalLm& model, const fs::path& origin, const fs::path& folder,
                                  const TaskContext& task) {
  return catch_exceptions(folder.string(), [&] { return export_folder(model, origin, folder, task); });
}

}   // namespace lift
