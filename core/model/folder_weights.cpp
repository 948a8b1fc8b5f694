// Weights of a Hugging Face folder: config.json with model.safetensors, or with shards that
// model.safetensors.index.json lists ({"weight_map": {tensor: shard}}).
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/model/architecture.h"
#include "core/model/weight_source.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kOneFile = "model.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";

// Tensor name -> the shard that holds it.
using WeightMap = std::map<std::string, std::string>;

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
  FolderWeights(fs::path folder, ModelConfig config) : folder_(std::move(folder)), config_(std::move(config)) {}

  Status add_shard(const std::string& name) {
    LIFT_ASSIGN(auto mapped, MappedFile::open_copy_on_write(folder_ / name));
    LIFT_ASSIGN(SafetensorsReader reader, SafetensorsReader::read(std::move(mapped)));
    for (const TensorView& tensor : reader.tensors())
      LIFT_RETURN_IF_ERROR(refuse_bias((folder_ / name).string(), tensor.name));
    shards_.emplace(name, std::move(reader));
    return {};
  }
  void set_map(WeightMap map) { map_ = std::move(map); }

  const ModelConfig& config() const override { return config_; }
  std::string format() const override { return "Hugging Face folder"; }
  bool quantised() const override { return false; }
  bool rotary_pairs() const override { return false; }

  std::int64_t file_bytes() const override {
    std::int64_t bytes = 0;
    for (const auto& [name, shard] : shards_) bytes += static_cast<std::int64_t>(shard.file()->bytes().size());
    return bytes;
  }
  std::map<std::string, std::int64_t> stored_types() const override {
    std::map<std::string, std::int64_t> types;
    for (const auto& [name, shard] : shards_)
      for (const TensorView& tensor : shard.tensors()) ++types[std::string(name_of(tensor.dtype))];
    return types;
  }

  Result<StoredWeight> find(const WeightName& name) const override {
    LIFT_ASSIGN(const std::string shard, shard_of(name.hf));
    const SafetensorsReader& reader = shards_.at(shard);
    const Sentence subject = say("{}, tensor {}", (folder_ / shard).string(), name.hf);
    const TensorView* view = reader.find(name.hf);
    if (!view)
      return make_error(ErrorCode::NotFound, subject,
                        say("expected it, found {} tensors without it", reader.tensors().size()),
                        say("The folder is incomplete, or is not a causal language model of this family"));
    const auto type = plain_type(view->dtype);
    if (!type)
      return make_error(ErrorCode::Unsupported, subject,
                        say("expected fp32, fp16 or bf16, found {}", name_of(view->dtype)));
    return StoredWeight{{view->name, *type, view->shape, view->bytes}, reader.file(), subject};
  }

 private:
  Result<std::string> shard_of(const std::string& tensor) const {
    if (map_.empty()) return std::string(kOneFile);
    const auto found = map_.find(tensor);
    if (found != map_.end()) return found->second;
    return make_error(ErrorCode::NotFound, say("{}, tensor {}", (folder_ / kIndex).string(), tensor),
                      say("expected a shard for it, found {} tensors without it", map_.size()),
                      say("The folder is incomplete, or is not a causal language model of this family"));
  }

  fs::path folder_;
  ModelConfig config_;
  WeightMap map_;   // empty: one file
  std::map<std::string, SafetensorsReader> shards_;
};

Result<WeightMap> read_index(const fs::path& file) {
  LIFT_ASSIGN(const nlohmann::json index, read_json_file(file));
  const auto map = index.is_object() ? index.find("weight_map") : index.end();
  if (!index.is_object() || map == index.end() || !map->is_object() || map->empty())
    return make_error(ErrorCode::Malformed, file.string(),
                      say("expected an object weight_map from tensor to shard, found none"));
  WeightMap weights;
  for (const auto& [tensor, shard] : map->items()) {
    if (!shard.is_string())
      return make_error(ErrorCode::Malformed, file.string(),
                        say("expected the name of a shard for {}, found {}", quote_name(tensor), json_kind(shard)));
    const auto& name = shard.get_ref<const std::string&>();
    // A name, not a path: an index never reaches out of its folder.
    if (name.empty() || name.find_first_of("/\\") != name.npos || name.find('\0') != name.npos)
      return make_error(
          ErrorCode::Malformed, file.string(),
          say("expected the name of a file of this folder for {}, found {}", quote_name(tensor), quote_name(name)));
    weights.emplace(tensor, name);
  }
  return weights;
}

Status add_shards(FolderWeights& weights, const fs::path& folder, WeightMap map) {
  std::set<std::string> names;
  for (const auto& [tensor, shard] : map) names.insert(shard);
  for (const std::string& name : names) {
    Status added = weights.add_shard(name);
    if (!added.ok() && added.error().code == ErrorCode::NotFound)
      return make_error(ErrorCode::NotFound, (folder / name).string(),
                        say("expected this shard, one of {} that {} names, found no such file", names.size(), kIndex),
                        say("The download is incomplete: get the missing file"));
    LIFT_RETURN_IF_ERROR(std::move(added));
  }
  weights.set_map(std::move(map));
  return {};
}

Error no_weights(const fs::path& folder) {
  std::error_code ignored;
  const bool pickled =
      fs::exists(folder / "pytorch_model.bin", ignored) || fs::exists(folder / "pytorch_model.bin.index.json", ignored);
  return make_error(pickled ? ErrorCode::Unsupported : ErrorCode::NotFound, folder.string(),
                    say("expected {} or {}, found {}", kOneFile, kIndex,
                        pickled ? say("pytorch_model.bin, which can run code when it is read") : say("neither")),
                    pickled ? say("Convert it to safetensors first") : Sentence());
}

}   // namespace

Result<std::unique_ptr<WeightSource>> open_folder_weights(const fs::path& folder) {
  const fs::path config_file = folder / "config.json";
  std::error_code ignored;
  if (fs::status(config_file, ignored).type() == fs::file_type::not_found)
    return make_error(ErrorCode::NotFound, folder.string(),
                      say("expected a model's folder, found no config.json in it"),
                      say("Choose the folder that has config.json and the safetensors files"));
  LIFT_ASSIGN(const nlohmann::json json, read_json_file(config_file));
  LIFT_ASSIGN(const Architecture* const architecture, architecture_of_json(json, config_file.string()));
  LIFT_ASSIGN(ModelConfig config, architecture->from_json(json, config_file.string()));
  if (config.name.empty()) config.name = fs::absolute(folder).lexically_normal().filename().string();

  auto weights = std::make_unique<FolderWeights>(folder, std::move(config));
  if (fs::exists(folder / kOneFile, ignored)) {
    LIFT_RETURN_IF_ERROR(weights->add_shard(kOneFile));
  } else if (fs::exists(folder / kIndex, ignored)) {
    LIFT_ASSIGN(WeightMap map, read_index(folder / kIndex));
    LIFT_RETURN_IF_ERROR(add_shards(*weights, folder, std::move(map)));
  } else {
    return no_weights(folder);
  }
  return std::unique_ptr<WeightSource>(std::move(weights));
}

}   // namespace lift
