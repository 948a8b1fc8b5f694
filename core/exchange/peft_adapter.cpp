// PEFT's adapters, read.
#include <cmath>
#include <map>
#include <memory>

#include <ATen/ops/zeros.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/adapter_source.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kConfig = "adapter_config.json";
constexpr const char* kWeights = "adapter_model.safetensors";
constexpr std::string_view kPrefix = "base_model.model.";

// The parts of one tensor's change, by what their names end in.
struct Parts {
  std::string module;   // without ".weight"
  const TensorView *a = nullptr, *b = nullptr, *embedding_a = nullptr, *embedding_b = nullptr;
  const TensorView *values = nullptr, *places = nullptr, *whole = nullptr;
};

struct Ending {
  std::string_view text;
  const TensorView* Parts::*part;
};
constexpr std::array kEndings{Ending{".lora_A.weight", &Parts::a},
                              Ending{".lora_B.weight", &Parts::b},
                              Ending{".lora_embedding_A", &Parts::embedding_a},
                              Ending{".lora_embedding_B", &Parts::embedding_b},
                              Ending{".shira_weight", &Parts::values},
                              Ending{".shira_indices", &Parts::places}};

class PeftAdapter {
 public:
  PeftAdapter(const fs::path& folder, json config, SafetensorsReader file)
      : config_file_((folder / kConfig).string()),
        weights_file_((folder / kWeights).string()),
        config_(std::move(config)),
        file_(std::move(file)) {}

  Status read(const BaseWeights& base) {
    LIFT_RETURN_IF_ERROR(check_config());
    for (const TensorView& tensor : file_.tensors()) LIFT_RETURN_IF_ERROR(take(tensor, base));
    if (parts_.empty()) return malformed("", say("expected tensors of an adapter, found none"));
    for (const auto& [name, parts] : parts_) LIFT_RETURN_IF_ERROR(check(name, parts, base));
    return {};
  }

  AdapterSource source(const std::shared_ptr<PeftAdapter>& self) const {
    AdapterSource source;
    source.title = say("a {} adapter of PEFT for {} tensors", type(), parts_.size());
    for (const auto& [name, parts] : parts_) source.names.insert(name);
    source.tuned = [self](const std::string& name, const at::Tensor& base) { return self->tuned(name, base); };
    return source;
  }

 private:
  Error malformed(const std::string& tensor, Sentence message) const {
    return make_error(
        ErrorCode::Malformed,
        tensor.empty() ? Sentence::verbatim(weights_file_) : say("{}, tensor {}", weights_file_, quote_name(tensor)),
        std::move(message));
  }
  Error unsupported(Sentence message) const {
    return make_error(ErrorCode::Unsupported, config_file_, std::move(message),
                      say("Merge it with PEFT (merge_and_unload) and import the merged folder"));
  }

  std::string type() const { return config_.value("peft_type", std::string()); }

  static bool is_neutral(const json& value) {
    return value.is_null() || value == json(false) || value == json("none") || (value.is_structured() && value.empty());
  }

  // What would change the result and is not computed here stands in the way; the rest of PEFT's keys say how it was
  // trained or which modules were looked for, which the file's own names say better.
  Status check_config() const {
    if (type() != "LORA" && type() != "SHIRA")
      return unsupported(say("expected a LoRA or SHiRA adapter, found {}", quote_name(type())));
    for (const char* key :
         {"use_dora", "use_qalora", "use_bdlora", "lora_bias", "fan_in_fan_out", "layer_replication",
          "target_parameters", "trainable_token_indices", "alora_invocation_tokens", "megatron_config", "arrow_config"})
      if (config_.contains(key) && !is_neutral(config_[key]))
        return unsupported(say("{} is {}, which is not read here", quote_name(key), config_[key].dump()));
    const json start = config_.value("init_lora_weights", json(true));
    const bool from_base = start.is_boolean() || start == "gaussian" || start == "eva" || start == "orthogonal";
    if (!from_base)
      return unsupported(say("{} is {}: the adapter belongs to a base that was changed before training",
                             "\"init_lora_weights\"", start.dump()));
    if (type() == "LORA" && !config_.value("lora_alpha", json()).is_number())
      return make_error(ErrorCode::Malformed, config_file_, say("expected a number \"lora_alpha\", found none"));
    return {};
  }

  Status take(const TensorView& tensor, const BaseWeights& base) {
    if (!tensor.name.starts_with(kPrefix))
      return malformed(tensor.name, say("expected a name that begins with {}", kPrefix));
    const std::string path = tensor.name.substr(kPrefix.size());
    for (const Ending& ending : kEndings)
      if (path.ends_with(ending.text)) {
        const std::string module = path.substr(0, path.size() - ending.text.size());
        Parts& parts = parts_[module + ".weight"];
        parts.module = module;
        parts.*ending.part = &tensor;
        return {};
      }
    if (!base.listed(path))
      return make_error(ErrorCode::Unsupported, say("{}, tensor {}", weights_file_, quote_name(tensor.name)),
                        say("expected a part of a LoRA or SHiRA adapter, or a tensor that the base has"));
    parts_[path].whole = &tensor;
    return {};
  }

  Status check(const std::string& name, const Parts& parts, const BaseWeights& base) const {
    const ListedWeight* listed = base.listed(name);
    if (!listed)
      return make_error(ErrorCode::Mismatch, say("{}, module {}", weights_file_, quote_name(parts.module)),
                        say("expected a module of the base {}, found one that it does not have", base.config().name),
                        say("Name the model that the adapter was trained on"));
    if (parts.whole) return check_shape(name, *parts.whole, listed->shape);
    if (listed->shape.size() != 2) return malformed(parts.module, say("expected a matrix's change"));
    const std::int64_t rows = listed->shape[0], columns = listed->shape[1];
    if (parts.places) {
      if (!parts.values) return malformed(parts.module, say("expected values beside the indices, found none"));
      const std::int64_t count = parts.places->shape.empty() ? 0 : parts.places->shape.back();
      LIFT_RETURN_IF_ERROR(check_shape(name, *parts.places, {2, count}));
      LIFT_RETURN_IF_ERROR(check_shape(name, *parts.values, {count}));
      if (parts.places->dtype != DType::I32 && parts.places->dtype != DType::I64)
        return malformed(parts.places->name, say("expected whole numbers, found {}", name_of(parts.places->dtype)));
      const at::Tensor places = tensor_of(*parts.places).to(at::kLong);
      const bool inside =
          count == 0 || (places.min().item<std::int64_t>() >= 0 && places[0].max().item<std::int64_t>() < rows &&
                         places[1].max().item<std::int64_t>() < columns);
      return inside ? Status() : malformed(parts.places->name, say("expected places inside {} x {}", rows, columns));
    }
    const bool embedding = parts.embedding_a != nullptr;
    const TensorView* a = embedding ? parts.embedding_a : parts.a;
    const TensorView* b = embedding ? parts.embedding_b : parts.b;
    if (!a || !b) return malformed(parts.module, say("expected both matrices of the adapter, found one"));
    const std::int64_t rank = a->shape.empty() ? 0 : a->shape[0];
    if (rank < 1) return malformed(a->name, say("expected a rank of 1 or more"));
    LIFT_RETURN_IF_ERROR(check_shape(name, *a, {rank, embedding ? rows : columns}));
    LIFT_RETURN_IF_ERROR(check_shape(name, *b, {embedding ? columns : rows, rank}));
    return alpha_of(parts.module).ok() ? Status() : Status(alpha_of(parts.module).error());
  }

  Status check_shape(const std::string& name, const TensorView& tensor, const std::vector<std::int64_t>& shape) const {
    if (tensor.shape == shape) return {};
    return make_error(
        ErrorCode::Mismatch, say("{}, tensor {}", weights_file_, quote_name(tensor.name)),
        say("expected [{}] for {}, found [{}]", fmt::join(shape, ", "), name, fmt::join(tensor.shape, ", ")),
        say("Name the model that the adapter was trained on"));
  }

  // PEFT matches the pattern's keys as regular expressions at the end of the module's path; a plain path is one.
  Result<double> alpha_of(const std::string& module) const {
    const json patterns = config_.value("alpha_pattern", json::object());
    if (patterns.is_object())
      for (const auto& [key, value] : patterns.items()) {
        const std::string plain = key.starts_with('^') ? key.substr(1) : key;
        if (plain.find_first_of("*+?()[]{}|\\$") != plain.npos)
          return unsupported(say("the key {} of \"alpha_pattern\" is a regular expression", quote_name(key)));
        const bool matches = module == plain || (plain == key && module.ends_with("." + plain));
        if (!matches) continue;
        if (!value.is_number())
          return malformed("", say("expected a number for {} of \"alpha_pattern\"", quote_name(key)));
        return value.get<double>();
      }
    return config_["lora_alpha"].get<double>();
  }

  Result<double> scale_of(const std::string& module, std::int64_t rank) const {
    LIFT_ASSIGN(const double alpha, alpha_of(module));
    const bool by_root = config_.value("use_rslora", json(false)) == json(true);
    return alpha / (by_root ? std::sqrt(static_cast<double>(rank)) : static_cast<double>(rank));
  }

  Result<std::optional<at::Tensor>> tuned(const std::string& name, const at::Tensor& base) const {
    const auto found = parts_.find(name);
    if (found == parts_.end()) return std::optional<at::Tensor>();
    const Parts& parts = found->second;
    if (parts.whole) return std::optional(tensor_of(*parts.whole).to(base.scalar_type()));
    if (parts.places) {
      const at::Tensor places = tensor_of(*parts.places).to(at::kLong);
      const at::Tensor flat = places[0].mul(base.size(1)).add(places[1]);
      at::Tensor added = at::zeros({base.numel()}, at::kFloat);
      added.scatter_add_(0, flat, tensor_of(*parts.values).to(at::kFloat));
      return std::optional(base.to(at::kFloat).add(added.view(base.sizes())).to(base.scalar_type()));
    }
    const bool embedding = parts.embedding_a != nullptr;
    const at::Tensor a = tensor_of(embedding ? *parts.embedding_a : *parts.a).to(at::kFloat);
    const at::Tensor b = tensor_of(embedding ? *parts.embedding_b : *parts.b).to(at::kFloat);
    LIFT_ASSIGN(const double scale, scale_of(parts.module, a.size(0)));
    if (!embedding) return std::optional(with_low_rank(base, b, a, scale));
    const at::Tensor added = b.matmul(a).mul(scale).t();
    return std::optional(base.to(at::kFloat).add(added).to(base.scalar_type()).contiguous());
  }

  std::string config_file_, weights_file_;
  json config_;
  SafetensorsReader file_;
  std::map<std::string, Parts> parts_;   // by the base's tensor
};

}   // namespace

at::Tensor with_low_rank(const at::Tensor& base, const at::Tensor& b, const at::Tensor& a, double scale) {
  return base.to(at::kFloat).add(b.matmul(a).mul(scale)).to(base.scalar_type());
}

Result<AdapterSource> open_peft_adapter(const fs::path& folder, const BaseWeights& base) {
  LIFT_ASSIGN(json config, read_json_file(folder / kConfig));
  if (!config.is_object())
    return make_error(ErrorCode::Malformed, (folder / kConfig).string(),
                      say("expected an object, found {}", json_kind(config)));
  std::error_code ignored;
  if (!fs::exists(folder / kWeights, ignored) && fs::exists(folder / "adapter_model.bin", ignored))
    return make_error(ErrorCode::Unsupported, (folder / "adapter_model.bin").string(),
                      say("expected {}, found Python's pickle, which runs code when it is read", kWeights),
                      say("Save it with PEFT's safe_serialization=True"));
  LIFT_ASSIGN(SafetensorsReader file, SafetensorsReader::open(folder / kWeights));
  const auto adapter = std::make_shared<PeftAdapter>(folder, std::move(config), std::move(file));
  LIFT_RETURN_IF_ERROR(adapter->read(base));
  return adapter->source(adapter);
}

}   // namespace lift
