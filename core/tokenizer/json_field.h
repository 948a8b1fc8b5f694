#pragma once
// Typed look-ups in the JSON of tokenizer files. Errors name the entry and the expected and found value.
// Used inside this room. Tensor-free. Private to core/tokenizer.
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace lift {

// "an object", "the number 3": for error messages.
Sentence describe_json(const nlohmann::json& value);

Error unexpected_json(const std::string& subject, std::string_view name, const Sentence& expected,
                      const nlohmann::json& found);

// The value under `name`; a null value when it is absent.
const nlohmann::json& json_at(const nlohmann::json& object, std::string_view name);

Result<std::string> json_string(const nlohmann::json& object, std::string_view name, const std::string& subject);
// The boolean under `name`; `otherwise` when it is absent or null.
Result<bool> json_flag(const nlohmann::json& object, std::string_view name, bool otherwise, const std::string& subject);
// The integer under `name`, which must be in [0, limit).
Result<std::int64_t> json_index(const nlohmann::json& object, std::string_view name, std::int64_t limit,
                                const std::string& subject);

}   // namespace lift
