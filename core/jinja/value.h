#pragma once
// Values of the chat-template language: Python's, as far as templates see them. All but namespaces, loops and
// iterators never change once made, as in transformers' immutable sandbox. Tensor-free.
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
// A whole number of more than 64 bits: it is written as it was read, and nothing is counted with it.
struct LongNumber {
  std::string digits;
};
struct Namespace {
  std::vector<std::pair<std::string, Value>> fields;
};
// What a generator of Python is here: its items are handed out once.
struct Iterator {
  List items;
  std::size_t next = 0;
};
// cycler(...) and joiner(...).
struct Turner {
  List items;
  std::size_t turn = 0;
};
struct Function {
  enum class Kind : std::uint8_t { Global, Macro, Method, LoopMethod, TurnerMethod, Joiner } kind = Kind::Global;
  std::string name;
  std::shared_ptr<const Value> owner;   // of a method
  std::size_t macro = 0;                // index of the evaluator's list
};

// What kind of list of Python it is.
enum class Shape : std::uint8_t { List, Tuple, Range, Keys, Values, Items, Group };

struct Value {
  using Data = std::variant<Undefined, None, bool, std::int64_t, double, std::shared_ptr<const Text>,
                            std::shared_ptr<const List>, std::shared_ptr<const Dict>, std::shared_ptr<Namespace>,
                            std::shared_ptr<const Function>, std::shared_ptr<Iterator>, std::shared_ptr<LoopState>,
                            std::shared_ptr<Turner>, std::shared_ptr<const LongNumber>>;
  Data data = Undefined{};
  Shape shape = Shape::List;   // of a list
  bool markup = false;         // a text that |safe or |escape made: + escapes what is put beside it
  std::uint16_t depth = 0;     // how many containers are inside each other
  std::uint32_t weight = 1;    // bytes and items in all, so that no work on a value takes too long
  std::int32_t turn = -1;      // a message of the conversation: which

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
  bool is_whole() const { return is_bool() || is_integer(); }   // counts as int
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
  Sentence kind() const;   // "a text", "a list", ...: for error sentences

 private:
  template <typename T>
  T* pointer() const {
    const auto* held = std::get_if<std::shared_ptr<T>>(&data);
    return held ? held->get() : nullptr;
  }
};

bool equal(const Value& left, const Value& right);
// Negative, 0, positive; nothing when the two have no order.
std::optional<int> compare(const Value& left, const Value& right);
// Nothing for what can't be the key of a mapping: a list, a mapping.
std::optional<std::size_t> hash_of(const Value& value);

}   // namespace lift::jinja
