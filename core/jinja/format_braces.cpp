// '{} and {name:>8}'.format(a, name=b), as the sandbox allows it.
#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

class BraceFormat {
 public:
  BraceFormat(const Text& pattern, const Arguments& arguments) : pattern_(pattern), arguments_(arguments) {}

  Result<Text> run() { return filled(pattern_, 2); }

 private:
  Result<Text> filled(const Text& pattern, int deepest) {
    Text out;
    const std::string& bytes = pattern.bytes;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t next = std::min(bytes.find_first_of("{}", at), bytes.size());
      out.append(pattern.part(at, next));
      if (next == bytes.size()) break;
      if (next + 1 < bytes.size() && bytes[next + 1] == bytes[next]) {   // {{ or }}
        out.append(pattern.part(next, next + 1));
        at = next + 2;
        continue;
      }
      const std::size_t end = bytes[next] == '{' ? end_of_gap(bytes, next) : std::string::npos;
      if (end == std::string::npos || deepest == 0)
        return refuse(say("format: expected braces in pairs, found one alone"));
      LIFT_ASSIGN(const Text text, gap(bytes.substr(next + 1, end - next - 1), deepest));
      out.append(text);
      if (out.bytes.size() > kMostOutput)
        return refuse(say("expected at most {} bytes of text, found more", kMostOutput));
      at = end + 1;
    }
    return out;
  }

  static std::size_t end_of_gap(const std::string& bytes, std::size_t begin) {
    int open = 0;
    for (std::size_t at = begin; at < bytes.size(); ++at) {
      open += bytes[at] == '{' ? 1 : bytes[at] == '}' ? -1 : 0;
      if (open == 0) return at;
    }
    return std::string::npos;
  }

  // name[!r][:specification]
  Result<Text> gap(const std::string& inside, int deepest) {
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    const std::size_t bang = std::min(inside.substr(0, colon).find('!'), colon);
    LIFT_ASSIGN(Value value, field(inside.substr(0, bang)));
    if (bang < colon) {
      const std::string how = inside.substr(bang + 1, colon - bang - 1);
      if (how != "r" && how != "s") return refuse(say("format: expected !r or !s, found !{}", how));
      LIFT_ASSIGN(Text text, how == "s" ? to_text(value) : repr(value));
      value = Value::of(std::move(text));
    }
    const std::string specification = colon < inside.size() ? inside.substr(colon + 1) : "";
    LIFT_ASSIGN(const Text form, filled({specification, {}}, deepest - 1));
    return format_value(value, form.bytes);
  }

  static Result<Text> repr(const Value& value) {
    LIFT_ASSIGN(std::string shown, to_repr(value));
    return Text{std::move(shown), {}};
  }

  Result<Value> first_value(const std::string& name) {
    const auto number = name.empty() ? std::optional<std::int64_t>() : parse_integer(name, 10);
    const bool counted = name.empty();
    if (!counted && !number) {
      const Value* found = arguments_.named_value(name);
      if (!found) return refuse(say("format: expected a value called {}, found none", name));
      return *found;
    }
    if ((counted && numbered_) || (number && counting_))
      return refuse(say("format: expected gaps with numbers or without, found both"));
    (counted ? counting_ : numbered_) = true;
    const std::size_t place = counted ? next_++ : static_cast<std::size_t>(std::max<std::int64_t>(0, *number));
    if (place >= arguments_.positional.size())
      return refuse(say("format: expected a value for every gap, found too few"));
    return arguments_.positional[place];
  }

  // a.b[c]: attributes and items of a value.
  Result<Value> field(const std::string& path) {
    std::size_t at = std::min(path.find_first_of(".["), path.size());
    LIFT_ASSIGN(Value value, first_value(path.substr(0, at)));
    while (at < path.size()) {
      if (value.is_undefined()) return expected("format", say("something with attributes"), value);
      const bool attribute = path[at] == '.';
      const std::size_t end = attribute ? std::min(path.find_first_of(".[", at + 1), path.size()) : path.find(']', at);
      if (end == std::string::npos || end == at + 1)
        return refuse(say("format: expected a name between . [ and ], found none"));
      const std::string name = path.substr(at + 1, end - at - 1);
      const auto index = attribute ? std::nullopt : parse_integer(name, 10);
      value = attribute ? attribute_of(value, name) : item_of(value, index ? Value::of(*index) : Value::of(name));
      at = attribute ? end : end + 1;
    }
    return value;
  }

  const Text& pattern_;
  const Arguments& arguments_;
  std::size_t next_ = 0;
  bool counting_ = false, numbered_ = false;
};

}   // namespace

Result<Text> format_braces(const Text& pattern, const Arguments& arguments) {
  return BraceFormat(pattern, arguments).run();
}

}   // namespace lift::jinja
