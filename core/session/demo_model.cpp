#include "core/session/demo_model.h"

#include <cstdlib>

namespace lift {

std::filesystem::path demo_model_path() {
  if (const char* named = std::getenv("LIFT_DEMO_MODEL"); named && *named) return named;
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  const std::filesystem::path base =
      cache && *cache ? std::filesystem::path(cache) : std::filesystem::path(home ? home : "/") / ".cache";
  return base / "lift-studio" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf";
}

std::filesystem::path demo_data_directory() {
  std::error_code failure;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
  for (const char* place : {"../share/lift-studio/demo", "../../../resources/demo"}) {
    const std::filesystem::path folder = (program / place).lexically_normal();
    if (std::filesystem::exists(folder / "gsm8k-train.jsonl", failure)) return folder;
  }
  return {};
}

}   // namespace lift
