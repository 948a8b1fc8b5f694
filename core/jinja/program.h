#pragma once
// A parsed chat template. Made by parse_program, run by run_program. Used by chat_template. Tensor-free.
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/jinja/value.h"

namespace lift::jinja {

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct Argument {
  std::string name;   // empty: by position
  NodePtr value;
};

struct Node {
  enum class Kind {
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
    Negative,
    Binary,        // children[0] name children[1]: + - * / // % ** ~ and or == != < <= > >= in "not in"
    Conditional,   // children: value, condition, otherwise (may be null)
    // statements
    Data,              // value: literal text
    Output,            // children[0]
    If,                // children[0]: condition; body, otherwise
    For,               // names in children[0] (if children[1]); body, otherwise
    Set,               // names = children[0]; name: the field of a namespace, "ns.field" when names has two and flag
    SetBlock,          // names[0]: body
    MacroDefinition,   // name, arguments (default values), body
    Group,             // body
    Break,
    Continue,
  } kind = Kind::Constant;
  int line = 1;
  std::string name;
  std::vector<std::string> names;
  Value value;
  bool flag = false;
  std::vector<NodePtr> children;
  std::vector<Argument> arguments;
  std::vector<NodePtr> body, otherwise;
};

struct Macro {
  const Node* definition;
};

// Errors: Malformed for what is not Jinja, Unsupported for constructs beyond our subset; both name the line.
Result<NodePtr> parse_program(const std::string& source, const std::string& subject);

// Errors: InvalidArgument when the template itself refuses (raise_exception) or works on something undefined;
// Unsupported for functions we do not have; Malformed when it runs too long or writes too much.
Result<Text> run_program(const Node& program, Dict globals, const std::string& subject);

}   // namespace lift::jinja
