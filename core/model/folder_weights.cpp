// Weights of a Hugging Face folder: config.json and safetensors files.
#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_folder.h"
#include "core/model/architecture.h"
#include "core/model/config_keys.h"
#include "core/model/folder_names.h"
#include "core/model/leftover_tensors.h"
#include "core/model/weight_source.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kEmbedding = "model.embed_tokens.weight";
constexpr const char* kHead = "lm_head.weight";

std::optional<GgmlType> plain_type(DType dtype) {
  switch (dtype) {
    case DType::F32: return GgmlType::F32;
    case DType::F16: return GgmlType::F16;
    case DType::BF16: return GgmlType::BF16;
    default: return {};
  }
}

class FolderWeights final : public WeightSource {
 public:
  FolderWeights(fs::path folder, SafetensorsFolder files, ModelConfig config)
      : folder_(std::move(folder)),
        files_(std::move(files)),
        names_(FolderNames::of(files_.names())),
        config_(std::move(config)),
        notices_(files_.notices()),
        files_not_used_(files_.not_used()) {
    if (names_.unusual())
      notices_.push_back(say("The tensors' names begin with {} where \"model.\" is usual", quote_name(names_.body())));
  }

  const ModelConfig& config() const override { return config_; }
  std::string format() const override { return "Hugging Face folder"; }
  bool quantised() const override { return false; }
  bool is_gguf() const override { return false; }
  std::int64_t file_bytes() const override { return files_.file_bytes(); }
  std::map<std::string, std::int64_t> stored_types() const override { return files_.types(); }
  const std::vector<Sentence>& notices() const override { return notices_; }
  void add(const ConfigFindings& findings) {
    notices_.insert(notices_.end(), findings.notices.begin(), findings.notices.end());
    files_not_used_.insert(files_not_used_.end(), findings.not_used.begin(), findings.not_used.end());
  }

  // What the files say of the head overrules the configuration, as in transformers 5.
  Status settle_head() {
    const bool embedding = files_.has(names_.stored(kEmbedding)), head = files_.has(names_.stored(kHead));
    if (!config_.tied_head && !head)
      return make_error(
          ErrorCode::NotFound, files_.subject_of(names_.stored(kHead)),
          say("expected it, since tie_word_embeddings is false, found {} tensors without it", files_.names().size()),
          say("Set tie_word_embeddings to true in config.json if the model's head is its embedding"));
    if (!config_.tied_head || !head) return {};
    if (!embedding) {
      notices_.push_back(
          say("The embedding is not in the files: the head, which config.json ties to it, serves as both"));
      head_is_embedding_ = true;
      return {};
    }
    LIFT_ASSIGN(const auto a, files_.find(names_.stored(kEmbedding)));
    LIFT_ASSIGN(const auto b, files_.find(names_.stored(kHead)));
    if (a.view.dtype == b.view.dtype && std::ranges::equal(a.view.bytes, b.view.bytes)) {
      asked_.insert(names_.stored(kHead));   // it is the embedding, which is used
      return {};
    }
    config_.tied_head = false;
    notices_.push_back(
        say("config.json ties the head to the embedding, and the files hold a head of other values: theirs is used"));
    return {};
  }

  Result<StoredWeight> find(const WeightName& name) const override {
    const std::string stored =
        head_is_embedding_ && name.hf == kEmbedding ? names_.stored(kHead) : names_.stored(name.hf);
    asked_.insert(stored);
    LIFT_ASSIGN(const SafetensorsFolder::Found found, files_.find(stored));
    const Sentence subject = files_.subject_of(stored);
    const auto type = plain_type(found.view.dtype);
    if (!type)
      return make_error(ErrorCode::Unsupported, subject,
                        say("expected fp32, fp16 or bf16, found {}", name_of(found.view.dtype)));
    GgufTensor tensor;
    tensor.name = stored;
    tensor.type = *type;
    tensor.shape = found.view.shape;
    tensor.bytes = found.view.bytes;
    return StoredWeight{std::move(tensor), found.file, subject};
  }

  Result<std::vector<Sentence>> not_used() const override {
    LeftoverTensors left{
        .file = folder_.string(),
        .names = files_.names(),
        .layer_prefix = names_.stored("model.layers."),
        .layer_count = config_.layer_count,
        .body_prefixes = {names_.stored("model.embed"), names_.stored("model.norm"), names_.stored("lm_head.")}};
    for (const std::string& name : asked_) left.names.erase(name);
    LIFT_ASSIGN(std::vector<Sentence> told, tell_leftovers(left));
    told.insert(told.end(), files_not_used_.begin(), files_not_used_.end());
    return told;
  }

 private:
  fs::path folder_;
  SafetensorsFolder files_;
  FolderNames names_;
  ModelConfig config_;
  std::vector<Sentence> notices_, files_not_used_;
  bool head_is_embedding_ = false;
  mutable std::set<std::string> asked_;
};

}   // namespace

Result<std::unique_ptr<WeightSource>> open_folder_weights(const fs::path& folder) {
  const fs::path config_file = folder / "config.json";
  LIFT_ASSIGN(const nlohmann::json json, read_json_file(config_file));
  LIFT_ASSIGN(const ConfigText text, text_configuration(json, config_file.string()));
  LIFT_ASSIGN(const Architecture* const architecture, architecture_of_json(text.json, config_file.string()));
  LIFT_ASSIGN(ModelConfig config, architecture->from_json(text.json, config_file.string()));
  LIFT_ASSIGN(ConfigFindings findings, check_config_keys(text, config_file.string()));
  if (config.name.empty()) config.name = fs::absolute(folder).lexically_normal().filename().string();

  LIFT_ASSIGN(SafetensorsFolder files, SafetensorsFolder::open(folder, SafetensorsFolder::Pages::CopyOnWrite));
  auto weights = std::make_unique<FolderWeights>(folder, std::move(files), std::move(config));
  weights->add(findings);
  LIFT_RETURN_IF_ERROR(weights->settle_head());
  return std::unique_ptr<WeightSource>(std::move(weights));
}

}   // namespace lift
