#pragma once
// Values of the chat-template language. A text remembers which of its bytes came from which message, through
// concatenation, trimming, slicing and splitting. Used by chat_template. Tensor-free.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/byte_span.h"
#include "core/base/sentence.h"

namespace lift::jinja {

struct Origin {
  ByteSpan span;
  std::int32_t message = 0;
};

struct Text {
  std::string bytes;
  std::vector<Origin> origins;   // ascending, without overlap

  void append(const Text& other);
  void append(std::string_view other) { bytes += other; }
  Text part(std::size_t begin, std::size_t end) const;
  // The same provenance for a text made of all of this one, where every byte had one.
  Text rewritten(std::string new_bytes) const;
};

struct Value;
struct Macro;   // of the program: see program.h
using List = std::vector<Value>;
using Dict = std::vector<std::pair<std::string, Value>>;   // in order of insertion

struct Undefined {
  std::string name;
};
struct None {};
struct Namespace {
  Dict fields;
};
struct Function {
  enum class Kind { Range, Namespace, Dict, RaiseException, Macro, Method, Cycle } kind = Kind::Range;
  std::string name;                     // Method: which
  std::shared_ptr<const Value> owner;   // Method: of what; Cycle: the loop
  const Macro* macro = nullptr;
};

struct Value {
  using Data = std::variant<Undefined, None, bool, std::int64_t, double, std::shared_ptr<const Text>,
                            std::shared_ptr<const List>, std::shared_ptr<const Dict>, std::shared_ptr<Namespace>,
                            std::shared_ptr<const Function>>;
  Data data = Undefined{};
  bool tuple = false;   // a list that prints with round brackets

  static Value undefined(std::string name) { return {Undefined{std::move(name)}}; }
  static Value none() { return {None{}}; }
  static Value of(bool value) { return {value}; }
  static Value of(std::int64_t value) { return {value}; }
  static Value of(double value) { return {value}; }
  static Value of(Text text) { return {std::make_shared<const Text>(std::move(text))}; }
  static Value of(std::string text) { return of(Text{std::move(text), {}}); }
  static Value of(List list) { return {std::make_shared<const List>(std::move(list))}; }
  static Value of(Dict dict) { return {std::make_shared<const Dict>(std::move(dict))}; }
  static Value of(Function function) { return {std::make_shared<const Function>(std::move(function))}; }
  static Value of(const nlohmann::json& json);

  bool is_undefined() const { return std::holds_alternative<Undefined>(data); }
  bool is_none() const { return std::holds_alternative<None>(data); }
  bool is_bool() const { return std::holds_alternative<bool>(data); }
  bool is_integer() const { return std::holds_alternative<std::int64_t>(data); }
  bool is_number() const { return is_bool() || is_integer() || std::holds_alternative<double>(data); }
  const Text* text() const { return pointer<const Text>(); }
  const List* list() const { return pointer<const List>(); }
  const Dict* dict() const { return pointer<const Dict>(); }
  Namespace* name_space() const { return pointer<Namespace>(); }
  const Function* function() const { return pointer<const Function>(); }

  std::int64_t integer() const;   // of a number
  double number() const;          // of a number
  bool truthy() const;
  Sentence kind() const;   // "a text", "a list", ...: for error sentences

 private:
  template <typename T>
  T* pointer() const {
    const auto* held = std::get_if<std::shared_ptr<T>>(&data);
    return held ? held->get() : nullptr;
  }
};

const Value* find(const Dict& dict, std::string_view key);
void put(Dict& dict, std::string_view key, Value value);

bool equal(const Value& left, const Value& right);
// Negative, 0, positive; nothing when the two have no order.
std::optional<int> compare(const Value& left, const Value& right);

Text to_text(const Value& value);          // as {{ value }} prints it
std::string to_repr(const Value& value);   // as inside a printed list
std::string to_json(const Value& value, int indent = -1, int depth = 0);

}   // namespace lift::jinja
