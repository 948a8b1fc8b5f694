#pragma once
// Reads and writes JSON with nlohmann::json, within limits: a hostile file gives an Error, never an exception or a
// crash. The number format does not depend on the C locale.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace lift {

struct JsonLimits {
  std::size_t bytes = 256u << 20;
  std::size_t values = 32u << 20;       // of every kind: a short text could otherwise fill the memory
  int depth = 64;                       // nesting of arrays and objects
  bool refuse_duplicate_keys = false;   // false: the last one counts
};

// The pattern of parse_json's error message, for callers that replace its line number by a better one.
inline constexpr std::string_view kJsonPlace = "line {}, column {}: {}";

// `subject` names the text in errors (a path, "header of X", "row 3017 of X"). Errors: Malformed with line and column.
Result<nlohmann::json> parse_json(std::string_view text, const Sentence& subject, const JsonLimits& limits = {});
Result<nlohmann::json> parse_json(std::string_view text, const std::string& subject, const JsonLimits& limits = {});
Result<nlohmann::json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits = {});
// The kind of a value for messages about a wrong one: "a list", "a number", ...
Sentence json_kind(const nlohmann::json& value);
// Text that is not valid UTF-8: Refuse where it must stay exact (a path), Replace where a message may lose a letter.
enum class BrokenText : std::uint8_t { Refuse, Replace };
// Writes atomically, indented by two spaces.
Status write_json_file(const std::filesystem::path& path, const nlohmann::json& value,
                       BrokenText broken = BrokenText::Refuse);

}   // namespace lift
