#include "core/io/user_folders.h"

#include <cstdlib>

namespace lift {

namespace fs = std::filesystem;

namespace {

fs::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? fs::path(value) : fs::path();
}

}   // namespace

fs::path home_folder() { return from_environment("HOME"); }

fs::path user_cache_folder() {
  if (fs::path cache = from_environment("XDG_CACHE_HOME"); !cache.empty()) return cache;
  const fs::path home = home_folder();
  return home.empty() ? fs::path() : home / ".cache";
}

}   // namespace lift
