#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/shard_names.h"
#include "core/model/recognise.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Error wrong(const fs::path& folder, Sentence what, Sentence advice) {
  return make_error(ErrorCode::Unsupported, folder.string(),
                    say("expected a model folder with config.json, found {}", std::move(what)), std::move(advice));
}

class Listing {
 public:
  explicit Listing(const fs::path& folder) : folder_(folder) {
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored))
      names_.insert(at->path().filename().string());
  }
  bool empty() const { return names_.empty(); }
  bool has(const std::string& name) const { return names_.contains(name); }
  bool has_any(std::initializer_list<const char*> names) const {
    return std::ranges::any_of(names, [&](const char* name) { return has(name); });
  }
  std::vector<std::string> ending_in(std::string_view end) const {
    std::vector<std::string> found;
    std::ranges::copy_if(names_, std::back_inserter(found), [&](const auto& name) { return name.ends_with(end); });
    return found;
  }
  bool starting_with(std::string_view begin) const {
    return std::ranges::any_of(names_, [&](const std::string& name) { return name.starts_with(begin); });
  }
  std::vector<fs::path> folders_with(const char* file) const {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const std::string& name : names_)
      if (fs::exists(folder_ / name / file, ignored)) found.push_back(folder_ / name);
    return found;
  }

 private:
  fs::path folder_;
  std::set<std::string> names_;
};

std::string text_in(const fs::path& file, const char* key) {
  const auto json = read_json_file(file, {.bytes = 1 << 20});
  if (!json.ok() || !json->is_object()) return {};
  const auto found = json->find(key);
  return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error adapter(const fs::path& folder) {
  const std::string type = text_in(folder / "adapter_config.json", "peft_type");
  const std::string base = text_in(folder / "adapter_config.json", "base_model_name_or_path");
  return wrong(folder, say("a PEFT adapter ({})", quote_name(type.empty() ? "?" : type)),
               base.empty()
                   ? say("Open the base model that it was made for; to train on with the adapter, merge it first "
                         "(PEFT: merge_and_unload, then save_pretrained)")
                   : say("Open its base model, {}; to train on with the adapter, merge it first (PEFT: "
                         "merge_and_unload, then save_pretrained)",
                         quote_name(base)));
}

// The one GGUF file of a folder, or the first part of the one split model; nothing where there are several.
std::string only_gguf(const std::vector<std::string>& files) {
  if (files.size() == 1) return files.front();
  std::set<std::string> sets;
  for (const std::string& file : files) {
    const auto shard = parse_shard_name(file);
    sets.insert(shard ? shard->name_of(1) : file);
  }
  return sets.size() == 1 ? *sets.begin() : std::string();
}

Error gguf_inside(const fs::path& folder, const std::vector<std::string>& files) {
  const std::string only = only_gguf(files);
  return wrong(folder, say("{} GGUF files", files.size()),
               only.empty() ? say("Choose one of the files instead of the folder")
                            : say("Choose the file: {}", (folder / only).string()));
}

// One folder deeper: the cache's snapshots, a trainer's checkpoints, an unpacked archive.
std::optional<Error> models_inside(const fs::path& folder, const Listing& list) {
  if (list.has("snapshots") && list.has_any({"refs", "blobs"})) {
    const Listing snapshots(folder / "snapshots");
    const auto inside = snapshots.folders_with("config.json");
    return wrong(folder, say("a repository of the Hugging Face cache"),
                 inside.empty() ? say("Nothing usable was downloaded into it yet")
                                : say("Choose the snapshot in it: {}", inside.back().string()));
  }
  const auto inside = list.folders_with("config.json");
  if (inside.empty()) return {};
  return wrong(folder, say("a folder that holds {} model folders", inside.size()),
               say("Choose one of them: {}", inside.front().string()));
}

struct FolderRow {
  bool (*is)(const Listing&);
  Sentence (*what)();
  Sentence (*advice)();
};

Sentence take_hugging_face() {
  return say("Get the same model in the Hugging Face format: config.json and safetensors");
}
Sentence not_a_language_model() { return say("LIFT Studio trains language models"); }

// In this order: the first that fits names the folder.
const std::array<FolderRow, 14> kFolders{{
    {[](const Listing& l) { return l.has("model_index.json"); },
     [] { return say("a Diffusers pipeline, which makes pictures or sound"); }, not_a_language_model},
    {[](const Listing& l) { return l.has("params.json") && !l.ending_in(".pth").empty(); },
     [] { return say("a model in Meta's original format (consolidated.*.pth, which can run code when it is read)"); },
     [] {
       return say(
           "Get the same model in the Hugging Face format, or convert it with transformers' "
           "convert_llama_weights_to_hf.py");
     }},
    {[](const Listing& l) { return l.has("params.json") && l.starting_with("consolidated"); },
     [] { return say("a model in Mistral's original format (consolidated.safetensors)"); }, take_hugging_face},
    {[](const Listing& l) { return l.has("saved_model.pb"); }, [] { return say("a TensorFlow SavedModel"); },
     take_hugging_face},
    {[](const Listing& l) { return !l.ending_in(".onnx").empty() || l.has("genai_config.json"); },
     [] { return say("an ONNX model"); }, take_hugging_face},
    {[](const Listing& l) { return !l.ending_in(".distcp").empty() || l.has("zero_to_fp32.py"); },
     [] { return say("a distributed checkpoint of a trainer (FSDP or DeepSpeed)"); },
     [] { return say("Let that trainer write a Hugging Face folder (save_pretrained, or zero_to_fp32.py)"); }},
    {[](const Listing& l) { return l.has("recipe.json") && l.has("run.json"); },
     [] { return say("a run of LIFT Studio"); },
     [] { return say("Its recipe.json names the model; lift runs shows it"); }},
    {[](const Listing& l) { return l.has("openvino_model.xml"); }, [] { return say("an OpenVINO model"); },
     take_hugging_face},
    {[](const Listing& l) { return !l.ending_in(".npz").empty(); },
     [] { return say("weights as NumPy arrays (older MLX)"); }, take_hugging_face},
    {[](const Listing& l) { return !l.ending_in(".nemo").empty() || l.has("model_config.yaml"); },
     [] { return say("a model of NVIDIA NeMo"); }, take_hugging_face},
    {[](const Listing& l) {
       return !l.ending_in(".safetensors").empty() || !l.ending_in(".bin").empty() || !l.ending_in(".pt").empty();
     },
     [] { return say("weights without config.json"); },
     [] { return say("The download is incomplete: get config.json into the same folder"); }},
    {[](const Listing& l) {
       return l.has_any({"tokenizer.json", "tokenizer.model", "vocab.json"});
     },
     [] { return say("a tokenizer without a model"); },
     [] { return say("Choose the folder that has config.json and the safetensors files"); }},
    {[](const Listing& l) { return l.empty(); }, [] { return say("an empty folder"); },
     [] { return say("Choose the folder that has config.json and the safetensors files"); }},
    {[](const Listing&) { return true; }, [] { return say("no config.json in it"); },
     [] { return say("Choose the folder that has config.json and the safetensors files"); }},
}};

// `mark`: the key or the file that says so.
Error quantised(const fs::path& folder, const std::string& mark, const std::string& method) {
  return make_error(
      ErrorCode::Unsupported, folder.string(),
      say("expected plain fp32, fp16 or bf16 weights, found a model quantised with {} ({})", quote_name(method), mark),
      say("Take the original model, of which this one was made, or a GGUF file of it"));
}

}   // namespace

Error what_folder_is(const fs::path& folder) {
  const Listing list(folder);
  if (list.has("adapter_config.json")) return adapter(folder);
  if (const auto files = list.ending_in(".gguf"); !files.empty()) return gguf_inside(folder, files);
  for (const FolderRow& row : kFolders) {
    if (&row == &kFolders[kFolders.size() - 3])   // what lies deeper says more than a tokenizer beside it
      if (auto inside = models_inside(folder, list)) return *inside;
    if (row.is(list)) return wrong(folder, row.what(), row.advice());
  }
  fail_check("the last row fits everything", "");
}

std::optional<Error> quantised_folder(const fs::path& folder, const Json& config) {
  if (!config.is_object()) return {};
  for (const char* key : {"quantization_config", "compression_config"})
    if (const auto found = config.find(key); found != config.end() && found->is_object() && !found->empty()) {
      const auto method = found->find("quant_method");
      const bool named = method != found->end() && method->is_string();
      return quantised(folder, std::string(key) + " in config.json", named ? method->get<std::string>() : "?");
    }
  if (const auto mlx = config.find("quantization"); mlx != config.end() && mlx->is_object() && mlx->contains("bits"))
    return quantised(folder, "quantization in config.json", "MLX");
  const Listing list(folder);
  for (const auto& [file, method] : {std::pair("quantize_config.json", "GPTQ"), std::pair("quant_config.json", "AWQ"),
                                     std::pair("hf_quant_config.json", "ModelOpt")})
    if (list.has(file)) return quantised(folder, file, method);
  return {};
}

std::optional<Error> weights_of_another_form(const fs::path& folder) {
  const Listing list(folder);
  const auto found = [&](Sentence what, Sentence advice) {
    return std::optional(make_error(ErrorCode::Unsupported, folder.string(),
                                    say("expected model.safetensors or its shards, found {}", std::move(what)),
                                    std::move(advice)));
  };
  const auto pickle = list.ending_in(".bin");
  if (std::ranges::any_of(pickle, [](const std::string& name) { return name.starts_with("pytorch_model"); }) ||
      list.starting_with("pytorch_model.bin"))
    return found(say("pytorch_model.bin, which can run code when it is read"), say("Convert it to safetensors first"));
  if (list.has("adapter_model.safetensors"))
    return found(say("an adapter and no weights of a model"), say("Open the adapter's base model"));
  if (const auto files = list.ending_in(".gguf"); !files.empty()) {
    const std::string only = only_gguf(files);
    return found(say("{} GGUF files", files.size()), only.empty()
                                                         ? say("Choose one of the files instead of the folder")
                                                         : say("Choose the file: {}", (folder / only).string()));
  }
  if (list.has("tf_model.h5")) return found(say("weights for TensorFlow (tf_model.h5)"), take_hugging_face());
  if (list.has("flax_model.msgpack")) return found(say("weights for Flax (flax_model.msgpack)"), take_hugging_face());
  if (!list.ending_in(".onnx").empty() || list.has("onnx")) return found(say("an ONNX model"), take_hugging_face());
  if (!list.ending_in(".pth").empty() || !list.ending_in(".pt").empty())
    return found(say("PyTorch files (pickle), which can run code when they are read"), take_hugging_face());
  if (!list.ending_in(".npz").empty()) return found(say("weights as NumPy arrays (older MLX)"), take_hugging_face());
  if (list.starting_with("consolidated"))
    return found(say("weights in the maker's original format (consolidated)"), take_hugging_face());
  return {};
}

}   // namespace lift
