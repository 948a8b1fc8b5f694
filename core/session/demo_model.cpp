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

}  // namespace lift
