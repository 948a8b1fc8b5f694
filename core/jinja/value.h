#pragma once
// Values of the chat template language: Python's, as far as templates can tell. Only namespaces, loops and iterators
// can change after they are made, as in transformers' immutable sandbox. Tensor-free.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/sentence.h"
#include "core/jinja/text.h"

namespace lift::jinja {

struct Value;
class Dict;        // dict.h
class LoopState;   // loop.h
using List = std::vector<Value>;

struct Undefined {
  std::string name;
};
struct None {};
// An integer of more than 64 bits: printed as it was written; arithmetic on it is refused.
struct LongNumber {
  std::string digits;
};
struct Namespace {
  std::vector<std::pair<std::string, Value>> fields;
};
// The counterpart of a Python generator: its items can be read once.
struct Iterator {
  List items;
  std::size_t next = 0;
};
// State of cycler(...) and joiner(...).
struct Turner {
  List items;
  std::size_t turn = 0;
};
struct Function {
  enum class Kind : std::uint8_t { Global, Macro, Method, LoopMethod, TurnerMethod, Joiner } kind = Kind::Global;
  std::string name;
  std::shared_ptr<const Value> owner;   // the object, for a method
  std::size_t macro = 0;                // index into the evaluator's macros_
};

// Which of Python's list-like types a list stands for.
enum class Shape : std::uint8_t { List, Tuple, Range, Keys, Values, Items, Group };

struct Value {
  using Data = std::variant<Undefined, None, bool, std::int64_t, double, std::shared_ptr<const Text>,
                            std::shared_ptr<const List>, std::shared_ptr<const Dict>, std::shared_ptr<Namespace>,
                            std::shared_ptr<const Function>, std::shared_ptr<Iterator>, std::shared_ptr<LoopState>,
                            std::shared_ptr<Turner>, std::shared_ptr<const LongNumber>>;
  Data data = Undefined{};
  Shape shape = Shape::List;   // of a list
  bool markup = false;         // text made by |safe or |escape: + escapes the other operand
  std::uint16_t depth = 0;     // nesting of containers
  std::uint32_t weight = 1;    // total of bytes and items, to bound the work on a value
  std::int32_t turn = -1;      // index of the message that this value is; -1: not a message

  static Value undefined(std::string name) { return Value{Undefined{std::move(name)}}; }
  static Value none() { return Value{None{}}; }
  static Value of(bool value) { return Value{value}; }
  static Value of(std::int64_t value) { return Value{value}; }
  static Value of(double value) { return Value{value}; }
  static Value of(Text text);
  static Value of(std::string text) { return of(Text{std::move(text), {}}); }
  static Value of(const char* text) { return of(std::string(text)); }
  static Value of(List list, Shape shape = Shape::List);
  static Value of(Dict dict);
  static Value of(Function function);
  static Value of(const nlohmann::ordered_json& json);   // keeps the order of keys
  static Value iterator(List items);
  static Value long_number(std::string digits);

  bool is_undefined() const { return std::holds_alternative<Undefined>(data); }
  bool is_none() const { return std::holds_alternative<None>(data); }
  bool is_bool() const { return std::holds_alternative<bool>(data); }
  bool is_integer() const { return std::holds_alternative<std::int64_t>(data); }
  bool is_real() const { return std::holds_alternative<double>(data); }
  bool is_number() const { return is_bool() || is_integer() || is_real(); }
  bool is_whole() const { return is_bool() || is_integer(); }   // counts as int in Python
  bool is_true(bool which) const { return is_bool() && std::get<bool>(data) == which; }
  const Text* text() const { return pointer<const Text>(); }
  const List* list() const { return pointer<const List>(); }
  const Dict* dict() const { return pointer<const Dict>(); }
  Namespace* name_space() const { return pointer<Namespace>(); }
  const Function* function() const { return pointer<const Function>(); }
  Iterator* iterator() const { return pointer<Iterator>(); }
  LoopState* loop() const { return pointer<LoopState>(); }
  Turner* turner() const { return pointer<Turner>(); }
  const LongNumber* long_number() const { return pointer<const LongNumber>(); }
  bool is_tuple() const { return list() && (shape == Shape::Tuple || shape == Shape::Group); }

  std::int64_t integer() const;   // of a number
  double number() const;          // of a number
  bool truthy() const;
  Sentence kind() const;   // "a text", "a list", ...: for error messages

 private:
  template <typename T>
  T* pointer() const {
    const auto* held = std::get_if<std::shared_ptr<T>>(&data);
    return held ? held->get() : nullptr;
  }
};

bool equal(const Value& left, const Value& right);
// Negative, 0 or positive; std::nullopt when the two can't be ordered.
std::optional<int> compare(const Value& left, const Value& right);
// std::nullopt for values that can't be keys: lists and mappings.
std::optional<std::size_t> hash_of(const Value& value);

}   // namespace lift::jinja
