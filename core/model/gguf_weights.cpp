// Weights of one GGUF file.
#include <algorithm>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/model/architecture.h"
#include "core/model/weight_source.h"

namespace lift {

namespace {

class GgufWeights final : public WeightSource {
 public:
  GgufWeights(GgufReader reader, ModelConfig config, bool rotary_pairs)
      : reader_(std::move(reader)), config_(std::move(config)), rotary_pairs_(rotary_pairs) {}

  const ModelConfig& config() const override { return config_; }
  std::string format() const override { return "GGUF"; }
  std::int64_t file_bytes() const override { return static_cast<std::int64_t>(reader_.file()->bytes().size()); }
  bool rotary_pairs() const override { return rotary_pairs_; }

  std::map<std::string, std::int64_t> stored_types() const override {
    std::map<std::string, std::int64_t> types;
    for (const GgufTensor& tensor : reader_.tensors()) ++types[std::string(name_of(tensor.type))];
    return types;
  }
  bool quantised() const override {
    return std::any_of(reader_.tensors().begin(), reader_.tensors().end(),
                       [](const GgufTensor& tensor) { return block_of(tensor.type).elements > 1; });
  }

  Result<StoredWeight> find(const WeightName& name) const override {
    const std::string file = reader_.file()->path().string();
    const GgufTensor* tensor = reader_.find(name.gguf);
    if (!tensor)
      return make_error(
          ErrorCode::NotFound, say("{}, tensor {}", file, name.gguf),
          say("expected it for {} layers, found {} tensors without it", config_.layer_count, reader_.tensors().size()),
          say("The file is incomplete: get it again"));
    return StoredWeight{*tensor, reader_.file(), say("{}, tensor {}", file, name.gguf)};
  }

 private:
  GgufReader reader_;
  ModelConfig config_;
  bool rotary_pairs_;
};

}   // namespace

Result<std::unique_ptr<WeightSource>> open_gguf_weights(const std::filesystem::path& file) {
  LIFT_ASSIGN(auto mapped, MappedFile::open_copy_on_write(file));
  LIFT_ASSIGN(GgufReader reader, GgufReader::read(std::move(mapped)));
  LIFT_ASSIGN(const Architecture* const architecture, architecture_of_gguf(reader));
  LIFT_ASSIGN(ModelConfig config, architecture->from_gguf(reader));
  for (const GgufTensor& tensor : reader.tensors()) LIFT_RETURN_IF_ERROR(refuse_bias(file.string(), tensor.name));
  return std::unique_ptr<WeightSource>(
      std::make_unique<GgufWeights>(std::move(reader), std::move(config), architecture->gguf_rotary_pairs));
}

Status refuse_bias(const std::string& file, const std::string& tensor_name) {
  if (!tensor_name.ends_with(".bias")) return {};
  return make_error(ErrorCode::Unsupported, say("{}, tensor {}", file, quote_name(tensor_name)),
                    say("expected projections without a bias, found this one"),
                    say("Use a model of the Llama family: Llama 1-3, SmolLM2, Mistral"));
}

}   // namespace lift
