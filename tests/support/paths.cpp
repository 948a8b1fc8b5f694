#include "tests/support/paths.h"

#include <cstdlib>
#include <stdexcept>

namespace lift::test {

namespace fs = std::filesystem;

fs::path demo_model() {
  fs::path path;
  if (const char* named = std::getenv("LIFT_DEMO_MODEL")) {
    path = named;
  } else {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    path = (cache && *cache ? fs::path(cache) : fs::path(home ? home : "/") / ".cache") / "lift-studio" / "models" /
           "SmolLM2-135M-Instruct.Q4_1.gguf";
  }
  if (!fs::exists(path))
    throw std::runtime_error("the demo model is missing: " + path.string() + " (run packaging/setup)");
  return path;
}

fs::path source_dir() { return LIFT_SOURCE_DIR; }

fs::path program_dir() {
  const char* named = std::getenv("LIFT_BIN");
  if (!named) throw std::runtime_error("LIFT_BIN must name the folder of the program under test (ctest sets it)");
  return named;
}

fs::path golden(const std::string& name) { return source_dir() / "tests" / "golden" / name; }

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "lift-test-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder: " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::permissions(path_, fs::perms::owner_all, fs::perm_options::add, ignored);
  fs::remove_all(path_, ignored);
}

}   // namespace lift::test
