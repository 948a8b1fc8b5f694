// For loops, and what `loop` knows.
#include "core/base/say.h"
#include "core/jinja/evaluator.h"

namespace lift::jinja {

Result<Evaluator::Flow> Evaluator::loop(const Node& node, Text& out) {
  LIFT_ASSIGN(const Value list, expression(*node.children[1]));
  return run_loop(node, list, 0, out);
}

Result<Evaluator::Flow> Evaluator::run_loop(const Node& node, const Value& list, std::int64_t depth0, Text& out) {
  auto state = std::make_shared<LoopState>();
  state->node = &node;
  state->around = scope_;
  state->depth0 = depth0;
  state->source = list;
  if (!list.list() && !list.iterator()) {
    LIFT_ASSIGN(List items, at(node, items_of(list)));
    state->source = Value::of(std::move(items));
  }
  return iterate(state, out);
}

Result<Evaluator::Flow> Evaluator::iterate(const std::shared_ptr<LoopState>& state, Text& out) {
  const std::int32_t outer_turn = turn_;
  const bool outer_has_turn = loop_has_turn_, outer_in_loop = in_loop_;
  const auto leave = [&] {
    turn_ = outer_turn;
    loop_has_turn_ = outer_has_turn;
    in_loop_ = outer_in_loop;
  };
  const Node& node = *state->node;
  bool any = false;
  Flow flow = Flow::Go;
  while (flow != Flow::Break) {
    LIFT_RETURN_IF_ERROR(count_steps(node));
    LIFT_ASSIGN(const std::optional<Value> item, next(*state));
    if (!item) break;
    any = true;
    in_loop_ = true;
    loop_has_turn_ = item->turn >= 0 || outer_turn >= 0;
    turn_ = item->turn >= 0 ? item->turn : outer_turn;
    const Inside inside(scope_, inner_scope());
    Value loop;
    loop.data = state;
    put("loop", std::move(loop));
    LIFT_RETURN_IF_ERROR(assign(*node.children[0], *item));
    LIFT_ASSIGN(flow, body(node.body, out));
  }
  leave();
  if (any) return Flow::Go;
  const Inside inside(scope_, inner_scope());
  return body(node.otherwise, out);
}

Result<bool> Evaluator::accepts(const LoopState& state, const Value& item) {
  const NodePtr& condition = state.node->children[2];
  if (!condition || state.asked) return true;
  auto scope = std::make_shared<Scope>();
  scope->around = state.around;
  const Inside inside(scope_, std::move(scope));
  LIFT_RETURN_IF_ERROR(assign(*state.node->children[0], item));
  LIFT_ASSIGN(const Value holds, expression(*condition));
  return holds.truthy();
}

// The next item that the loop's condition lets through.
Result<std::optional<Value>> Evaluator::fetch(LoopState& state) {
  Iterator* left = state.source.iterator();
  const List& items = left ? left->items : *state.source.list();
  std::size_t& taken = left ? left->next : state.taken;
  while (taken < items.size()) {
    const Value item = items[taken++];
    LIFT_RETURN_IF_ERROR(count_steps(*state.node));
    LIFT_ASSIGN(const bool accepted, accepts(state, item));
    if (accepted) return std::optional(item);
  }
  return std::optional<Value>();
}

Status Evaluator::look_ahead(LoopState& state) {
  if (state.after || state.ended) return {};
  LIFT_ASSIGN(state.after, fetch(state));
  state.ended = !state.after;
  return {};
}

Result<std::optional<Value>> Evaluator::next(LoopState& state) {
  LIFT_RETURN_IF_ERROR(look_ahead(state));
  std::optional<Value> item = std::exchange(state.after, std::nullopt);
  if (!item) return item;
  ++state.index0;
  state.before = std::exchange(state.current, *item);
  return item;
}

// Without a condition, a list knows its length; else all that is left is read.
Status Evaluator::count_items(LoopState& state) {
  if (state.length) return {};
  if (!state.node->children[2] && !state.source.iterator()) {
    state.length = static_cast<std::int64_t>(state.source.list()->size());
    return {};
  }
  const bool peeked = state.after.has_value();
  List rest;
  while (true) {
    LIFT_ASSIGN(const std::optional<Value> item, fetch(state));
    if (!item) break;
    rest.push_back(*item);
  }
  state.length = static_cast<std::int64_t>(rest.size()) + state.index0 + 1 + (peeked ? 1 : 0);
  state.asked = true;
  state.source = Value::iterator(std::move(rest));
  state.ended = false;
  return {};
}

Result<Value> Evaluator::loop_attribute(const Value& loop, const std::string& name) {
  LoopState& state = *loop.loop();
  const auto number = [](std::int64_t value) { return Value::of(value); };
  if (name == "index0") return number(state.index0);
  if (name == "index") return number(state.index0 + 1);
  if (name == "depth0") return number(state.depth0);
  if (name == "depth") return number(state.depth0 + 1);
  if (name == "first") return Value::of(state.index0 == 0);
  if (name == "previtem") return state.index0 == 0 ? Value::undefined("previtem") : state.before;
  if (name == "last" || name == "nextitem") {
    LIFT_RETURN_IF_ERROR(look_ahead(state));
    if (name == "last") return Value::of(!state.after);
    return state.after ? *state.after : Value::undefined("nextitem");
  }
  if (name == "length" || name == "revindex" || name == "revindex0") {
    LIFT_RETURN_IF_ERROR(count_items(state));
    if (name == "length") return number(*state.length);
    return number(*state.length - state.index0 - (name == "revindex0" ? 1 : 0));
  }
  if (name != "cycle" && name != "changed") return Value::undefined(name);
  Function method;
  method.kind = Function::Kind::LoopMethod;
  method.name = name;
  method.owner = std::make_shared<const Value>(loop);
  return Value::of(std::move(method));
}

Result<Value> Evaluator::call_loop_method(const std::string& name, LoopState& state, const Arguments& arguments) {
  const List& given = arguments.positional;
  if (name == "cycle") {
    if (given.empty()) return refuse(say("cycle: expected items, found none"));
    return given[static_cast<std::size_t>(state.index0) % given.size()];
  }
  const bool same = state.last_changed && equal(Value::of(*state.last_changed), Value::of(given));
  if (!same) state.last_changed = given;
  return Value::of(!same);
}

// loop(items) in a recursive loop: its body over other items.
Result<Value> Evaluator::call_loop(const Node& node, const Value& loop, const Arguments& arguments) {
  const LoopState& state = *loop.loop();
  if (!state.node->flag) return problem(node, say("expected a loop marked recursive, found another"));
  LIFT_ASSIGN(const Bound bound, at(node, bind("loop", "iterable", 1, arguments)));
  constexpr int deepest_calls = 32;
  if (calls_ >= deepest_calls)
    return problem(node, say("expected macros to call each other at most {} deep, found more", deepest_calls),
                   ErrorCode::Malformed);
  const Inside inside(scope_, state.around);
  ++calls_;
  Text text;
  const Result<Flow> flow = run_loop(*state.node, *bound[0], state.depth0 + 1, text);
  --calls_;
  if (!flow.ok()) return flow.error();
  return Value::of(std::move(text));
}

}   // namespace lift::jinja
