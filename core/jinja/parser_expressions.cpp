// Expressions, from the loosest binding to the tightest: a if b else c, or, and, not, comparisons, + -, ~, * / // %,
// **, signs, then calls, subscripts, filters and tests.
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

bool Parser::ends_tuple() const {
  using Lex = LexToken::Kind;
  return at(Lex::BlockEnd) || at(Lex::VariableEnd) || at_operator(")");
}

Result<NodePtr> Parser::tuple_or_expression(bool with_condition) {
  LIFT_ASSIGN(NodePtr first, expression(with_condition));
  if (!at_operator(",")) return first;
  NodePtr tuple = make(Kind::ListLiteral, std::move(first));
  tuple->flag = true;
  while (take_operator(",")) {
    if (ends_tuple()) break;
    LIFT_ASSIGN(NodePtr next, expression(with_condition));
    tuple->children.push_back(std::move(next));
  }
  return tuple;
}

Result<NodePtr> Parser::conditional() {
  LIFT_ASSIGN(NodePtr value, disjunction());
  while (take_name("if")) {
    const Branch branch(in_branch_, true);
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

// The comparison that begins here, or an empty text.
std::string_view Parser::comparison_here() const {
  constexpr std::array<std::string_view, 6> operators{"==", "!=", "<=", ">=", "<", ">"};
  if (at_name("in")) return "in";
  if (at_name("not") && ahead().kind == LexToken::Kind::Name && ahead().text == "in") return "not in";
  const auto* found = std::ranges::find(operators, here().text);
  return at(LexToken::Kind::Operator) && found != operators.end() ? *found : std::string_view();
}

Result<NodePtr> Parser::comparison() {
  LIFT_ASSIGN(NodePtr first, binary(0));
  if (comparison_here().empty()) return first;
  NodePtr chain = make(Kind::Comparison, std::move(first));
  for (std::string_view name = comparison_here(); !name.empty(); name = comparison_here()) {
    take();
    if (name == "not in") take();
    LIFT_ASSIGN(NodePtr right, binary(0));
    chain->children.push_back(std::move(right));
    chain->names.emplace_back(name);
  }
  return chain;
}

Result<NodePtr> Parser::binary(std::size_t level) {
  if (level == binary_levels().size()) return power();
  LIFT_ASSIGN(NodePtr left, binary(level + 1));
  const auto& operators = binary_levels()[level];
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
    const Kind kind = take().text == "-" ? Kind::Negative : Kind::Positive;
    LIFT_ASSIGN(NodePtr value, unary(false));
    node = make(kind, std::move(value));
  } else {
    LIFT_ASSIGN(node, primary());
  }
  LIFT_ASSIGN(node, postfix(std::move(node)));
  if (!with_filter) return node;
  return filters_and_tests(std::move(node));
}

Result<NodePtr> Parser::filters_and_tests(NodePtr node) {
  while (true) {
    LIFT_RETURN_IF_ERROR(check_depth());
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

Result<std::string> Parser::dotted_name(const Sentence& what) {
  LIFT_ASSIGN(std::string name, expect_name(what));
  while (take_operator(".")) {
    LIFT_ASSIGN(const std::string more, expect_name(what));
    (name += '.') += more;
  }
  return name;
}

Result<NodePtr> Parser::filter(NodePtr node) {
  NodePtr out = make(Kind::Filter, std::move(node));
  out->line = here().line;
  LIFT_ASSIGN(out->name, dotted_name(say("the name of a filter")));
  if (!in_branch_ && !is_known_filter(out->name)) return beyond(say("the filter {}", out->name));
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
  LIFT_ASSIGN(out->name, dotted_name(say("the name of a test")));
  if (!in_branch_ && !is_known_test(out->name)) return beyond(say("the test {}", out->name));
  if (at_operator("(")) {
    LIFT_RETURN_IF_ERROR(arguments(out->arguments));
  } else if (at_name("is")) {
    return problem(say("expected one test, found several behind each other"));
  } else if (starts_test_argument()) {
    LIFT_ASSIGN(NodePtr first, primary());
    LIFT_ASSIGN(NodePtr value, postfix(std::move(first)));
    out->arguments.push_back({Argument::Kind::Position, "", std::move(value)});
  }
  return out;
}

}   // namespace lift::jinja
