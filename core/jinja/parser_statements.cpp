// Statements: {% ... %}.
#include <map>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/jinja/parser.h"

namespace lift::jinja {

namespace {

// "elif or else or endif"
Sentence one_of(const std::vector<std::string>& names) {
  Sentence all;
  for (const std::string& name : names) all = all.empty() ? Sentence::verbatim(name) : say("{} or {}", all, name);
  return all;
}

}   // namespace

// Everything up to a statement named in `ends`, whose name is left to be read; up to the end when there is none.
Result<Parser::Body> Parser::body(const std::vector<std::string>& ends) {
  const Depth nested(depth_);
  LIFT_RETURN_IF_ERROR(check_depth());
  Body nodes;
  while (true) {
    switch (here().kind) {
      case LexToken::Kind::Data: {
        NodePtr node = make(Node::Kind::Data);
        node->value = Value::of(take().text);
        nodes.push_back(std::move(node));
        break;
      }
      case LexToken::Kind::VariableBegin: {
        LIFT_ASSIGN(NodePtr node, output());
        nodes.push_back(std::move(node));
        break;
      }
      case LexToken::Kind::BlockBegin: {
        const bool ended = std::ranges::find(ends, ahead().text) != ends.end();
        take();
        if (ended) return nodes;
        LIFT_ASSIGN(NodePtr node, statement());
        nodes.push_back(std::move(node));
        break;
      }
      default:
        if (ends.empty() && at(LexToken::Kind::End)) return nodes;
        return problem(say("expected {}, found {}", one_of(ends), found()));
    }
  }
}

Result<Parser::Body> Parser::inner_body(const std::string& end) {
  const Branch branch(in_branch_, false);
  LIFT_ASSIGN(Body nodes, body({end}));
  LIFT_RETURN_IF_ERROR(end_statement(end));
  return nodes;
}

Result<NodePtr> Parser::output() {
  take();
  LIFT_ASSIGN(NodePtr value, tuple_or_expression());
  if (!at(LexToken::Kind::VariableEnd)) return problem(say("expected the end of the tag, found {}", found()));
  take();
  return make(Node::Kind::Output, std::move(value));
}

Status Parser::expect_block_end() {
  if (at(LexToken::Kind::BlockEnd)) {
    take();
    return {};
  }
  return problem(say("expected the end of the tag, found {}", found()));
}

Status Parser::end_statement(const std::string& name) {
  LIFT_ASSIGN(const std::string word, expect_name(Sentence::verbatim(name)));
  if (word != name) return problem(say("expected {}, found {}", name, word));
  return expect_block_end();
}

Result<NodePtr> Parser::statement() {
  using Read = Result<NodePtr> (Parser::*)();
  static const std::map<std::string_view, Read> known{
      {"if", &Parser::if_statement},
      {"for", &Parser::for_statement},
      {"set", &Parser::set_statement},
      {"with", &Parser::with_statement},
      {"macro", &Parser::macro_statement},
      {"call", &Parser::call_statement},
      {"filter", &Parser::filter_statement},
      {"print", &Parser::print_statement},
      {"break", &Parser::jump_statement},
      {"continue", &Parser::jump_statement},
      {"generation", &Parser::generation_statement},
  };
  if (!at(LexToken::Kind::Name)) return problem(say("expected a statement, found {}", found()));
  const std::string name = here().text;
  if (const auto found = known.find(name); found != known.end()) return (this->*found->second)();
  if (name.starts_with("end") || name == "else" || name == "elif")
    return problem(say("expected a statement, found {} with nothing to end", name));
  return beyond(say("the statement {{% {} %}}", name));
}

Result<NodePtr> Parser::if_statement() {
  const Branch branch(in_branch_, true);
  NodePtr node = make(Node::Kind::If);
  take();
  LIFT_ASSIGN(NodePtr condition, tuple_or_expression(false));
  node->children.push_back(std::move(condition));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, body({"elif", "else", "endif"}));
  if (at_name("elif")) {
    const Depth nested(depth_);
    LIFT_RETURN_IF_ERROR(check_depth());
    LIFT_ASSIGN(NodePtr other, if_statement());
    node->otherwise.push_back(std::move(other));
    return node;
  }
  if (take_name("else")) {
    LIFT_RETURN_IF_ERROR(expect_block_end());
    LIFT_ASSIGN(node->otherwise, body({"endif"}));
  }
  LIFT_RETURN_IF_ERROR(end_statement("endif"));
  return node;
}

Result<NodePtr> Parser::for_statement() {
  const Branch branch(in_branch_, false);
  NodePtr node = make(Node::Kind::For);
  take();
  LIFT_ASSIGN(NodePtr item, target(false));
  if (!take_name("in")) return problem(say("expected in, found {}", found()));
  LIFT_ASSIGN(NodePtr list, tuple_or_expression(false));
  NodePtr condition;
  if (take_name("if")) {
    LIFT_ASSIGN(condition, expression());
  }
  node->flag = take_name("recursive");
  node->children.push_back(std::move(item));
  node->children.push_back(std::move(list));
  node->children.push_back(std::move(condition));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, body({"else", "endfor"}));
  if (take_name("else")) {
    LIFT_RETURN_IF_ERROR(expect_block_end());
    LIFT_ASSIGN(node->otherwise, body({"endfor"}));
  }
  LIFT_RETURN_IF_ERROR(end_statement("endfor"));
  return node;
}

// What a value is put into: a name, a field of a namespace, or several of them.
Result<NodePtr> Parser::target_item(bool with_field) {
  const Depth nested(depth_);
  LIFT_RETURN_IF_ERROR(check_depth());
  if (take_operator("(")) {
    LIFT_ASSIGN(NodePtr inner, target(with_field));
    LIFT_RETURN_IF_ERROR(expect_operator(")"));
    return inner;
  }
  NodePtr node = make(Node::Kind::Name);
  LIFT_ASSIGN(node->name, expect_name(say("the name of a variable")));
  constexpr std::string_view constants[] = {"true", "True", "false", "False", "none", "None"};
  if (std::ranges::find(constants, node->name) != std::end(constants))
    return problem(say("expected the name of a variable, found {}", node->name));
  if (!with_field || !take_operator(".")) return node;
  node->kind = Node::Kind::Field;
  node->names.push_back(std::move(node->name));
  LIFT_ASSIGN(node->name, expect_name(say("the name of a field")));
  return node;
}

Result<NodePtr> Parser::target(bool with_field) {
  LIFT_ASSIGN(NodePtr first, target_item(with_field));
  if (!at_operator(",")) return first;
  NodePtr tuple = make(Node::Kind::ListLiteral, std::move(first));
  while (take_operator(",")) {
    if (at_name("in") || at_operator("=") || at_operator(")")) break;
    LIFT_ASSIGN(NodePtr next, target_item(with_field));
    tuple->children.push_back(std::move(next));
  }
  return tuple;
}

Result<NodePtr> Parser::set_statement() {
  NodePtr node = make(Node::Kind::Set);
  take();
  LIFT_ASSIGN(NodePtr into, target(true));
  node->children.push_back(std::move(into));
  if (take_operator("=")) {
    LIFT_ASSIGN(NodePtr value, tuple_or_expression());
    node->children.push_back(std::move(value));
    LIFT_RETURN_IF_ERROR(expect_block_end());
    return node;
  }
  node->kind = Node::Kind::SetBlock;
  while (take_operator("|")) LIFT_RETURN_IF_ERROR(filter_chain(node->arguments));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, inner_body("endset"));
  return node;
}

Result<NodePtr> Parser::with_statement() {
  NodePtr node = make(Node::Kind::With);
  take();
  while (!at(LexToken::Kind::BlockEnd)) {
    if (!node->children.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    LIFT_ASSIGN(NodePtr into, target_item(false));
    LIFT_RETURN_IF_ERROR(expect_operator("="));
    LIFT_ASSIGN(NodePtr value, expression());
    node->children.push_back(std::move(into));
    node->children.push_back(std::move(value));
  }
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, inner_body("endwith"));
  return node;
}

// Reads one filter behind its "|", whose value is the text of a block.
Status Parser::filter_chain(std::vector<Argument>& out) {
  LIFT_ASSIGN(NodePtr made, filter(make(Node::Kind::Constant)));
  out.push_back({Argument::Kind::Position, "", std::move(made)});
  return {};
}

Result<NodePtr> Parser::filter_statement() {
  NodePtr node = make(Node::Kind::FilterBlock);
  take();
  do LIFT_RETURN_IF_ERROR(filter_chain(node->arguments));
  while (take_operator("|"));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, inner_body("endfilter"));
  return node;
}

Result<NodePtr> Parser::print_statement() {
  NodePtr node = make(Node::Kind::Output);
  take();
  while (!at(LexToken::Kind::BlockEnd)) {
    if (!node->children.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    LIFT_ASSIGN(NodePtr value, expression());
    node->children.push_back(std::move(value));
  }
  LIFT_RETURN_IF_ERROR(expect_block_end());
  return node;
}

Status Parser::parameters(std::vector<Argument>& out) {
  LIFT_RETURN_IF_ERROR(expect_operator("("));
  while (!take_operator(")")) {
    if (!out.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    Argument argument;
    LIFT_ASSIGN(argument.name, expect_name(say("the name of a parameter")));
    if (take_operator("=")) {
      LIFT_ASSIGN(argument.value, expression());
    } else if (!out.empty() && out.back().value) {
      return problem(say("expected a default for {}, as the parameter before it has one", argument.name));
    }
    out.push_back(std::move(argument));
  }
  return {};
}

Status Parser::macro_body(Node& node, const std::string& end) {
  LIFT_RETURN_IF_ERROR(expect_block_end());
  macros_.push_back(&node);
  auto nodes = inner_body(end);
  macros_.pop_back();
  LIFT_ASSIGN(node.body, std::move(nodes));
  return {};
}

Result<NodePtr> Parser::macro_statement() {
  const Branch branch(in_branch_, false);
  NodePtr node = make(Node::Kind::MacroDefinition);
  take();
  LIFT_ASSIGN(node->name, expect_name(say("the name of a macro")));
  LIFT_RETURN_IF_ERROR(parameters(node->arguments));
  LIFT_RETURN_IF_ERROR(macro_body(*node, "endmacro"));
  return node;
}

Result<NodePtr> Parser::call_statement() {
  const Branch branch(in_branch_, false);
  NodePtr node = make(Node::Kind::CallBlock);
  take();
  node->name = "caller";
  if (at_operator("(")) LIFT_RETURN_IF_ERROR(parameters(node->arguments));
  LIFT_ASSIGN(NodePtr call, expression());
  if (call->kind != Node::Kind::Call) return problem(say("expected a call, found {}", found()));
  node->children.push_back(std::move(call));
  LIFT_RETURN_IF_ERROR(macro_body(*node, "endcall"));
  return node;
}

// transformers' mark around what a model should learn.
Result<NodePtr> Parser::generation_statement() {
  NodePtr node = make(Node::Kind::Generation);
  mentions_.generation = true;
  take();
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, inner_body("endgeneration"));
  return node;
}

Result<NodePtr> Parser::jump_statement() {
  NodePtr node = make(here().text == "break" ? Node::Kind::Break : Node::Kind::Continue);
  take();
  LIFT_RETURN_IF_ERROR(expect_block_end());
  return node;
}

}   // namespace lift::jinja
