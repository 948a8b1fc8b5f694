// JSON as Python's json.dumps writes it.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/dict.h"
#include "core/jinja/print.h"

namespace lift::jinja {

namespace {

void append_unit(std::string& out, std::uint32_t unit) { out += fmt::format("\\u{:04x}", unit); }

void append_ascii(std::string& out, char32_t code) {
  if (code < 0x10000) return append_unit(out, static_cast<std::uint32_t>(code));
  const auto rest = static_cast<std::uint32_t>(code) - 0x10000;
  append_unit(out, 0xD800 + (rest >> 10));
  append_unit(out, 0xDC00 + (rest & 0x3FF));
}

std::string quoted(const std::string& text, bool ascii) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    switch (character.code) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '\f': out += "\\f"; break;
      case '\b': out += "\\b"; break;
      default:
        if (character.code < 0x20 || (ascii && character.code > 0x7E)) append_ascii(out, character.code);
        else out.append(text, at, character.bytes);
    }
    at += character.bytes;
  }
  return out + '"';
}

std::string number_text(const Value& value) {
  if (!value.is_real()) return std::to_string(value.integer());
  std::string text = repr_of_number(value.number());
  if (text == "nan") return "NaN";
  if (text == "inf") return "Infinity";
  return text == "-inf" ? "-Infinity" : text;
}

Error no_form(const Value& value) {
  return make_error(ErrorCode::InvalidArgument, Sentence(),
                    say("tojson: expected texts, numbers, lists and mappings, found {}", value.kind()));
}

class JsonWriter {
 public:
  explicit JsonWriter(const JsonStyle& style) : style_(style) {}

  Status write(const Value& value) {
    if (value.is_none()) return put("null");
    if (value.is_bool()) return put(value.truthy() ? "true" : "false");
    if (value.is_number()) return put(number_text(value));
    if (value.long_number()) return put(value.long_number()->digits);
    if (const Text* text = value.text()) {
      out_.append(text->rewritten(quoted(text->bytes, style_.ascii)));
      return {};
    }
    const bool is_list = value.list() && (value.shape == Shape::List || value.is_tuple());
    if (is_list) return write_list(*value.list());
    return value.dict() ? write_dict(*value.dict()) : Status(no_form(value));
  }
  Text take() { return std::move(out_); }

 private:
  Status put(std::string_view text) {
    out_.append(text);
    return {};
  }
  void start_line() {
    if (!style_.indent) return;
    out_.append("\n");
    for (int i = 0; i < level_; ++i) out_.append(*style_.indent);
  }
  void start_item(bool first) {
    if (!first) out_.append(style_.between);
    start_line();
  }

  Status write_list(const List& list) {
    if (list.empty()) return put("[]");
    out_.append("[");
    ++level_;
    for (std::size_t i = 0; i < list.size(); ++i) {
      start_item(i == 0);
      LIFT_RETURN_IF_ERROR(write(list[i]));
    }
    --level_;
    start_line();
    return put("]");
  }

  Result<std::string> key_text(const Value& key) const {
    if (key.text()) return key.text()->bytes;
    if (key.is_bool()) return std::string(key.truthy() ? "true" : "false");
    if (key.is_none()) return std::string("null");
    if (key.is_number()) return number_text(key);
    return no_form(key);
  }

  Status write_dict(const Dict& dict) {
    if (dict.empty()) return put("{}");
    Dict::Entries entries = dict.entries();
    if (style_.sort_keys) {
      for (const auto& entry : entries)
        if (!compare(entry.first, entries[0].first)) return no_form(entry.first);
      std::ranges::stable_sort(entries, [](const auto& a, const auto& b) { return *compare(a.first, b.first) < 0; });
    }
    out_.append("{");
    ++level_;
    bool first = true;
    for (const auto& [key, item] : entries) {
      start_item(first);
      first = false;
      LIFT_ASSIGN(const std::string name, key_text(key));
      out_.append(quoted(name, style_.ascii) + style_.behind_key);
      LIFT_RETURN_IF_ERROR(write(item));
    }
    --level_;
    start_line();
    return put("}");
  }

  const JsonStyle& style_;
  Text out_;
  int level_ = 0;
};

}   // namespace

Result<Text> to_json(const Value& value, const JsonStyle& style) {
  JsonWriter writer(style);
  LIFT_RETURN_IF_ERROR(writer.write(value));
  return writer.take();
}

}   // namespace lift::jinja
