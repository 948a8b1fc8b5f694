#pragma once
// Data files and the demo model's tokenizer for this room's tests.
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/data/prompt_template.h"
#include "core/data/sft_dataset.h"
#include "core/io/atomic_file.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"

namespace lift::test {

template <typename T>
T require(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.error().sentence());
  return std::move(result).value();
}

// A temporary folder with one data file.
class DataFile {
 public:
  explicit DataFile(std::string_view content, const std::string& name = "rows.jsonl") : path_(folder_ / name) {
    if (!write_file_atomically(path_, content).ok()) throw std::runtime_error("not written: " + path_.string());
  }
  const std::filesystem::path& path() const { return path_; }
  std::string text() const { return path_.string(); }

 private:
  TemporaryFolder folder_;
  std::filesystem::path path_;
};

// The demo model's tokenizer, loaded once.
inline const Tokenizer& demo_tokenizer() {
  static const std::unique_ptr<Tokenizer> tokenizer = require(load_tokenizer(demo_model()));
  return *tokenizer;
}

inline PromptTemplate demo_prompt(const std::string& format = "auto", const std::string& system = {}) {
  return require(
      PromptTemplate::make({format, system}, demo_tokenizer(), require(load_chat_template(demo_model())), "demo"));
}

inline DataConfig config_of(const std::string& file) {
  DataConfig config;
  config.files = {file};
  return config;
}

}   // namespace lift::test
