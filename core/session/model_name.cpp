#include "core/session/model_name.h"

#include <string_view>

namespace lift {

namespace fs = std::filesystem;

std::string model_name_of(const fs::path& model) {
  const fs::path path = model.has_filename() ? model : model.parent_path();   // "folder/"
  if (path.extension() == ".gguf" || path.extension() == ".GGUF") return path.stem().string();
  if (path.parent_path().filename() == "snapshots") {
    const std::string repository = hub_repository_of(path.parent_path().parent_path());
    if (!repository.empty()) return repository.substr(repository.find('/') + 1);
  }
  return path.filename().string();
}

std::string hub_repository_of(const fs::path& cache_folder) {
  constexpr std::string_view kPrefix = "models--", kBetween = "--";
  std::string name = cache_folder.filename().string();
  if (!name.starts_with(kPrefix)) return {};
  name.erase(0, kPrefix.size());
  if (const auto at = name.find(kBetween); at != name.npos) name.replace(at, kBetween.size(), "/");
  return name;
}

}   // namespace lift
