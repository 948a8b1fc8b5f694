#pragma once
// What the families read alike from config.json and from GGUF keys. Private to core/model.
#include <optional>
#include <string>
#include <string_view>

#include "core/io/gguf_reader.h"
#include "core/io/json_keys.h"
#include "core/model/model_config.h"

namespace lift {

// What an absent key means, where families differ (transformers, models/NAME/configuration_NAME.py).
struct FamilyDefaults {
  std::string_view family;
  std::optional<std::int64_t> kv_head_count = {};   // none: as many as heads
  std::optional<std::int64_t> head_dim = {};        // none: hidden size / heads
  std::int64_t max_positions = 2048;
  double rms_norm_eps = 1e-6;
  double rope_base = 10000;
  bool tied_head = false;
  std::optional<double> partial_rotation = {};   // share of a head's channels; none: all rotate, whatever keys say
  const char* activation_key = "hidden_act";
  std::string_view activation = "silu";   // the one that is computed, and what an absent key means
};

// Sizes, rope, norm and head; refuses keys that change the arithmetic otherwise. Not validated yet.
// Errors: Malformed, Unsupported, naming file, key, expected and found.
Result<ModelConfig> read_json_config(const JsonKeys& keys, const FamilyDefaults& defaults);

// The rope of layers of one kind, nested in rope_parameters; `base` where nothing says another. `config`: its sizes.
Result<RopeConfig> read_rope_of(const JsonKeys& keys, const char* layer_type, double base, const ModelConfig& config);

// Kinds of attention for layers that `slides` says see `window` tokens only; the others see all.
void set_sliding_layers(ModelConfig& config, std::int64_t window, const std::vector<bool>& slides);

// layer_types: true for every "sliding_attention". Errors: Malformed when there is not one for each layer.
Result<std::vector<bool>> read_sliding_layers(const JsonKeys& keys, std::int64_t layer_count);

// True for every layer but each `interval`-th; of at most 65,536 layers.
std::vector<bool> all_but_every(std::int64_t interval, std::int64_t layers);

// GGUF keys of one architecture: "embedding_length" is "qwen2.embedding_length".
class GgufKeys {
 public:
  GgufKeys(const GgufReader& reader, std::string architecture)
      : reader_(reader), architecture_(std::move(architecture)) {}
  std::string name(const char* key) const { return architecture_ + "." + key; }
  Result<std::int64_t> integer(const char* key, std::optional<std::int64_t> fallback = {}) const;
  Result<double> number(const char* key, std::optional<double> fallback = {}) const;
  bool has_tensor(const char* name) const { return reader_.find(name) != nullptr; }
  const GgufReader& reader() const { return reader_; }
  const std::string& architecture() const { return architecture_; }
  std::string file() const { return reader_.file()->path().string(); }

 private:
  const GgufReader& reader_;
  std::string architecture_;
};

// Sizes, rope, norm, vocabulary and head. partial_rotation: the family can turn a part of a head's channels. Not
// validated yet. Errors: as above.
Result<ModelConfig> read_gguf_config(const GgufKeys& keys, std::string_view family, bool partial_rotation = false);

// Which layers slide: attention.sliding_window_pattern, a list or an interval. Errors: Malformed.
Result<std::vector<bool>> read_gguf_sliding_layers(const GgufKeys& keys, std::int64_t interval, std::int64_t layers);

// The configuration if it can be, else the error with the file as its subject.
Result<ModelConfig> validated(ModelConfig config, const std::string& file);

}   // namespace lift
