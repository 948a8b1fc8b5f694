#include "core/session/demo_model.h"

#include <cstdlib>

#include "core/io/user_folders.h"

namespace lift {

std::filesystem::path demo_model_path() {
  if (const char* named = std::getenv("LIFT_DEMO_MODEL"); named && *named) return named;
  const std::filesystem::path cache = user_cache_folder();
  return (cache.empty() ? std::filesystem::path("/.cache") : cache) / "lift-studio" / "models" /
         "SmolLM2-135M-Instruct.Q4_1.gguf";
}

namespace {

// A file of resources/: installed beside the program, or in the checkout it was built from.
std::filesystem::path shipped(const char* name) {
  std::error_code failure;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
  for (const char* place : {"../share/lift-studio", "../../../resources"}) {
    const std::filesystem::path file = (program / place / name).lexically_normal();
    if (std::filesystem::exists(file, failure)) return file;
  }
  return {};
}

}   // namespace

std::filesystem::path demo_data_directory() { return shipped("demo/bookings-train.jsonl").parent_path(); }
std::filesystem::path shipped_probe_path() { return shipped("demo/arc-easy-probe.json"); }
std::filesystem::path demo_recipe_path() { return shipped("recipes/demo.json"); }

}   // namespace lift
