#include "core/jinja/parser.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift::jinja {

namespace {
constexpr int deepest_nesting = 120;

// "elif or else or endif"
Sentence one_of(const std::vector<std::string>& names) {
  Sentence all;
  for (const std::string& name : names) all = all.empty() ? Sentence::verbatim(name) : say("{} or {}", all, name);
  return all;
}
}   // namespace

// Tokens ----------------------------------------------------------------------------------------------------------

bool Parser::take_operator(std::string_view text) {
  if (!at_operator(text)) return false;
  take();
  return true;
}

bool Parser::take_name(std::string_view text) {
  if (!at_name(text)) return false;
  take();
  return true;
}

Status Parser::expect_operator(std::string_view text) {
  if (take_operator(text)) return {};
  return problem(say("expected {}, found {}", quote_name(text), found()));
}

Result<std::string> Parser::expect_name(const Sentence& what) {
  if (!at(LexToken::Kind::Name)) return problem(say("expected {}, found {}", what, found()));
  return take().text;
}

NodePtr Parser::make(Node::Kind kind) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->line = here().line;
  return node;
}

NodePtr Parser::make(Node::Kind kind, NodePtr first, NodePtr second) const {
  NodePtr node = make(kind);
  node->line = first->line;
  node->children.push_back(std::move(first));
  if (second) node->children.push_back(std::move(second));
  return node;
}

Sentence Parser::found() const {
  switch (here().kind) {
    case LexToken::Kind::End: return say("the end of the template");
    case LexToken::Kind::BlockEnd:
    case LexToken::Kind::VariableEnd: return say("the end of the tag");
    case LexToken::Kind::Data: return say("text");
    default: return Sentence::verbatim(quote_name(here().text, 40));
  }
}

Error Parser::problem(const Sentence& message) const {
  return make_error(ErrorCode::Malformed, subject_, say("line {}: {}", here().line, message));
}

Error Parser::beyond(const Sentence& construct) const {
  return make_error(ErrorCode::Unsupported, subject_,
                    say("line {}: the template uses {}, which this program does not handle", here().line, construct),
                    say("Choose the prompt format alpaca or plain, or simplify the template"));
}

Status Parser::check_depth() const {
  if (depth_ <= deepest_nesting) return {};
  return problem(say("expected at most {} things inside each other, found more", deepest_nesting));
}

// Statements ------------------------------------------------------------------------------------------------------

Result<NodePtr> Parser::parse_template() {
  NodePtr program = make(Node::Kind::Group);
  LIFT_ASSIGN(program->body, body({}));
  return program;
}

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
        take();
        LIFT_ASSIGN(NodePtr value, tuple_or_expression());
        if (!at(LexToken::Kind::VariableEnd)) return problem(say("expected the end of the tag, found {}", found()));
        take();
        nodes.push_back(make(Node::Kind::Output, std::move(value)));
        break;
      }
      case LexToken::Kind::BlockBegin: {
        if (std::ranges::find(ends, ahead().text) != ends.end()) {
          take();
          return nodes;
        }
        take();
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
  if (!at(LexToken::Kind::Name)) return problem(say("expected a statement, found {}", found()));
  const std::string name = here().text;
  if (name == "if") return if_statement();
  if (name == "for") return for_statement();
  if (name == "set") return set_statement();
  if (name == "macro") return macro_statement();
  if (name == "generation") return generation_statement();
  if (name == "break" || name == "continue") {
    NodePtr node = make(name == "break" ? Node::Kind::Break : Node::Kind::Continue);
    take();
    LIFT_RETURN_IF_ERROR(expect_block_end());
    return node;
  }
  if (name.starts_with("end") || name == "else" || name == "elif")
    return problem(say("expected a statement, found {} with nothing to end", name));
  return beyond(say("the statement {{% {} %}}", name));
}

Result<NodePtr> Parser::if_statement() {
  NodePtr node = make(Node::Kind::If);
  take();
  LIFT_ASSIGN(NodePtr condition, tuple_or_expression());
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
  NodePtr node = make(Node::Kind::For);
  take();
  do {
    LIFT_ASSIGN(std::string name, expect_name(say("the name of a variable")));
    node->names.push_back(std::move(name));
  } while (take_operator(","));
  if (!take_name("in")) return problem(say("expected in, found {}", found()));
  LIFT_ASSIGN(NodePtr list, tuple_or_expression(false));
  node->children.push_back(std::move(list));
  if (take_name("if")) {
    LIFT_ASSIGN(NodePtr condition, expression());
    node->children.push_back(std::move(condition));
  }
  if (at_name("recursive")) return beyond(say("a recursive for loop"));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, body({"else", "endfor"}));
  if (take_name("else")) {
    LIFT_RETURN_IF_ERROR(expect_block_end());
    LIFT_ASSIGN(node->otherwise, body({"endfor"}));
  }
  LIFT_RETURN_IF_ERROR(end_statement("endfor"));
  return node;
}

Result<NodePtr> Parser::set_statement() {
  NodePtr node = make(Node::Kind::Set);
  take();
  do {
    LIFT_ASSIGN(std::string name, expect_name(say("the name of a variable")));
    node->names.push_back(std::move(name));
    if (take_operator(".")) {
      LIFT_ASSIGN(node->name, expect_name(say("the name of a field")));
    }
  } while (take_operator(","));
  if (!node->name.empty() && node->names.size() > 1)
    return beyond(say("set with several targets, one of them a field"));
  if (take_operator("=")) {
    LIFT_ASSIGN(NodePtr value, tuple_or_expression());
    node->children.push_back(std::move(value));
    LIFT_RETURN_IF_ERROR(expect_block_end());
    return node;
  }
  if (at_operator("|")) return beyond(say("set with a filter over a block"));
  if (node->names.size() > 1 || !node->name.empty()) return problem(say("expected \"=\", found {}", found()));
  LIFT_RETURN_IF_ERROR(expect_block_end());
  node->kind = Node::Kind::SetBlock;
  LIFT_ASSIGN(node->body, body({"endset"}));
  LIFT_RETURN_IF_ERROR(end_statement("endset"));
  return node;
}

Result<NodePtr> Parser::macro_statement() {
  NodePtr node = make(Node::Kind::MacroDefinition);
  take();
  LIFT_ASSIGN(node->name, expect_name(say("the name of a macro")));
  LIFT_RETURN_IF_ERROR(expect_operator("("));
  while (!take_operator(")")) {
    Argument argument;
    LIFT_ASSIGN(argument.name, expect_name(say("the name of a parameter")));
    if (take_operator("=")) {
      LIFT_ASSIGN(argument.value, expression());
    }
    node->arguments.push_back(std::move(argument));
    if (!at_operator(")")) LIFT_RETURN_IF_ERROR(expect_operator(","));
  }
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, body({"endmacro"}));
  LIFT_RETURN_IF_ERROR(end_statement("endmacro"));
  return node;
}

// transformers' mark around what a model should learn; which bytes those are we know from the messages themselves.
Result<NodePtr> Parser::generation_statement() {
  NodePtr node = make(Node::Kind::Group);
  take();
  LIFT_RETURN_IF_ERROR(expect_block_end());
  LIFT_ASSIGN(node->body, body({"endgeneration"}));
  LIFT_RETURN_IF_ERROR(end_statement("endgeneration"));
  return node;
}

Result<NodePtr> parse_program(const std::string& source, const std::string& subject) {
  LIFT_ASSIGN(std::vector<LexToken> tokens, tokenize(source, subject));
  return Parser(std::move(tokens), subject).parse_template();
}

}   // namespace lift::jinja
