#pragma once
// The paths of the demo model and golden files, and temporary folders, for tests.
#include <filesystem>
#include <string>

namespace lift::test {

// SmolLM2-135M-Instruct as GGUF, which packaging/setup puts into the user's cache, or the file in LIFT_DEMO_MODEL.
// A test that needs the file fails with a sentence when it is missing; it must not be skipped.
std::filesystem::path demo_model();

std::filesystem::path source_dir();
// The folder of the programs under test (lift, lift-studio): LIFT_BIN, set by ctest.
std::filesystem::path program_dir();
std::filesystem::path golden(const std::string& name);   // tests/golden/NAME

// A new folder, deleted with its contents by the destructor.
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
