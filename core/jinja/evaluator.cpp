// Runs a parsed template: scopes, loops, operators, calls.
#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/program.h"
#include "core/jinja/text.h"

namespace lift::jinja {

namespace {

using Kind = Node::Kind;

constexpr std::int64_t most_steps = 4'000'000;
constexpr int deepest_calls = 32;

enum class Flow { Go, Break, Continue };

class Evaluator {
 public:
  Evaluator(Dict globals, const std::string& subject) : subject_(subject) {
    scopes_.push_back(std::move(globals));
    scopes_.emplace_back();
  }

  Result<Text> run(const Node& program) {
    Text out;
    LIFT_ASSIGN(const Flow flow, body(program.body, out));
    if (flow != Flow::Go) return problem(program, say("expected break or continue inside a loop, found one outside"));
    return out;
  }

 private:
  Error problem(const Node& node, const Sentence& message, ErrorCode code = ErrorCode::InvalidArgument) const {
    return make_error(code, subject_, say("line {}: {}", node.line, message));
  }
  Error at(const Node& node, Error error) const {
    if (error.subject.empty()) return problem(node, error.message, error.code);
    return error;
  }
  template <typename T>
  Result<T> at(const Node& node, Result<T> result) const {
    if (result.ok()) return result;
    return at(node, std::move(result).error());
  }

  Status count_step(const Node& node) {
    if (++steps_ <= most_steps) return {};
    return problem(node, say("expected a template that ends within {} steps, found a longer one", most_steps),
                   ErrorCode::Malformed);
  }
  Status check_output(const Node& node, const Text& out) const {
    if (out.bytes.size() <= most_output) return {};
    return problem(node, say("expected at most {} bytes of output, found more", most_output), ErrorCode::Malformed);
  }

  // Statements ----------------------------------------------------------------------------------------------------

  Result<Flow> body(const std::vector<NodePtr>& nodes, Text& out) {
    for (const NodePtr& node : nodes) {
      LIFT_RETURN_IF_ERROR(count_step(*node));
      LIFT_ASSIGN(const Flow flow, statement(*node, out));
      if (flow != Flow::Go) return flow;
      LIFT_RETURN_IF_ERROR(check_output(*node, out));
    }
    return Flow::Go;
  }

  Result<Flow> statement(const Node& node, Text& out) {
    switch (node.kind) {
      case Kind::Data: out.append(node.value.text()->bytes); return Flow::Go;
      case Kind::Output: {
        LIFT_ASSIGN(const Value value, expression(*node.children[0]));
        out.append(to_text(value));
        return Flow::Go;
      }
      case Kind::If: {
        LIFT_ASSIGN(const Value condition, expression(*node.children[0]));
        return body(condition.truthy() ? node.body : node.otherwise, out);
      }
      case Kind::For: return loop(node, out);
      case Kind::Set: return assign(node);
      case Kind::SetBlock: {
        Text text;
        LIFT_ASSIGN(const Flow flow, scoped_body(node.body, text));
        put(scopes_.back(), node.names[0], Value::of(std::move(text)));
        return flow;
      }
      case Kind::MacroDefinition: {
        macros_.push_back(std::make_unique<Macro>(Macro{&node}));
        Function function;
        function.kind = Function::Kind::Macro;
        function.macro = macros_.back().get();
        put(scopes_.back(), node.name, Value::of(std::move(function)));
        return Flow::Go;
      }
      case Kind::Group: return body(node.body, out);
      case Kind::Break: return Flow::Break;
      case Kind::Continue: return Flow::Continue;
      default: return problem(node, say("expected a statement"), ErrorCode::Internal);
    }
  }

  Result<Flow> scoped_body(const std::vector<NodePtr>& nodes, Text& out) {
    scopes_.emplace_back();
    auto flow = body(nodes, out);
    scopes_.pop_back();
    return flow;
  }

  Result<Flow> assign(const Node& node) {
    LIFT_ASSIGN(Value value, expression(*node.children[0]));
    if (!node.name.empty()) {
      Namespace* fields = lookup(node.names[0]).name_space();
      if (!fields) return problem(node, say("expected a namespace, found {}", lookup(node.names[0]).kind()));
      put(fields->fields, node.name, std::move(value));
      return Flow::Go;
    }
    LIFT_RETURN_IF_ERROR(bind(node, std::move(value)));
    return Flow::Go;
  }

  // One name takes the value; several take its items.
  Status bind(const Node& node, Value value) {
    if (node.names.size() == 1) {
      put(scopes_.back(), node.names[0], std::move(value));
      return {};
    }
    LIFT_ASSIGN(const List items, at(node, items_of(value)));
    if (items.size() != node.names.size())
      return problem(node, say("expected {} items for as many names, found {}", node.names.size(), items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) put(scopes_.back(), node.names[i], items[i]);
    return {};
  }

  Result<List> loop_items(const Node& node) {
    LIFT_ASSIGN(const Value list, expression(*node.children[0]));
    LIFT_ASSIGN(List items, at(node, items_of(list)));
    if (node.children.size() < 2) return items;
    List chosen;
    for (Value& item : items) {
      scopes_.emplace_back();
      Status bound = bind(node, item);
      Result<Value> condition = bound.ok() ? expression(*node.children[1]) : Result<Value>(std::move(bound).error());
      scopes_.pop_back();
      LIFT_ASSIGN(const Value holds, std::move(condition));
      if (holds.truthy()) chosen.push_back(std::move(item));
    }
    return chosen;
  }

  Result<Flow> loop(const Node& node, Text& out) {
    LIFT_ASSIGN(const List items, loop_items(node));
    if (items.empty()) return scoped_body(node.otherwise, out);
    for (std::size_t i = 0; i < items.size(); ++i) {
      LIFT_RETURN_IF_ERROR(count_step(node));
      scopes_.emplace_back();
      put(scopes_.back(), "loop", loop_state(items, i));
      Status bound = bind(node, items[i]);
      Result<Flow> flow = bound.ok() ? body(node.body, out) : Result<Flow>(std::move(bound).error());
      scopes_.pop_back();
      if (!flow.ok()) return flow;
      if (*flow == Flow::Break) break;
    }
    return Flow::Go;
  }

  static Value loop_state(const List& items, std::size_t at) {
    const auto index = static_cast<std::int64_t>(at), count = static_cast<std::int64_t>(items.size());
    Dict state;
    state.emplace_back("index0", Value::of(index));
    state.emplace_back("index", Value::of(index + 1));
    state.emplace_back("revindex0", Value::of(count - index - 1));
    state.emplace_back("revindex", Value::of(count - index));
    state.emplace_back("first", Value::of(at == 0));
    state.emplace_back("last", Value::of(at + 1 == items.size()));
    state.emplace_back("length", Value::of(count));
    if (at > 0) state.emplace_back("previtem", items[at - 1]);
    if (at + 1 < items.size()) state.emplace_back("nextitem", items[at + 1]);
    Function cycle;
    cycle.kind = Function::Kind::Cycle;
    cycle.owner = std::make_shared<const Value>(Value::of(index));
    state.emplace_back("cycle", Value::of(std::move(cycle)));
    return Value::of(std::move(state));
  }

  // Expressions ---------------------------------------------------------------------------------------------------

  Value lookup(const std::string& name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
      if (const Value* found = find(*scope, name)) return *found;
    return Value::undefined(name);
  }

  Result<Value> expression(const Node& node) {
    LIFT_RETURN_IF_ERROR(count_step(node));
    switch (node.kind) {
      case Kind::Constant: return node.value;
      case Kind::Name: return lookup(node.name);
      case Kind::ListLiteral: return list_literal(node);
      case Kind::DictLiteral: return dict_literal(node);
      case Kind::Attribute: return attribute(node);
      case Kind::Subscript: return subscript(node);
      case Kind::Slice: return slice(node);
      case Kind::Call: return call(node);
      case Kind::Filter: {
        LIFT_ASSIGN(const Value value, expression(*node.children[0]));
        LIFT_ASSIGN(const Arguments arguments, evaluate(node.arguments));
        return at(node, apply_filter(node.name, value, arguments));
      }
      case Kind::Test: {
        LIFT_ASSIGN(const Value value, expression(*node.children[0]));
        LIFT_ASSIGN(const Arguments arguments, evaluate(node.arguments));
        LIFT_ASSIGN(const bool holds, at(node, apply_test(node.name, value, arguments)));
        return Value::of(holds != node.flag);
      }
      case Kind::Not: {
        LIFT_ASSIGN(const Value value, expression(*node.children[0]));
        return Value::of(!value.truthy());
      }
      case Kind::Negative: {
        LIFT_ASSIGN(const Value value, expression(*node.children[0]));
        if (!value.is_number()) return problem(node, say("expected a number behind -, found {}", value.kind()));
        return std::holds_alternative<double>(value.data) ? Value::of(-value.number()) : Value::of(-value.integer());
      }
      case Kind::Binary: return binary(node);
      case Kind::Conditional: {
        LIFT_ASSIGN(const Value condition, expression(*node.children[1]));
        if (condition.truthy()) return expression(*node.children[0]);
        return node.children[2] ? expression(*node.children[2]) : Value::undefined("");
      }
      default: return problem(node, say("expected an expression"), ErrorCode::Internal);
    }
  }

  Result<Value> list_literal(const Node& node) {
    List list;
    for (const NodePtr& child : node.children) {
      LIFT_ASSIGN(Value item, expression(*child));
      list.push_back(std::move(item));
    }
    Value value = Value::of(std::move(list));
    value.tuple = node.flag;
    return value;
  }

  Result<Value> dict_literal(const Node& node) {
    Dict dict;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
      LIFT_ASSIGN(const Value key, expression(*node.children[i]));
      LIFT_ASSIGN(Value value, expression(*node.children[i + 1]));
      put(dict, to_text(key).bytes, std::move(value));
    }
    return Value::of(std::move(dict));
  }

  Result<Value> attribute(const Node& node) {
    LIFT_ASSIGN(Value owner, expression(*node.children[0]));
    if (owner.is_undefined())
      return problem(node, say("expected something with a field {}, found {}", node.name, owner.kind()));
    if (is_known_method(owner, node.name)) {
      Function method;
      method.kind = Function::Kind::Method;
      method.name = node.name;
      method.owner = std::make_shared<const Value>(std::move(owner));
      return Value::of(std::move(method));
    }
    return attribute_or_item(owner, Value::of(node.name));
  }

  Result<Value> subscript(const Node& node) {
    LIFT_ASSIGN(const Value owner, expression(*node.children[0]));
    LIFT_ASSIGN(const Value key, expression(*node.children[1]));
    if (owner.is_undefined())
      return problem(node, say("expected something with an item {}, found {}", to_repr(key), owner.kind()));
    return attribute_or_item(owner, key);
  }

  Result<Value> slice(const Node& node) {
    LIFT_ASSIGN(const Value owner, expression(*node.children[0]));
    LIFT_ASSIGN(const List items, at(node, items_of(owner)));
    std::optional<std::int64_t> bounds[3];
    for (std::size_t i = 0; i < 3; ++i) {
      if (!node.children[i + 1]) continue;
      LIFT_ASSIGN(const Value bound, expression(*node.children[i + 1]));
      if (bound.is_none()) continue;
      if (!bound.is_number()) return problem(node, say("expected a number in the slice, found {}", bound.kind()));
      bounds[i] = bound.integer();
    }
    const auto size = static_cast<std::int64_t>(items.size());
    const std::int64_t step = bounds[2].value_or(1);
    if (step == 0) return problem(node, say("expected a step that is not 0, found 0"));
    const std::int64_t lowest = step < 0 ? -1 : 0, highest = step < 0 ? size - 1 : size;
    const auto place = [&](std::optional<std::int64_t> bound, std::int64_t otherwise) {
      if (!bound) return otherwise;
      return std::clamp(*bound < 0 ? *bound + size : *bound, lowest, highest);
    };
    const std::int64_t end = place(bounds[1], step < 0 ? lowest : highest);
    List out;
    for (std::int64_t i = place(bounds[0], step < 0 ? highest : lowest); step < 0 ? i > end : i < end; i += step)
      out.push_back(items[static_cast<std::size_t>(i)]);
    if (!owner.text()) return Value::of(std::move(out));
    Text text;
    for (const Value& item : out) text.append(*item.text());
    return Value::of(std::move(text));
  }

  Result<Value> binary(const Node& node) {
    const std::string& name = node.name;
    LIFT_ASSIGN(Value left, expression(*node.children[0]));
    if (name == "and" && !left.truthy()) return left;
    if (name == "or" && left.truthy()) return left;
    LIFT_ASSIGN(Value right, expression(*node.children[1]));
    if (name == "and" || name == "or") return right;
    return at(node, apply_operator(name, left, right));
  }

  // Calls ---------------------------------------------------------------------------------------------------------

  Result<Arguments> evaluate(const std::vector<Argument>& arguments) {
    Arguments out;
    for (const Argument& argument : arguments) {
      LIFT_ASSIGN(Value value, expression(*argument.value));
      if (argument.name.empty()) out.positional.push_back(std::move(value));
      else put(out.named, argument.name, std::move(value));
    }
    return out;
  }

  Result<Value> call(const Node& node) {
    LIFT_ASSIGN(const Value callee, expression(*node.children[0]));
    LIFT_ASSIGN(const Arguments arguments, evaluate(node.arguments));
    const Function* function = callee.function();
    if (!function)
      return problem(node, say("expected a function to call, found {}", callee.kind()), ErrorCode::Unsupported);
    switch (function->kind) {
      case Function::Kind::Range: return range(node, arguments);
      case Function::Kind::Namespace: {
        auto fields = std::make_shared<Namespace>();
        fields->fields = arguments.named;
        return Value{std::move(fields)};
      }
      case Function::Kind::Dict: return Value::of(arguments.named);
      case Function::Kind::RaiseException: {
        const Value* reason = arguments.get(0, "message");
        return problem(node, say("the template refuses the conversation: {}",
                                 reason ? Sentence::verbatim(to_text(*reason).bytes) : say("no reason")));
      }
      case Function::Kind::Macro: return call_macro(node, *function->macro->definition, arguments);
      case Function::Kind::Method: return at(node, call_method(function->name, *function->owner, arguments));
      case Function::Kind::Cycle: {
        if (arguments.positional.empty()) return problem(node, say("cycle: expected items, found none"));
        const auto turn = static_cast<std::size_t>(function->owner->integer());
        return arguments.positional[turn % arguments.positional.size()];
      }
    }
    return problem(node, say("expected a function"), ErrorCode::Internal);
  }

  Result<Value> range(const Node& node, const Arguments& arguments) const {
    std::int64_t bounds[3] = {0, 0, 1};
    const auto& given = arguments.positional;
    if (given.empty() || given.size() > 3) return problem(node, say("range: expected one to three numbers"));
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!given[i].is_number()) return problem(node, say("range: expected a number, found {}", given[i].kind()));
      bounds[given.size() == 1 ? 1 : i] = given[i].integer();
    }
    if (bounds[2] == 0) return problem(node, say("range: expected a step that is not 0, found 0"));
    List out;
    for (std::int64_t i = bounds[0]; bounds[2] > 0 ? i < bounds[1] : i > bounds[1]; i += bounds[2]) {
      if (static_cast<std::int64_t>(out.size()) == longest_range)
        return problem(node, say("range: expected at most {} numbers, found more", longest_range));
      out.push_back(Value::of(i));
    }
    return Value::of(std::move(out));
  }

  Result<Value> call_macro(const Node& node, const Node& macro, const Arguments& arguments) {
    if (calls_ >= deepest_calls)
      return problem(node, say("expected macros to call each other at most {} deep, found more", deepest_calls));
    if (arguments.positional.size() > macro.arguments.size())
      return problem(node, say("{}: expected at most {} arguments, found {}", macro.name, macro.arguments.size(),
                               arguments.positional.size()));
    Dict parameters;
    for (std::size_t i = 0; i < macro.arguments.size(); ++i) {
      const Argument& parameter = macro.arguments[i];
      if (const Value* given = arguments.get(i, parameter.name)) {
        put(parameters, parameter.name, *given);
      } else if (parameter.value) {
        LIFT_ASSIGN(Value otherwise, expression(*parameter.value));
        put(parameters, parameter.name, std::move(otherwise));
      }
    }
    // A macro sees the template's own variables, not those of the loop that calls it.
    std::vector<Dict> callers(std::make_move_iterator(scopes_.begin() + 2), std::make_move_iterator(scopes_.end()));
    scopes_.resize(2);
    scopes_.push_back(std::move(parameters));
    ++calls_;
    Text text;
    Result<Flow> flow = body(macro.body, text);
    --calls_;
    scopes_.resize(2);
    std::ranges::move(callers, std::back_inserter(scopes_));
    if (!flow.ok()) return std::move(flow).error();
    return Value::of(std::move(text));
  }

  const std::string& subject_;
  std::vector<Dict> scopes_;   // globals, the template's own, then loops and macros
  std::vector<std::unique_ptr<Macro>> macros_;
  std::int64_t steps_ = 0;
  int calls_ = 0;
};

}   // namespace

Result<Text> run_program(const Node& program, Dict globals, const std::string& subject) {
  const auto function = [&](const char* name, Function::Kind kind) {
    Function value;
    value.kind = kind;
    value.name = name;
    put(globals, name, Value::of(std::move(value)));
  };
  function("range", Function::Kind::Range);
  function("namespace", Function::Kind::Namespace);
  function("dict", Function::Kind::Dict);
  function("raise_exception", Function::Kind::RaiseException);
  return Evaluator(std::move(globals), subject).run(program);
}

}   // namespace lift::jinja
