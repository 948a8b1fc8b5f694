// Weights of a GGUF model, in one file or split over several.
#include <algorithm>
#include <set>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/model/architecture.h"
#include "core/model/gguf_keys.h"
#include "core/model/leftover_tensors.h"
#include "core/model/recognise.h"
#include "core/model/weight_source.h"

namespace lift {

namespace {

class GgufWeights final : public WeightSource {
 public:
  GgufWeights(GgufReader reader, ModelConfig config, GgufFindings findings)
      : reader_(std::move(reader)), config_(std::move(config)), findings_(std::move(findings)) {}

  const ModelConfig& config() const override { return config_; }
  std::string format() const override { return "GGUF"; }
  std::int64_t file_bytes() const override { return reader_.file_bytes(); }
  bool is_gguf() const override { return true; }
  const std::vector<Sentence>& notices() const override { return findings_.notices; }

  std::map<std::string, std::int64_t> stored_types() const override {
    std::map<std::string, std::int64_t> types;
    for (const GgufTensor& tensor : reader_.tensors()) ++types[std::string(name_of(tensor.type))];
    for (const ForeignGgufTensor& tensor : reader_.foreign()) ++types[tensor.type.text()];
    return types;
  }
  bool quantised() const override {
    return std::any_of(reader_.tensors().begin(), reader_.tensors().end(),
                       [](const GgufTensor& tensor) { return block_of(tensor.type).elements > 1; });
  }

  Result<StoredWeight> find(const WeightName& name) const override {
    asked_.insert(name.gguf);
    if (const GgufTensor* tensor = reader_.find(name.gguf)) {
      const auto& file = reader_.file_of(*tensor);
      return StoredWeight{*tensor, file, say("{}, tensor {}", file->path().string(), name.gguf)};
    }
    const Sentence subject = say("{}, tensor {}", reader_.file()->path().string(), name.gguf);
    const auto foreign = std::ranges::find(reader_.foreign(), name.gguf, &ForeignGgufTensor::name);
    if (foreign != reader_.foreign().end())
      return make_error(ErrorCode::Unsupported, subject,
                        say("expected one of {}, found {}", supported_ggml_types(), foreign->type),
                        say("Choose a file of another quantisation"));
    return make_error(
        ErrorCode::NotFound, subject,
        say("expected it for {} layers, found {} tensors without it", config_.layer_count, reader_.tensors().size()),
        say("The file is incomplete: get it again"));
  }

  Result<std::vector<Sentence>> not_used() const override {
    LeftoverTensors left{.file = reader_.file()->path().string(),
                         .names = {},
                         .layer_prefix = "blk.",
                         .layer_count = config_.layer_count,
                         .body_prefixes = {"token_embd", "position_embd", "output", "rope_factors"}};
    for (const GgufTensor& tensor : reader_.tensors()) left.names.insert(tensor.name);
    for (const ForeignGgufTensor& tensor : reader_.foreign()) left.names.insert(tensor.name);
    for (const std::string& name : asked_) left.names.erase(name);
    for (const char* name : {"rope_freqs.weight", "rope_factors_short.weight", "rope_factors_long.weight"})
      left.names.erase(name);   // part of the configuration
    LIFT_ASSIGN(std::vector<Sentence> told, tell_leftovers(left));
    told.insert(told.end(), findings_.not_used.begin(), findings_.not_used.end());
    return told;
  }

 private:
  GgufReader reader_;
  ModelConfig config_;
  GgufFindings findings_;
  mutable std::set<std::string> asked_;
};

}   // namespace

Result<std::unique_ptr<WeightSource>> open_gguf_weights(const std::filesystem::path& file) {
  LIFT_ASSIGN(GgufReader reader, GgufReader::open(file, GgufReader::Pages::CopyOnWrite));
  if (auto other = not_a_model(reader)) return *other;
  LIFT_ASSIGN(const Architecture* const architecture, architecture_of_gguf(reader));
  LIFT_ASSIGN(ModelConfig config, architecture->from_gguf(reader));
  LIFT_ASSIGN(GgufFindings findings, check_gguf_keys(reader));
  return std::unique_ptr<WeightSource>(
      std::make_unique<GgufWeights>(std::move(reader), std::move(config), std::move(findings)));
}

}   // namespace lift
