#pragma once
// Recursive descent parser for the grammar of Jinja 3.1. Used by parse_program only.
// Tensor-free. Private to core/jinja.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/jinja/lexer.h"
#include "core/jinja/program.h"

namespace lift::jinja {

class Parser {
 public:
  Parser(std::vector<LexToken> tokens, const std::string& subject) : tokens_(std::move(tokens)), subject_(subject) {}
  Result<Program> parse_template();

 private:
  using Body = std::vector<NodePtr>;

  // statements (parser_statements.cpp)
  Result<Body> body(const std::vector<std::string>& ends);
  Result<Body> inner_body(const std::string& end);   // of a block with its own scope, including its end tag
  Result<NodePtr> output();
  Result<NodePtr> statement();
  Result<NodePtr> if_statement();
  Result<NodePtr> for_statement();
  Result<NodePtr> set_statement();
  Result<NodePtr> with_statement();
  Result<NodePtr> filter_statement();
  Result<NodePtr> print_statement();
  Result<NodePtr> macro_statement();
  Result<NodePtr> call_statement();
  Result<NodePtr> generation_statement();
  Result<NodePtr> jump_statement();
  Result<NodePtr> target(bool with_field);
  Result<NodePtr> target_item(bool with_field);
  Status parameters(std::vector<Argument>& out);
  Status macro_body(Node& node, const std::string& end);
  Status filter_chain(std::vector<Argument>& out);
  Status end_statement(const std::string& name);
  Status expect_block_end();

  // expressions (parser_expressions.cpp, parser_primaries.cpp)
  Result<NodePtr> expression(bool with_condition = true);
  Result<NodePtr> tuple_or_expression(bool with_condition = true);
  Result<NodePtr> conditional();
  Result<NodePtr> disjunction();
  Result<NodePtr> conjunction();
  Result<NodePtr> negation();
  Result<NodePtr> comparison();
  Result<NodePtr> binary(std::size_t level);
  Result<NodePtr> power();
  Result<NodePtr> unary(bool with_filter = true);
  Result<NodePtr> primary();
  Result<NodePtr> list_literal();
  Result<NodePtr> dict_literal();
  Result<NodePtr> bracketed();
  Result<NodePtr> postfix(NodePtr node);
  Result<NodePtr> attribute(NodePtr node);
  Result<NodePtr> subscript(NodePtr node);
  Result<NodePtr> filters_and_tests(NodePtr node);
  Result<NodePtr> filter(NodePtr node);
  Result<NodePtr> test(NodePtr node);
  Result<std::string> dotted_name(const Sentence& what);
  Result<Argument> call_argument(const std::vector<Argument>& before);
  Status arguments(std::vector<Argument>& out);
  std::string_view comparison_here() const;
  bool starts_test_argument() const;
  bool ends_tuple() const;

  // tokens (parser.cpp)
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
  void mention(const std::string& word);

  NodePtr make(Node::Kind kind) const;
  NodePtr make(Node::Kind kind, NodePtr first, NodePtr second = nullptr);
  Error problem(const Sentence& message) const;
  Error beyond(const Sentence& construct) const;
  Sentence found() const;

  // Counts the nesting of the recursion, so that a hostile template can't exhaust the stack.
  struct Depth {
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    int& depth_;
  };
  // Inside branches Jinja checks that a filter or test exists only when it is reached; a new scope resets that.
  struct Branch {
    Branch(bool& inside, bool value) : inside_(inside), before_(inside) { inside_ = value; }
    ~Branch() { inside_ = before_; }
    bool& inside_;
    bool before_;
  };
  Status check_depth() const;

  std::vector<LexToken> tokens_;
  const std::string& subject_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool too_tall_ = false;   // a chain of operators, filters or subscripts is too long
  bool in_branch_ = false;
  Mentions mentions_;
  std::set<std::string> mentioned_;
  std::vector<Node*> macros_;   // being parsed, the innermost last
};

}   // namespace lift::jinja
