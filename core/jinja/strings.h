#pragma once
// Python's string functions on Text, keeping the marks of where bytes came from. Tensor-free. Private to core/jinja.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/jinja/value.h"

namespace lift::jinja {

bool is_white_space(char32_t code);   // str.isspace
std::size_t count_characters(std::string_view text);
std::vector<Text> characters_of(const Text& text);
// Characters [begin, end) of the text; both must be within it.
Text characters(const Text& text, std::size_t begin, std::size_t end);
// Byte offset of a character; text.size() for an index past the end.
std::size_t place_of_character(std::string_view text, std::size_t index);

// Removes the characters of `of` from the ends; std::nullopt: removes white space.
Text strip(const Text& text, const std::optional<std::string>& of, bool left, bool right);
// str.split and rsplit. No separator: splits at white space. At most `most` splits; `most` < 0: no limit.
std::vector<Text> split(const Text& text, const std::optional<std::string>& separator, std::int64_t most);
std::vector<Text> split_from_right(const Text& text, const std::optional<std::string>& separator, std::int64_t most);
std::vector<Text> split_lines(const Text& text, bool keep_ends);
Text replace(const Text& text, std::string_view from, std::string_view to, std::int64_t most);
enum class Side : std::uint8_t { Left, Right, Both };
// Pads to `width` characters. `side` is where the text goes.
Text padded(const Text& text, std::size_t width, std::string_view fill, Side side);

std::string upper(const std::string& text);
std::string lower(const std::string& text);
std::string title(const std::string& text);          // str.title: upper case after a character without case
std::string title_filter(const std::string& text);   // Jinja's: upper case after a space and - ( { [ <
std::string capitalize(const std::string& text);
std::string swap_case(const std::string& text);
std::string escape_html(const std::string& text);

// str.isalpha and similar: true if the text is not empty and the test holds for each character.
using CharacterTest = bool (*)(char32_t);
bool every_character(std::string_view text, CharacterTest test);
bool is_letter(char32_t code);
bool is_digit(char32_t code);
bool is_numeric(char32_t code);
bool is_decimal(char32_t code);
bool is_alphanumeric(char32_t code);
bool has_case(std::string_view text, std::string (*change)(const std::string&));   // islower, isupper

// Python's int(text, base) and float(text).
std::optional<std::int64_t> parse_integer(std::string_view text, int base);
std::optional<double> parse_number(std::string_view text);

}   // namespace lift::jinja
