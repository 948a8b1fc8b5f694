#pragma once
// Typed look-ups in one JSON object, with errors that name file and key. Used for the configurations of models.
// Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace lift {

// A key that is absent or null takes the fallback, if there is one. Errors: Malformed, with expected and found.
class JsonKeys {
 public:
  // `prefix` stands before the key in errors: "rope_scaling.". The object outlives the keys.
  JsonKeys(const nlohmann::json& object, std::string file, std::string prefix = {});

  const nlohmann::json* find(const char* key) const;   // nullptr: absent or null
  bool has(const char* key) const;                     // null counts
  Result<std::int64_t> integer(const char* key, std::optional<std::int64_t> fallback = {}) const;
  Result<double> number(const char* key, std::optional<double> fallback = {}) const;
  Result<bool> boolean(const char* key, bool fallback) const;
  Result<std::string> text(const char* key, std::string fallback) const;
  Result<std::vector<std::string>> texts(const char* key) const;   // absent: empty
  // The object under a key; absent or empty: none.
  Result<std::optional<JsonKeys>> object(const char* key) const;

  Error wrong(const char* key, const Sentence& expected, const nlohmann::json* value) const;
  Error unsupported(const char* key, const Sentence& supported, const std::string& found) const;
  const std::string& file() const { return file_; }

 private:
  const nlohmann::json* object_;
  std::string file_, prefix_;
};

// A value on one line, cut: an error is a sentence, not a dump of the file.
std::string shown_json(const nlohmann::json& value);

}   // namespace lift
