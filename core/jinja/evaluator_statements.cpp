// Statements of a template as they run.
#include "core/base/say.h"
#include "core/jinja/evaluator.h"
#include "core/jinja/print.h"

namespace lift::jinja {

namespace {
using Kind = Node::Kind;
}

Result<Evaluator::Flow> Evaluator::body(const std::vector<NodePtr>& nodes, Text& out) {
  for (const NodePtr& node : nodes) {
    LIFT_RETURN_IF_ERROR(count_steps(*node));
    LIFT_ASSIGN(const Flow flow, statement(*node, out));
    if (flow != Flow::Go) return flow;
  }
  return Flow::Go;
}

Result<Evaluator::Flow> Evaluator::statement(const Node& node, Text& out) {
  switch (node.kind) {
    case Kind::Data: {
      LIFT_RETURN_IF_ERROR(emit(node, *node.value.text(), out));
      return Flow::Go;
    }
    case Kind::Output: return output(node, out);
    case Kind::If: {
      LIFT_ASSIGN(const Value condition, expression(*node.children[0]));
      return body(condition.truthy() ? node.body : node.otherwise, out);
    }
    case Kind::For: return loop(node, out);
    case Kind::Set: return set(node);
    case Kind::SetBlock: return set_block(node);
    case Kind::With: return with(node, out);
    case Kind::FilterBlock: return filter_block(node, out);
    case Kind::CallBlock: return call_block(node, out);
    case Kind::Generation: return generation(node, out);
    case Kind::MacroDefinition: put(node.name, macro_value(node)); return Flow::Go;
    case Kind::Group: return body(node.body, out);
    case Kind::Break: return Flow::Break;
    case Kind::Continue: return Flow::Continue;
    default: return problem(node, say("expected a statement"), ErrorCode::Internal);
  }
}

Result<Evaluator::Flow> Evaluator::output(const Node& node, Text& out) {
  for (const NodePtr& child : node.children) {
    LIFT_ASSIGN(const Value value, expression(*child));
    LIFT_ASSIGN(const Text text, at(node, to_text(value)));
    LIFT_RETURN_IF_ERROR(emit(node, text, out));
  }
  return Flow::Go;
}

Result<Evaluator::Flow> Evaluator::set(const Node& node) {
  LIFT_ASSIGN(Value value, expression(*node.children[1]));
  // A loop over numbers that fetches its message: what it writes from here on belongs to that message.
  if (value.turn >= 0 && in_loop_ && !loop_has_turn_ && node.children[0]->kind == Kind::Name) turn_ = value.turn;
  LIFT_RETURN_IF_ERROR(assign(*node.children[0], std::move(value)));
  return Flow::Go;
}

Result<Value> Evaluator::filtered(const std::vector<Argument>& filters, Text text) {
  Value value = Value::of(std::move(text));
  for (const Argument& filter : filters) {
    LIFT_ASSIGN(const Arguments arguments, arguments_of(filter.value->arguments));
    LIFT_ASSIGN(value, bounded(*filter.value, apply_filter(filter.value->name, value, arguments)));
  }
  return value;
}

Result<Evaluator::Flow> Evaluator::set_block(const Node& node) {
  Text text;
  Flow flow = Flow::Go;
  {
    const Inside inside(scope_, inner_scope());
    LIFT_ASSIGN(flow, body(node.body, text));
  }
  LIFT_ASSIGN(Value value, filtered(node.arguments, std::move(text)));
  LIFT_RETURN_IF_ERROR(assign(*node.children[0], std::move(value)));
  return flow;
}

Result<Evaluator::Flow> Evaluator::with(const Node& node, Text& out) {
  std::vector<Value> values;   // all of them are read outside
  for (std::size_t i = 1; i < node.children.size(); i += 2) {
    LIFT_ASSIGN(Value value, expression(*node.children[i]));
    values.push_back(std::move(value));
  }
  const Inside inside(scope_, inner_scope());
  for (std::size_t i = 0; i < values.size(); ++i)
    LIFT_RETURN_IF_ERROR(assign(*node.children[2 * i], std::move(values[i])));
  return body(node.body, out);
}

Result<Evaluator::Flow> Evaluator::filter_block(const Node& node, Text& out) {
  const Inside inside(scope_, inner_scope());
  Text text;
  LIFT_ASSIGN(const Flow flow, body(node.body, text));
  LIFT_ASSIGN(const Value value, filtered(node.arguments, std::move(text)));
  LIFT_ASSIGN(const Text made, at(node, to_text(value)));
  LIFT_RETURN_IF_ERROR(emit(node, made, out));
  return flow;
}

Result<Evaluator::Flow> Evaluator::call_block(const Node& node, Text& out) {
  const Node& call = *node.children[0];
  LIFT_ASSIGN(const Value callee, expression(*call.children[0]));
  LIFT_ASSIGN(Arguments arguments, arguments_of(call.arguments));
  arguments.named.emplace_back("caller", macro_value(node));
  LIFT_ASSIGN(const Value value, bounded(node, call_value(call, callee, arguments)));
  LIFT_ASSIGN(const Text text, at(node, to_text(value)));
  LIFT_RETURN_IF_ERROR(emit(node, text, out));
  return Flow::Go;
}

Result<Evaluator::Flow> Evaluator::generation(const Node& node, Text& out) {
  const Inside inside(scope_, inner_scope());
  Text text;
  LIFT_ASSIGN(const Flow flow, body(node.body, text));
  if (!text.bytes.empty() && text.marks.generation.empty())
    add_mark(text.marks.generation, 0, text.bytes.size(), turn_);
  LIFT_RETURN_IF_ERROR(emit(node, text, out));
  return flow;
}

Status Evaluator::assign_field(const Node& target, Value value) {
  const Value owner = lookup(target.names[0]);
  Namespace* fields = owner.name_space();
  if (!fields) return problem(target, say("expected a namespace, found {}", owner.kind()));
  if (target.name.starts_with('_'))
    return problem(target, say("expected a field of a namespace that does not begin with _, found {}", target.name));
  for (auto& [name, held] : fields->fields) {
    if (name != target.name) continue;
    held = std::move(value);
    return {};
  }
  fields->fields.emplace_back(target.name, std::move(value));
  return {};
}

// One name takes the value; several take its items.
Status Evaluator::assign(const Node& target, Value value) {
  if (target.kind == Kind::Field) return assign_field(target, std::move(value));
  if (target.kind == Kind::Name) {
    put(target.name, std::move(value));
    return {};
  }
  LIFT_ASSIGN(const List items, at(target, items_of(value)));
  if (items.size() != target.children.size())
    return problem(target, say("expected {} items for as many names, found {}", target.children.size(), items.size()));
  for (std::size_t i = 0; i < items.size(); ++i) LIFT_RETURN_IF_ERROR(assign(*target.children[i], items[i]));
  return {};
}

}   // namespace lift::jinja
