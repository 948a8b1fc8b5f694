#pragma once
// Where tests find the demo model, golden files and a folder of their own.
#include <filesystem>
#include <string>

namespace lift::test {

// SmolLM2-135M-Instruct as GGUF, put into the user's cache by packaging/setup; LIFT_DEMO_MODEL names another place.
// A test that needs it fails with a sentence when it is missing: it never passes by skipping.
std::filesystem::path demo_model();

std::filesystem::path source_dir();
// The folder of the programs under test (lift, lift-studio): LIFT_BIN, which ctest sets.
std::filesystem::path program_dir();
std::filesystem::path golden(const std::string& name);   // tests/golden/NAME

// A fresh folder, removed with everything in it at the end of its scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}   // namespace lift::test
