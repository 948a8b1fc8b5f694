#pragma once
// Python's work on texts, keeping track of where their bytes came from. Tensor-free. Private to core/jinja.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/jinja/value.h"

namespace lift::jinja {

bool is_white_space(char32_t code);   // str.isspace
std::size_t count_characters(std::string_view text);
std::vector<Text> characters_of(const Text& text);
// The characters [begin, end) of the text; both within it.
Text characters(const Text& text, std::size_t begin, std::size_t end);
// Where the character begins; the size of the text for one behind its end.
std::size_t place_of_character(std::string_view text, std::size_t index);

// Without the characters in `of` at its ends; nothing: white space.
Text strip(const Text& text, const std::optional<std::string>& of, bool left, bool right);
// str.split and rsplit: by white space when there is no separator; `most` < 0: all.
std::vector<Text> split(const Text& text, const std::optional<std::string>& separator, std::int64_t most);
std::vector<Text> split_from_right(const Text& text, const std::optional<std::string>& separator, std::int64_t most);
std::vector<Text> split_lines(const Text& text, bool keep_ends);
Text replace(const Text& text, std::string_view from, std::string_view to, std::int64_t most);
enum class Side : std::uint8_t { Left, Right, Both };
// Filled to `width` characters; Side: where the text goes.
Text padded(const Text& text, std::size_t width, std::string_view fill, Side side);

std::string upper(const std::string& text);
std::string lower(const std::string& text);
std::string title(const std::string& text);          // str.title: a capital behind whatever has no case
std::string title_filter(const std::string& text);   // Jinja's: a capital behind blanks, - ( { [ <
std::string capitalize(const std::string& text);
std::string swap_case(const std::string& text);
std::string escape_html(const std::string& text);

// str.isalpha and its kin; false for none.
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
