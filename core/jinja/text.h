#pragma once
// Work on texts that keeps track of where their bytes came from. Used by the functions of templates. Tensor-free.
// Private to core/jinja.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/jinja/value.h"

namespace lift::jinja {

std::size_t count_characters(std::string_view text);
std::vector<Text> characters_of(const Text& text);
Value character_at(const Text& text, std::int64_t index);   // negative: from the end; undefined outside

// Without the characters in `of` (empty: Unicode white space) at its ends.
Text strip(const Text& text, std::string_view of, bool left, bool right);
// Python's str.split: by blanks when there is no separator; `most` < 0: all.
std::vector<Text> split(const Text& text, const std::optional<std::string>& separator, std::int64_t most);
std::vector<Text> split_from_right(const Text& text, const std::string& separator, std::int64_t most);
Text replace(const Text& text, std::string_view from, std::string_view to, std::int64_t most);

std::string upper(const std::string& text);
std::string lower(const std::string& text);
std::string title(const std::string& text);
std::string capitalize(const std::string& text);

std::optional<double> parse_number(std::string_view text);

}   // namespace lift::jinja
