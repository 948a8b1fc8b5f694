#pragma once
// Typed look-ups in one JSON object, whose errors name file and key. Used for model configurations.
// Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace lift {

// An absent or null key gives the fallback if there is one. Errors: Malformed, with expected and found value.
class JsonKeys {
 public:
  // `prefix` precedes the key in error messages ("rope_scaling."). `object` must outlive this object.
  JsonKeys(const nlohmann::json& object, std::string file, std::string prefix = {});

  const nlohmann::json* find(const char* key) const;   // nullptr: absent or null
  bool has(const char* key) const;                     // true for null too
  Result<std::int64_t> integer(const char* key, std::optional<std::int64_t> fallback = {}) const;
  Result<double> number(const char* key, std::optional<double> fallback = {}) const;
  Result<bool> boolean(const char* key, bool fallback) const;
  Result<std::string> text(const char* key, std::string fallback) const;
  Result<std::vector<std::string>> texts(const char* key) const;   // empty list when the key is absent
  // The object under a key; std::nullopt when it is absent, null or empty.
  Result<std::optional<JsonKeys>> object(const char* key) const;

  Error wrong(const char* key, const Sentence& expected, const nlohmann::json* value) const;
  Error unsupported(const char* key, const Sentence& supported, const std::string& found) const;
  const std::string& file() const { return file_; }

 private:
  const nlohmann::json* object_;
  std::string file_, prefix_;
};

// A value on one line, cut to 60 bytes, so that an error message stays short.
std::string shown_json(const nlohmann::json& value);

}   // namespace lift
