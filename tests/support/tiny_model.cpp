#include "tests/support/tiny_model.h"
#include "tests/support/tiny_folder.h"

#include <cmath>
#include <fstream>
#include <stdexcept>

#include <ATen/ops/empty.h>
#include <nlohmann/json.hpp>

#include "core/base/seed.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"
#include "core/model/family_json.h"

namespace lift::test {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSpecials[] = {"<|endoftext|>", "<|im_start|>", "<|im_end|>", "<pad>"};
constexpr const char* kChatTemplate =
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + "
    "'\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

at::Tensor random_tensor(std::vector<std::int64_t> shape, double mean, double deviation, DType dtype,
                         RandomStream& random) {
  at::Tensor values = at::empty(shape, at::kDouble);
  double* out = values.data_ptr<double>();
  for (std::int64_t i = 0; i < values.numel(); ++i) out[i] = mean + deviation * random.normal();
  return values.to(to_scalar_type(dtype));
}

// The visible character that stands for a byte in byte-level vocabularies (GPT-2), as UTF-8.
std::string visible(int byte) {
  int shifted = 256;
  for (int b = 0; b < byte; ++b)
    if (!((b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174)) ++shifted;
  const bool plain = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  const int code = plain ? byte : shifted;
  if (code < 128) return std::string(1, static_cast<char>(code));
  return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

void write_json(const std::filesystem::path& file, const Json& value) { std::ofstream(file) << value.dump(2) << '\n'; }

Json rope_json(const RopeConfig& rope) {
  switch (rope.scaling) {
    case RopeConfig::Scaling::None: return nullptr;
    case RopeConfig::Scaling::Linear: return {{"rope_type", "linear"}, {"factor", rope.factor}};
    case RopeConfig::Scaling::Llama3:
      return {{"rope_type", "llama3"},
              {"factor", rope.factor},
              {"low_freq_factor", rope.low_freq_factor},
              {"high_freq_factor", rope.high_freq_factor},
              {"original_max_position_embeddings", rope.original_max_position_embeddings}};
    case RopeConfig::Scaling::Yarn:
    case RopeConfig::Scaling::Factors:
    case RopeConfig::Scaling::LongRope:
    case RopeConfig::Scaling::Proportional: break;
  }
  throw std::invalid_argument("no plain form of this rope scaling");
}

Json config_json(const ModelConfig& config) {
  if (config.family != "llama" && config.family != "mistral") {
    auto json = family_json(config);
    if (!json.ok()) throw std::invalid_argument(json.error().sentence());
    return *json;
  }
  Json json{{"model_type", config.family},
            {"architectures", {config.family == "mistral" ? "MistralForCausalLM" : "LlamaForCausalLM"}},
            {"hidden_size", config.hidden_size},
            {"intermediate_size", config.intermediate_size},
            {"num_hidden_layers", config.layer_count},
            {"num_attention_heads", config.head_count},
            {"num_key_value_heads", config.kv_head_count},
            {"head_dim", config.head_dim},
            {"vocab_size", config.vocabulary_size},
            {"max_position_embeddings", config.max_positions},
            {"rms_norm_eps", config.rms_norm_eps},
            {"rope_theta", config.rope.base},
            {"rope_scaling", rope_json(config.rope)},
            {"tie_word_embeddings", config.tied_head},
            {"hidden_act", "silu"},
            {"bos_token_id", 256},
            {"eos_token_id", 256}};
  if (config.family == "mistral")
    json["sliding_window"] = config.sliding_window ? Json(config.sliding_window) : Json(nullptr);
  return json;
}

std::vector<TensorView> views_of(const std::vector<std::pair<std::string, at::Tensor>>& named) {
  std::vector<TensorView> views;
  for (const auto& [name, tensor] : named)
    views.push_back({name,
                     to_dtype(tensor.scalar_type()),
                     tensor.sizes().vec(),
                     {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()}});
  return views;
}

void write_tensors(const std::filesystem::path& file, std::vector<TensorView> views) {
  const Status written = write_safetensors(file, std::move(views), {{"format", "pt"}});
  if (!written.ok()) throw std::runtime_error(written.error().sentence());
}

void write_shards(const std::filesystem::path& folder, const std::vector<TensorView>& views, int shards) {
  Json map = Json::object();
  const auto count = static_cast<std::size_t>(shards);
  for (std::size_t shard = 0; shard < count; ++shard) {
    char name[64];
    std::snprintf(name, sizeof name, "model-%05d-of-%05d.safetensors", static_cast<int>(shard) + 1, shards);
    std::vector<TensorView> part;
    for (std::size_t i = shard * views.size() / count; i < (shard + 1) * views.size() / count; ++i) {
      part.push_back(views[i]);
      map[views[i].name] = name;
    }
    write_tensors(folder / name, std::move(part));
  }
  write_json(folder / "model.safetensors.index.json", {{"metadata", Json::object()}, {"weight_map", map}});
}

}   // namespace

ModelConfig tiny_config() {
  ModelConfig config;
  config.family = "llama";
  config.name = "tiny";
  config.hidden_size = 24;
  config.intermediate_size = 40;
  config.layer_count = 2;
  config.head_count = 4;
  config.kv_head_count = 2;
  config.head_dim = 8;
  config.vocabulary_size = 260;
  config.max_positions = 512;
  config.tied_head = true;
  return config;
}

CausalLm::Weights tiny_weights(const ModelConfig& config, DType dtype, std::uint64_t seed) {
  RandomStream random(stream_seed(seed, "tiny model"));
  const auto matrix = [&](std::int64_t rows, std::int64_t columns) {
    return random_tensor({rows, columns}, 0, 1 / std::sqrt(static_cast<double>(columns)), dtype, random);
  };
  const auto norm = [&] { return random_tensor({config.hidden_size}, 1, 0.2, dtype, random); };
  CausalLm::Weights weights;
  weights.embedding = matrix(config.vocabulary_size, config.hidden_size);
  for (std::int64_t number = 0; number < config.layer_count; ++number) {
    CausalLm::Layer layer;
    for (const LayerTensor& planned : config.layer.tensors)
      if (!planned.is_matrix() && config.has(number, planned)) {
        const bool remembers = planned.role == LayerRole(LayerVector::DeltaRate);   // over some tokens
        layer[planned.role] = random_tensor(config.shape(planned), remembers ? -1.5 : 1, 0.2, dtype, random);
      }
    for (Projection p : config.layer.matrices())
      if (config.has({static_cast<std::int32_t>(number), p})) layer[p] = matrix(config.rows(p), config.columns(p));
    weights.layers.push_back(std::move(layer));
  }
  weights.final_norm = norm();
  weights.head = config.tied_head ? weights.embedding : matrix(config.vocabulary_size, config.hidden_size);
  return weights;
}

CausalLm tiny_model(const ModelConfig& config, DType dtype, std::uint64_t seed) {
  return CausalLm(config, tiny_weights(config, dtype, seed));
}

void write_tiny_folder(const std::filesystem::path& folder, const CausalLm& model, int shards) {
  std::filesystem::create_directories(folder);
  write_json(folder / "config.json", config_json(model.config()));
  const auto named = model.named_tensors();
  const std::vector<TensorView> views = views_of(named);
  if (shards <= 1) write_tensors(folder / "model.safetensors", views);
  else write_shards(folder, views, shards);
  write_tiny_tokenizer(folder);
}

void write_tiny_folder(const std::filesystem::path& folder) {
  write_tiny_folder(folder, tiny_model(tiny_config(), DType::F32));
}

void write_tiny_tokenizer(const std::filesystem::path& folder) {
  Json vocabulary = Json::object();
  for (int byte = 0; byte < 256; ++byte) vocabulary[visible(byte)] = byte;
  Json added = Json::array();
  int id = 256;
  for (const char* special : kSpecials) {
    added.push_back({{"id", id++},
                     {"content", special},
                     {"single_word", false},
                     {"lstrip", false},
                     {"rstrip", false},
                     {"normalized", false},
                     {"special", true}});
  }
  const Json byte_level{
      {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}};
  write_json(folder / "tokenizer.json", {{"version", "1.0"},
                                         {"truncation", nullptr},
                                         {"padding", nullptr},
                                         {"added_tokens", added},
                                         {"normalizer", nullptr},
                                         {"pre_tokenizer", byte_level},
                                         {"post_processor", nullptr},
                                         {"decoder", byte_level},
                                         {"model",
                                          {{"type", "BPE"},
                                           {"dropout", nullptr},
                                           {"unk_token", nullptr},
                                           {"continuing_subword_prefix", nullptr},
                                           {"end_of_word_suffix", nullptr},
                                           {"fuse_unk", false},
                                           {"byte_fallback", false},
                                           {"ignore_merges", false},
                                           {"vocab", vocabulary},
                                           {"merges", Json::array()}}}});
  write_json(folder / "tokenizer_config.json", {{"tokenizer_class", "PreTrainedTokenizerFast"},
                                                {"bos_token", "<|endoftext|>"},
                                                {"eos_token", "<|im_end|>"},
                                                {"pad_token", "<pad>"},
                                                {"chat_template", kChatTemplate}});
}

}   // namespace lift::test
