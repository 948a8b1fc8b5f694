#pragma once
// JSON in and out over nlohmann::json, bounded: hostile files end in an Error, never in an exception or a crash.
// Number formatting is independent of the C locale.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace lift {

struct JsonLimits {
  std::size_t bytes = 256u << 20;
  std::size_t values = 32u << 20;       // of all kinds, so that a small text cannot fill the memory
  int depth = 64;                       // of arrays and objects inside each other
  bool refuse_duplicate_keys = false;   // else the last one counts
};

// The pattern of what parse_json says of a broken text, for who knows the line better.
inline constexpr std::string_view kJsonPlace = "line {}, column {}: {}";

// `subject` names the text in errors (a path, "header of X", "row 3017 of X"); the error has line and column.
Result<nlohmann::json> parse_json(std::string_view text, const Sentence& subject, const JsonLimits& limits = {});
Result<nlohmann::json> parse_json(std::string_view text, const std::string& subject, const JsonLimits& limits = {});
Result<nlohmann::json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits = {});
// "a list", "a number", ...: of what kind something is that was expected to be another.
Sentence json_kind(const nlohmann::json& value);
// What becomes of text that is not UTF-8: a path must stay what it is, a sentence about one may lose a letter.
enum class BrokenText : std::uint8_t { Refuse, Replace };
// Atomic, indented by two.
Status write_json_file(const std::filesystem::path& path, const nlohmann::json& value,
                       BrokenText broken = BrokenText::Refuse);

}   // namespace lift
