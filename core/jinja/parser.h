#pragma once
// Recursive descent over the tokens of a template. Used by parse_program only. Tensor-free. Private to core/jinja.
#include <string>
#include <vector>

#include "core/jinja/lexer.h"
#include "core/jinja/program.h"

namespace lift::jinja {

class Parser {
 public:
  Parser(std::vector<LexToken> tokens, const std::string& subject) : tokens_(std::move(tokens)), subject_(subject) {}
  Result<NodePtr> parse_template();

 private:
  using Body = std::vector<NodePtr>;

  // statements (parser.cpp)
  Result<Body> body(const std::vector<std::string>& ends);
  Result<NodePtr> statement();
  Result<NodePtr> if_statement();
  Result<NodePtr> for_statement();
  Result<NodePtr> set_statement();
  Result<NodePtr> macro_statement();
  Result<NodePtr> generation_statement();
  Status end_statement(const std::string& name);
  Status expect_block_end();

  // expressions (parser_expression.cpp)
  Result<NodePtr> expression(bool with_condition = true);
  Result<NodePtr> tuple_or_expression(bool with_condition = true);
  Result<NodePtr> conditional();
  Result<NodePtr> disjunction();
  Result<NodePtr> conjunction();
  Result<NodePtr> negation();
  Result<NodePtr> comparison();
  Result<NodePtr> binary(int level);
  Result<NodePtr> unary(bool with_filter = true);
  Result<NodePtr> power();
  Result<NodePtr> primary();
  Result<NodePtr> list_literal();
  Result<NodePtr> dict_literal();
  Result<NodePtr> bracketed();
  Result<NodePtr> postfix(NodePtr node);
  Result<NodePtr> subscript(NodePtr node);
  Result<NodePtr> filters_and_tests(NodePtr node);
  Result<NodePtr> filter(NodePtr node);
  Result<NodePtr> test(NodePtr node);
  Status arguments(std::vector<Argument>& out);
  bool starts_test_argument() const;

  // tokens
  const LexToken& here() const { return tokens_[at_]; }
  const LexToken& ahead() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  bool at(LexToken::Kind kind) const { return here().kind == kind; }
  bool at_operator(std::string_view text) const { return at(LexToken::Kind::Operator) && here().text == text; }
  bool at_name(std::string_view text) const { return at(LexToken::Kind::Name) && here().text == text; }
  LexToken take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool take_operator(std::string_view text);
  bool take_name(std::string_view text);
  Status expect_operator(std::string_view text);
  Result<std::string> expect_name(const Sentence& what);

  NodePtr make(Node::Kind kind) const;
  NodePtr make(Node::Kind kind, NodePtr first, NodePtr second = nullptr) const;
  Error problem(const Sentence& message) const;
  Error beyond(const Sentence& construct) const;
  Sentence found() const;

  // Counts the nesting of the recursion, so that a hostile template cannot exhaust the stack.
  struct Depth {
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    int& depth_;
  };
  Status check_depth() const;

  std::vector<LexToken> tokens_;
  const std::string& subject_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}   // namespace lift::jinja
