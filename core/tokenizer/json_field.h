#pragma once
// Typed look-ups in the JSON of tokenizer files; errors name the entry, what was expected and what was found.
// Used inside this room. Tensor-free. Private to core/tokenizer.
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace lift {

// "an object", "the number 3": for error sentences.
Sentence describe_json(const nlohmann::json& value);

Error unexpected_json(const std::string& subject, std::string_view name, const Sentence& expected,
                      const nlohmann::json& found);

// The value under `name`; null when there is none.
const nlohmann::json& json_at(const nlohmann::json& object, std::string_view name);

Result<std::string> json_string(const nlohmann::json& object, std::string_view name, const std::string& subject);
// A boolean or, when absent or null, `otherwise`.
Result<bool> json_flag(const nlohmann::json& object, std::string_view name, bool otherwise, const std::string& subject);
// A whole number in [0, limit).
Result<std::int64_t> json_index(const nlohmann::json& object, std::string_view name, std::int64_t limit,
                                const std::string& subject);

}   // namespace lift
