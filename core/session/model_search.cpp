// The models on this machine: the demo model, the Hugging Face cache, folders a person named, models of earlier runs.
#include <algorithm>
#include <set>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/hub/endpoint.h"
#include "core/io/shard_names.h"
#include "core/model/model_loader.h"
#include "core/session/demo_model.h"
#include "core/session/model_name.h"
#include "core/session/run_folder.h"
#include "core/session/session.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  std::ranges::sort(entries);
  return entries;
}

bool looks_like_model(const fs::path& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    const auto shard = parse_shard_name(path.filename().string());
    return path.extension() == ".gguf" && (!shard || shard->number == 1);   // the other parts are the same model
  }
  return fs::exists(path / "config.json", error);
}

std::int64_t bytes_of(const fs::path& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return static_cast<std::int64_t>(fs::file_size(path, error));
  std::int64_t bytes = 0;
  for (const fs::path& entry : entries_of(path))
    if (fs::is_regular_file(entry, error)) bytes += static_cast<std::int64_t>(fs::file_size(entry, error));
  return bytes;
}

class ModelSearch {
 public:
  explicit ModelSearch(const TaskContext& task) : task_(task) {}

  void consider(const fs::path& path, const std::string& origin, const std::string& name = {}) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    if (task_.stop_requested() || !looks_like_model(path) || !seen_.insert(error ? path : real).second) return;
    task_.report(say("looking for models"), static_cast<std::int64_t>(found_.size()), 0);
    ModelCandidate candidate{path, origin, name.empty() ? model_name_of(path) : name, std::nullopt, {}, bytes_of(path)};
    auto summary = catch_exceptions(path.string(), [&] { return inspect_model(path); });
    if (summary.ok()) candidate.summary = std::move(summary).value();
    else candidate.reason = summary.error().whole();
    found_.push_back(std::move(candidate));
  }

  // A folder that is a model, or the models right inside it.
  void look_into(const fs::path& folder, const std::string& origin) {
    consider(folder, origin);
    for (const fs::path& entry : entries_of(folder)) consider(entry, origin);
  }

  void look_into_hub(const fs::path& hub) {
    for (const fs::path& repository : entries_of(hub)) {
      const std::string name = hub_repository_of(repository);
      if (name.empty()) continue;
      for (const fs::path& snapshot : entries_of(repository / "snapshots")) {
        consider(snapshot, "Hugging Face cache", name);
        for (const fs::path& file : entries_of(snapshot))
          if (file.extension() == ".gguf") consider(file, "Hugging Face cache", name + " " + file.stem().string());
      }
    }
  }

  void look_into_runs(const fs::path& runs) {
    for (const fs::path& folder : entries_of(runs))
      if (const auto recipe = read_recipe(folder / "recipe.json"); recipe.ok()) consider(recipe->model, "earlier run");
  }

  std::vector<ModelCandidate> take() { return std::move(found_); }

 private:
  const TaskContext& task_;
  std::set<fs::path> seen_;
  std::vector<ModelCandidate> found_;
};

}   // namespace

std::vector<ModelCandidate> find_models(const std::vector<fs::path>& folders, const TaskContext& task) {
  ModelSearch search(task);
  search.consider(demo_model_path(), "demo");
  search.look_into_hub(hub_cache_folder());
  for (const fs::path& folder : folders) search.look_into(folder, "folder");
  search.look_into_runs(default_runs_directory());
  return search.take();
}

}   // namespace lift
