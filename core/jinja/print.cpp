#include "core/jinja/print.h"

#include <cmath>

#include <fmt/format.h>
#include <utf8proc.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/dict.h"

namespace lift::jinja {

namespace {

bool is_printable(char32_t code) {   // Python's str.isprintable, by utf8proc's categories
  if (code == ' ') return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS: return false;
    default: return true;
  }
}

std::string escaped(char32_t code) {
  if (code == '\n') return "\\n";
  if (code == '\r') return "\\r";
  if (code == '\t') return "\\t";
  const auto number = static_cast<std::uint32_t>(code);
  if (number < 0x100) return fmt::format("\\x{:02x}", number);
  return number < 0x10000 ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

Error no_form(const Value& value) {
  return make_error(
      ErrorCode::Unsupported, Sentence(),
      say("expected something to print, found {}, whose form in Python this program lacks", value.kind()));
}

Status append_items(const List& list, std::string& out) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    LIFT_ASSIGN(const std::string item, to_repr(list[i]));
    (out += i ? ", " : "") += item;
  }
  return {};
}

Result<std::string> list_repr(const Value& value) {
  const List& list = *value.list();
  std::string out;
  LIFT_RETURN_IF_ERROR(append_items(list, out));
  switch (value.shape) {
    case Shape::List: return '[' + out + ']';
    case Shape::Keys: return "dict_keys([" + out + "])";
    case Shape::Values: return "dict_values([" + out + "])";
    case Shape::Items: return "dict_items([" + out + "])";
    case Shape::Range: return no_form(value);   // its bounds are not kept
    default: return '(' + out + (list.size() == 1 ? ",)" : ")");
  }
}

Result<std::string> dict_repr(const Dict& dict) {
  std::string out = "{";
  for (const auto& [key, item] : dict.entries()) {
    LIFT_ASSIGN(const std::string name, to_repr(key));
    LIFT_ASSIGN(const std::string shown, to_repr(item));
    ((out += out.size() > 1 ? ", " : "") += name) += ": " + shown;
  }
  return out + '}';
}

}   // namespace

std::string repr_of_number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == std::floor(value) && std::abs(value) < 1e16) return fmt::format("{:.1f}", value);
  return fmt::format("{}", value);
}

std::string repr_of_text(const std::string& text) {
  const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    if (character.code == '\\' || character.code == static_cast<char32_t>(quote)) (out += '\\') += text[at];
    else if (is_printable(character.code)) out.append(text, at, character.bytes);
    else out += escaped(character.code);
    at += character.bytes;
  }
  return out + quote;
}

Result<Text> to_text(const Value& value) {
  if (value.text()) return *value.text();
  if (value.is_undefined()) return Text{};
  LIFT_ASSIGN(std::string shown, to_repr(value));
  return Text{std::move(shown), {}};
}

Result<std::string> to_repr(const Value& value) {
  if (value.is_undefined()) return std::string("Undefined");
  if (value.is_none()) return std::string("None");
  if (value.is_bool()) return std::string(value.truthy() ? "True" : "False");
  if (value.is_integer()) return std::to_string(value.integer());
  if (value.is_number()) return repr_of_number(value.number());
  if (value.long_number()) return value.long_number()->digits;
  if (value.text())
    return value.markup ? "Markup(" + repr_of_text(value.text()->bytes) + ")" : repr_of_text(value.text()->bytes);
  if (value.list()) return list_repr(value);
  if (value.dict()) return dict_repr(*value.dict());
  if (const Function* function = value.function(); function && function->kind == Function::Kind::Macro)
    return "<Macro " + repr_of_text(function->name) + ">";
  return no_form(value);
}

std::string short_repr(const Value& value) {
  const auto shown = to_repr(value);
  if (!shown.ok()) return value.kind().text();
  constexpr std::size_t longest = 60;
  if (shown->size() <= longest) return *shown;
  return repair_utf8(std::string_view(*shown).substr(0, longest)) + "...";
}

}   // namespace lift::jinja
