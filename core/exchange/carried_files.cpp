#include "core/exchange/carried_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/base/say.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = 256u << 20;   // tokenizer.json files of 40 MB exist

// Written anew, or the weights' own.
constexpr std::array<std::string_view, 8> kWritten{"config.json",
                                                   "model.safetensors",
                                                   "model.safetensors.index.json",
                                                   "pytorch_model.bin",
                                                   "pytorch_model.bin.index.json",
                                                   "tf_model.h5",
                                                   "flax_model.msgpack",
                                                   "rust_model.ot"};

// Of the base's own training, of another program, or another form of its weights.
constexpr std::array<std::string_view, 13> kLeftNames{
    "trainer_state.json",  "training_args.bin",    "all_results.json",  "train_results.json",   "eval_results.json",
    "adapter_config.json", "quantize_config.json", "quant_config.json", "hf_quant_config.json", "params.json",
    "genai_config.json",   "model_index.json",     ".gitattributes"};
constexpr std::array<std::string_view, 11> kCarriedEndings{".json", ".jsonl",    ".jinja", ".model", ".txt", ".md",
                                                           ".py",   ".tiktoken", ".pdf",   ".rst",   ".html"};
constexpr std::array<std::string_view, 1> kCarriedFolders{"additional_chat_templates"};

bool is_in(std::span<const std::string_view> list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

// "LICENSE", "NOTICE", "USE_POLICY", "GEMMA_TERMS": names without an ending are words about the model.
bool belongs(const fs::path& file) {
  const std::string name = file.filename().string(), ending = file.extension().string();
  if (is_in(kLeftNames, name) || name.starts_with('.')) return false;
  return ending.empty() || is_in(kCarriedEndings, ending);
}

Status copy_over(const fs::path& from, const fs::path& to) {
  std::error_code problem;
  fs::copy_file(from, to, problem);
  if (!problem) return {};
  return make_error(ErrorCode::Io, to.string(), say("could not copy {}: {}", from.string(), problem.message()));
}

Status copy_folder(const fs::path& from, const fs::path& to, CarriedFiles& files) {
  std::error_code problem;
  fs::create_directories(to, problem);
  for (fs::directory_iterator at(from, problem), end; !problem && at != end; at.increment(problem)) {
    if (!at->is_regular_file(problem)) continue;
    LIFT_RETURN_IF_ERROR(copy_over(at->path(), to / at->path().filename()));
    files.carried.push_back(from.filename().string() + "/" + at->path().filename().string());
  }
  return {};
}

bool is_weights(const fs::path& file) {
  return is_in(kWritten, file.filename().string()) || file.extension() == ".safetensors" ||
         (file.extension() == ".bin" && file.filename().string().starts_with("pytorch_model"));
}

}   // namespace

Result<CarriedFiles> carry_files(const fs::path& from, const fs::path& to) {
  CarriedFiles files;
  std::error_code problem;
  for (fs::directory_iterator at(from, problem), end; !problem && at != end; at.increment(problem)) {
    const fs::path& file = at->path();
    const std::string name = file.filename().string();
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      if (is_in(kCarriedFolders, name)) LIFT_RETURN_IF_ERROR(copy_folder(file, to / name, files));
      else files.left.push_back(name + "/");
      continue;
    }
    if (is_weights(file)) continue;
    if (!at->is_regular_file(ignored) || !belongs(file) || at->file_size(ignored) > kLargest) {
      files.left.push_back(name);
      continue;
    }
    LIFT_RETURN_IF_ERROR(copy_over(file, to / name));
    files.carried.push_back(name);
    files.tokenizer |= name == "tokenizer.json" || name == "tokenizer.model";
  }
  std::ranges::sort(files.carried);
  std::ranges::sort(files.left);
  return files;
}

std::vector<Sentence> told(const CarriedFiles& files) {
  std::vector<Sentence> notices;
  if (!files.tokenizer) notices.push_back(say("The base has no tokenizer file; the folder has none either."));
  if (!files.left.empty())
    notices.push_back(say("Left behind, since it belongs to the base alone: {}", fmt::join(files.left, ", ")));
  if (std::ranges::find(files.carried, "README.md") != files.carried.end())
    notices.push_back(say("README.md is the base's: it does not tell of this tuning."));
  return notices;
}

}   // namespace lift
