#include "core/jinja/parser.h"

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift::jinja {

namespace {
constexpr int kDeepestNesting = 120;
constexpr int kTallestExpression = 400;
}   // namespace

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

void Parser::mention(const std::string& word) {
  if (mentioned_.insert(word).second) mentions_.words.push_back(word);
}

NodePtr Parser::make(Node::Kind kind) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->line = here().line;
  return node;
}

NodePtr Parser::make(Node::Kind kind, NodePtr first, NodePtr second) {
  NodePtr node = make(kind);
  node->line = first->line;
  node->height = std::max(first->height, second ? second->height : 0) + 1;
  too_tall_ |= node->height > kTallestExpression;
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
  if (too_tall_) return problem(say("expected at most {} operations in a row, found more", kTallestExpression));
  if (depth_ <= kDeepestNesting) return {};
  return problem(say("expected at most {} things inside each other, found more", kDeepestNesting));
}

Result<Program> Parser::parse_template() {
  Program program;
  LIFT_ASSIGN(program.body, body({}));
  program.mentions = std::move(mentions_);
  return program;
}

Result<Program> parse_program(const std::string& source, const std::string& subject) {
  LIFT_ASSIGN(std::vector<LexToken> tokens, tokenize(source, subject));
  return Parser(std::move(tokens), subject).parse_template();
}

}   // namespace lift::jinja
