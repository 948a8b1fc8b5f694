#pragma once
// A parsed chat template: parse_program makes it, run_program runs it. Used by chat_template. Tensor-free.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/jinja/dict.h"   // values are made of whole mappings

namespace lift::jinja {

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct Argument {
  enum class Kind : std::uint8_t {
    Position,
    Name,
    List,
    Mapping
  } kind = Kind::Position;   // List: *value, Mapping: **value
  std::string name;
  NodePtr value;
};

struct Node {
  enum class Kind : std::uint8_t {
    // expressions
    Constant,      // value
    Name,          // name
    ListLiteral,   // children; flag: a tuple
    DictLiteral,   // children: key, value, key, value ...
    Attribute,     // children[0] . name
    Subscript,     // children[0] [children[1]]
    Slice,         // children[0] [children[1] : children[2] : children[3]], absent ones are null
    Call,          // children[0] (arguments)
    Filter,        // children[0] | name(arguments)
    Test,          // children[0] is name(arguments); flag: "is not"
    Not,           // children[0]
    Negative,      // -children[0]
    Positive,      // +children[0]
    Binary,        // children[0] name children[1]: + - * / // % ** ~ and or
    Comparison,    // children[0] names[0] children[1] names[1] children[2] ...: == != < <= > >= in "not in"
    Conditional,   // children: value, condition, otherwise (may be null)
    Field,         // as an assignment target: field `name` of the namespace names[0]
    // statements
    Data,              // value: literal text
    Output,            // children, one after another
    If,                // children[0]: condition; body, otherwise
    For,               // children: target, list, condition (may be null); flag: recursive; body, otherwise
    Set,               // children[0] = children[1]
    SetBlock,          // children[0] = body | arguments[...].value as filters
    With,              // children: target, value, target, value ...; body
    FilterBlock,       // body, passed through the filters
    MacroDefinition,   // name, arguments (default values), body, traits
    CallBlock,         // children[0]: the call; arguments: of the caller; body
    Generation,        // body: text that transformers marks as trainable
    Group,             // body
    Break,
    Continue,
  } kind = Kind::Constant;
  int line = 1;
  int height = 1;   // height of an expression's tree
  bool flag = false;
  bool takes_more = false, takes_named = false, has_caller = false;   // a macro's body uses varargs, kwargs, caller
  std::string name;
  std::vector<std::string> names;
  Value value;
  std::vector<NodePtr> children;
  std::vector<Argument> arguments;
  std::vector<NodePtr> body, otherwise;
};

// The words that a template mentions, so that its caller can tell which inputs it ignores.
struct Mentions {
  std::vector<std::string> words;   // names, attributes and string literals in its tags, each once
  bool generation = false;          // it has a {% generation %} block
};

struct Program {
  std::vector<NodePtr> body;
  Mentions mentions;
};

// Errors: Malformed when it is not Jinja, Unsupported for constructs that are not implemented; both with the line.
Result<Program> parse_program(const std::string& source, const std::string& subject);

struct Globals {
  std::vector<std::pair<std::string, Value>> variables;
  std::string date;   // see ChatRenderOptions
};

// Errors: InvalidArgument when the template calls raise_exception or does what Python refuses, such as using something
// undefined; Unsupported for what is not implemented; Malformed when it exceeds the limits on steps or output.
Result<Text> run_program(const Program& program, Globals globals, const std::string& subject);

}   // namespace lift::jinja
