// Expressions, from the loosest binding to the tightest: a if b else c, or, and, not, comparisons, + -, ~, * / // %,
// unary signs, **, then calls, subscripts, filters and tests.
#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/parser.h"

namespace lift::jinja {

namespace {

using Kind = Node::Kind;

const std::array<std::vector<std::string_view>, 3>& binary_levels() {
  static const std::array<std::vector<std::string_view>, 3> levels{{{"+", "-"}, {"~"}, {"*", "/", "//", "%"}}};
  return levels;
}

}   // namespace

Result<NodePtr> Parser::expression(bool with_condition) {
  const Depth nested(depth_);
  LIFT_RETURN_IF_ERROR(check_depth());
  return with_condition ? conditional() : disjunction();
}

Result<NodePtr> Parser::tuple_or_expression(bool with_condition) {
  LIFT_ASSIGN(NodePtr first, expression(with_condition));
  if (!at_operator(",")) return first;
  NodePtr tuple = make(Kind::ListLiteral, std::move(first));
  tuple->flag = true;
  while (take_operator(",")) {
    if (at(LexToken::Kind::BlockEnd) || at(LexToken::Kind::VariableEnd)) break;
    LIFT_ASSIGN(NodePtr next, expression(with_condition));
    tuple->children.push_back(std::move(next));
  }
  return tuple;
}

Result<NodePtr> Parser::conditional() {
  LIFT_ASSIGN(NodePtr value, disjunction());
  while (take_name("if")) {
    LIFT_ASSIGN(NodePtr condition, disjunction());
    NodePtr node = make(Kind::Conditional, std::move(value), std::move(condition));
    NodePtr otherwise;
    if (take_name("else")) {
      LIFT_ASSIGN(otherwise, expression());
    }
    node->children.push_back(std::move(otherwise));
    value = std::move(node);
  }
  return value;
}

Result<NodePtr> Parser::disjunction() {
  LIFT_ASSIGN(NodePtr left, conjunction());
  while (take_name("or")) {
    LIFT_ASSIGN(NodePtr right, conjunction());
    left = make(Kind::Binary, std::move(left), std::move(right));
    left->name = "or";
  }
  return left;
}

Result<NodePtr> Parser::conjunction() {
  LIFT_ASSIGN(NodePtr left, negation());
  while (take_name("and")) {
    LIFT_ASSIGN(NodePtr right, negation());
    left = make(Kind::Binary, std::move(left), std::move(right));
    left->name = "and";
  }
  return left;
}

Result<NodePtr> Parser::negation() {
  if (!at_name("not")) return comparison();
  const Depth nested(depth_);
  LIFT_RETURN_IF_ERROR(check_depth());
  take();
  LIFT_ASSIGN(NodePtr value, negation());
  return make(Kind::Not, std::move(value));
}

Result<NodePtr> Parser::comparison() {
  constexpr std::array<std::string_view, 6> operators{"==", "!=", "<=", ">=", "<", ">"};
  LIFT_ASSIGN(NodePtr left, binary(0));
  bool any = false;
  while (true) {
    std::string name;
    if (at(LexToken::Kind::Operator) && std::ranges::find(operators, here().text) != operators.end())
      name = here().text;
    else if (at_name("in")) name = "in";
    else if (at_name("not") && ahead().kind == LexToken::Kind::Name && ahead().text == "in") name = "not in";
    if (name.empty()) return left;
    if (any) return beyond(say("a chain of comparisons (a < b < c)"));
    any = true;
    take();
    if (name == "not in") take();
    LIFT_ASSIGN(NodePtr right, binary(0));
    left = make(Kind::Binary, std::move(left), std::move(right));
    left->name = name;
  }
}

Result<NodePtr> Parser::binary(int level) {
  if (level == static_cast<int>(binary_levels().size())) return power();
  LIFT_ASSIGN(NodePtr left, binary(level + 1));
  const auto& operators = binary_levels()[static_cast<std::size_t>(level)];
  while (at(LexToken::Kind::Operator) && std::ranges::find(operators, here().text) != operators.end()) {
    const std::string name = take().text;
    LIFT_ASSIGN(NodePtr right, binary(level + 1));
    left = make(Kind::Binary, std::move(left), std::move(right));
    left->name = name;
  }
  return left;
}

Result<NodePtr> Parser::power() {
  LIFT_ASSIGN(NodePtr left, unary());
  while (take_operator("**")) {
    LIFT_ASSIGN(NodePtr right, unary());
    left = make(Kind::Binary, std::move(left), std::move(right));
    left->name = "**";
  }
  return left;
}

Result<NodePtr> Parser::unary(bool with_filter) {
  const Depth nested(depth_);
  LIFT_RETURN_IF_ERROR(check_depth());
  NodePtr node;
  if (at_operator("-") || at_operator("+")) {
    const bool negative = take().text == "-";
    LIFT_ASSIGN(node, unary(false));
    if (negative) node = make(Kind::Negative, std::move(node));
  } else {
    LIFT_ASSIGN(NodePtr first, primary());
    LIFT_ASSIGN(node, postfix(std::move(first)));
  }
  if (!with_filter) return node;
  return filters_and_tests(std::move(node));
}

Result<NodePtr> Parser::primary() {
  NodePtr node = make(Kind::Constant);
  switch (here().kind) {
    case LexToken::Kind::Name: {
      const std::string name = take().text;
      if (name == "true" || name == "True") node->value = Value::of(true);
      else if (name == "false" || name == "False") node->value = Value::of(false);
      else if (name == "none" || name == "None") node->value = Value::none();
      else node->kind = Kind::Name, node->name = name;
      return node;
    }
    case LexToken::Kind::String: {
      std::string text = take().text;
      while (at(LexToken::Kind::String)) text += take().text;
      node->value = Value::of(std::move(text));
      return node;
    }
    case LexToken::Kind::Integer:
      node->value = Value::of(static_cast<std::int64_t>(std::stoll(take().text)));
      return node;
    case LexToken::Kind::Float: node->value = Value::of(std::stod(take().text)); return node;
    default: break;
  }
  if (at_operator("(")) return bracketed();
  if (at_operator("[")) return list_literal();
  if (at_operator("{")) return dict_literal();
  return problem(say("expected an expression, found {}", found()));
}

Result<NodePtr> Parser::bracketed() {
  take();
  NodePtr tuple = make(Kind::ListLiteral);
  tuple->flag = true;
  bool comma = false;
  while (!take_operator(")")) {
    LIFT_ASSIGN(NodePtr item, expression());
    tuple->children.push_back(std::move(item));
    if (take_operator(",")) comma = true;
    else if (!at_operator(")")) return problem(say("expected \")\", found {}", found()));
  }
  if (tuple->children.size() == 1 && !comma) return std::move(tuple->children[0]);
  return tuple;
}

Result<NodePtr> Parser::list_literal() {
  take();
  NodePtr list = make(Kind::ListLiteral);
  while (!take_operator("]")) {
    LIFT_ASSIGN(NodePtr item, expression());
    list->children.push_back(std::move(item));
    if (!at_operator("]")) LIFT_RETURN_IF_ERROR(expect_operator(","));
  }
  return list;
}

Result<NodePtr> Parser::dict_literal() {
  take();
  NodePtr dict = make(Kind::DictLiteral);
  while (!take_operator("}")) {
    LIFT_ASSIGN(NodePtr key, expression());
    LIFT_RETURN_IF_ERROR(expect_operator(":"));
    LIFT_ASSIGN(NodePtr value, expression());
    dict->children.push_back(std::move(key));
    dict->children.push_back(std::move(value));
    if (!at_operator("}")) LIFT_RETURN_IF_ERROR(expect_operator(","));
  }
  return dict;
}

Result<NodePtr> Parser::postfix(NodePtr node) {
  while (true) {
    if (take_operator(".")) {
      node = make(Kind::Attribute, std::move(node));
      if (at(LexToken::Kind::Integer)) return beyond(say("an attribute that is a number"));
      LIFT_ASSIGN(node->name, expect_name(say("the name of an attribute")));
    } else if (at_operator("[")) {
      LIFT_ASSIGN(node, subscript(std::move(node)));
    } else if (at_operator("(")) {
      node = make(Kind::Call, std::move(node));
      LIFT_RETURN_IF_ERROR(arguments(node->arguments));
    } else {
      return node;
    }
  }
}

Result<NodePtr> Parser::subscript(NodePtr node) {
  take();
  std::vector<NodePtr> parts(3);
  std::size_t part = 0;
  while (!at_operator("]")) {
    if (take_operator(":")) {
      if (++part == parts.size()) return problem(say("expected at most two colons in a slice, found more"));
      continue;
    }
    if (parts[part]) return problem(say("expected \"]\", found {}", found()));
    LIFT_ASSIGN(parts[part], expression());
  }
  take();
  if (part == 0 && !parts[0]) return problem(say("expected something between [ and ], found nothing"));
  if (part == 0) return make(Kind::Subscript, std::move(node), std::move(parts[0]));
  NodePtr slice = make(Kind::Slice, std::move(node));
  for (NodePtr& bound : parts) slice->children.push_back(std::move(bound));
  return slice;
}

Result<NodePtr> Parser::filters_and_tests(NodePtr node) {
  while (true) {
    if (take_operator("|")) {
      LIFT_ASSIGN(node, filter(std::move(node)));
    } else if (take_name("is")) {
      LIFT_ASSIGN(node, test(std::move(node)));
    } else if (at_operator("(")) {
      node = make(Kind::Call, std::move(node));
      LIFT_RETURN_IF_ERROR(arguments(node->arguments));
    } else {
      return node;
    }
  }
}

Result<NodePtr> Parser::filter(NodePtr node) {
  NodePtr out = make(Kind::Filter, std::move(node));
  if (at(LexToken::Kind::Name) && !is_known_filter(here().text)) return beyond(say("the filter {}", here().text));
  LIFT_ASSIGN(out->name, expect_name(say("the name of a filter")));
  if (at_operator("(")) LIFT_RETURN_IF_ERROR(arguments(out->arguments));
  return out;
}

bool Parser::starts_test_argument() const {
  using Lex = LexToken::Kind;
  if (at(Lex::String) || at(Lex::Integer) || at(Lex::Float)) return true;
  if (at(Lex::Operator)) return here().text == "[" || here().text == "{";
  constexpr std::array<std::string_view, 6> words{"else", "or", "and", "is", "if", "in"};
  return at(Lex::Name) && here().text != "not" && std::ranges::find(words, here().text) == words.end();
}

Result<NodePtr> Parser::test(NodePtr node) {
  NodePtr out = make(Kind::Test, std::move(node));
  out->flag = take_name("not");
  if (at(LexToken::Kind::Name) && !is_known_test(here().text)) return beyond(say("the test {}", here().text));
  LIFT_ASSIGN(out->name, expect_name(say("the name of a test")));
  if (at_operator("(")) {
    LIFT_RETURN_IF_ERROR(arguments(out->arguments));
  } else if (starts_test_argument()) {
    LIFT_ASSIGN(NodePtr first, primary());
    LIFT_ASSIGN(NodePtr value, postfix(std::move(first)));
    out->arguments.push_back({"", std::move(value)});
  }
  return out;
}

Status Parser::arguments(std::vector<Argument>& out) {
  take();
  while (!take_operator(")")) {
    Argument argument;
    if (at_operator("*") || at_operator("**")) return beyond(say("unpacked arguments (*args)"));
    const bool named = at(LexToken::Kind::Name) && ahead().kind == LexToken::Kind::Operator && ahead().text == "=";
    if (named) {
      argument.name = take().text;
      take();
    }
    LIFT_ASSIGN(argument.value, expression());
    out.push_back(std::move(argument));
    if (!at_operator(")")) LIFT_RETURN_IF_ERROR(expect_operator(","));
  }
  return {};
}

}   // namespace lift::jinja
