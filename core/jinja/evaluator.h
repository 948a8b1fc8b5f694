#pragma once
// Runs a parsed template: scopes, loops, operators, calls. Used by run_program only. Tensor-free.
// Private to core/jinja.
#include <string>
#include <vector>

#include "core/jinja/functions.h"
#include "core/jinja/loop.h"
#include "core/jinja/program.h"

namespace lift::jinja {

class Evaluator {
 public:
  Evaluator(Globals globals, const std::string& subject);
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  Result<Text> run(const Program& program);

 private:
  enum class Flow : std::uint8_t { Go, Break, Continue };
  struct Macro {
    const Node* definition = nullptr;
    ScopePtr around;   // the scope in which it was defined
  };
  // Makes `inner` the current scope during its lifetime.
  struct Inside {
    Inside(ScopePtr& scope, ScopePtr inner) : scope_(scope), before_(std::move(scope)) { scope_ = std::move(inner); }
    ~Inside() { scope_ = std::move(before_); }
    ScopePtr& scope_;
    ScopePtr before_;
  };

  // evaluator.cpp
  Error problem(const Node& node, const Sentence& message, ErrorCode code = ErrorCode::InvalidArgument) const;
  Error at(const Node& node, Error error) const;
  template <typename T>
  Result<T> at(const Node& node, Result<T> result) const {
    if (result.ok()) return result;
    return at(node, std::move(result).error());
  }
  Status count_steps(const Node& node, std::uint64_t steps = 1);
  Result<Value> bounded(const Node& node, Result<Value> value);
  void mark_turn(Text& text) const;
  Status emit(const Node& node, Text text, Text& out);
  ScopePtr inner_scope() const;
  Value lookup(const std::string& name) const;
  void put(const std::string& name, Value value);

  // statements (evaluator_statements.cpp)
  Result<Flow> body(const std::vector<NodePtr>& nodes, Text& out);
  Result<Flow> statement(const Node& node, Text& out);
  Result<Flow> output(const Node& node, Text& out);
  Result<Flow> set(const Node& node);
  Result<Flow> set_block(const Node& node);
  Result<Flow> with(const Node& node, Text& out);
  Result<Flow> filter_block(const Node& node, Text& out);
  Result<Flow> call_block(const Node& node, Text& out);
  Result<Flow> generation(const Node& node, Text& out);
  Result<Value> filtered(const std::vector<Argument>& filters, Text text);
  Status assign(const Node& target, Value value);
  Status assign_field(const Node& target, Value value);

  // loops (evaluator_loops.cpp)
  Result<Flow> loop(const Node& node, Text& out);
  Result<Flow> run_loop(const Node& node, const Value& list, std::int64_t depth0, Text& out);
  Result<Flow> iterate(const std::shared_ptr<LoopState>& state, Text& out);
  Result<std::optional<Value>> fetch(LoopState& state);
  Result<std::optional<Value>> next(LoopState& state);
  Result<bool> accepts(const LoopState& state, const Value& item);
  Status look_ahead(LoopState& state);
  Status count_items(LoopState& state);
  Result<Value> loop_attribute(const Value& loop, const std::string& name);
  Result<Value> call_loop(const Node& node, const Value& loop, const Arguments& arguments);
  Result<Value> call_loop_method(const std::string& name, LoopState& state, const Arguments& arguments);

  // expressions (evaluator_expressions.cpp)
  Result<Value> expression(const Node& node);
  Result<Value> evaluate(const Node& node);
  Result<Value> list_literal(const Node& node);
  Result<Value> dict_literal(const Node& node);
  Result<Value> attribute(const Node& node);
  Result<Value> subscript(const Node& node);
  Result<Value> slice(const Node& node);
  Result<Value> filter(const Node& node);
  Result<Value> test(const Node& node);
  Result<Value> signed_number(const Node& node);
  Result<Value> binary(const Node& node);
  Result<Value> comparison(const Node& node);
  Result<Value> conditional(const Node& node);

  // calls (evaluator_calls.cpp)
  Result<Arguments> arguments_of(const std::vector<Argument>& arguments);
  Result<Value> call(const Node& node);
  Result<Value> call_value(const Node& node, const Value& callee, const Arguments& arguments);
  Result<Value> call_global(const Node& node, const std::string& name, const Arguments& arguments);
  Result<Value> call_macro(const Node& node, const Macro& macro, const Arguments& arguments);
  Result<Value> make_dict(const Arguments& arguments) const;
  Result<Value> make_namespace(const Arguments& arguments);
  Status bind_parameters(const Node& node, const Node& macro, Arguments arguments);
  Value function(Function::Kind kind, std::string name) const;
  Value macro_value(const Node& definition);

  const std::string& subject_;
  std::string date_;
  ScopePtr scope_;
  std::vector<Macro> macros_;
  std::vector<std::shared_ptr<Namespace>> namespaces_;   // emptied at the end, since they may refer to each other
  std::uint64_t steps_ = 0;
  int depth_ = 0;                // nesting of expressions and bodies
  int calls_ = 0;                // nesting of macro calls and recursive loops
  std::int32_t turn_ = -1;       // index of the message that the current loop handles; -1: none
  bool loop_has_turn_ = false;   // the innermost loop iterates over messages
  bool in_loop_ = false;
};

// strftime_now: formats `date` (see ChatRenderOptions), or the present time when it is empty. Errors: not a date.
Result<std::string> formatted_date(const std::string& date, const std::string& format);

}   // namespace lift::jinja
