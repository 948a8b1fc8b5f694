// Expressions of a template as they run.
#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/evaluator.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {
using Kind = Node::Kind;
constexpr int kDeepestExpression = 900;
}   // namespace

Result<Value> Evaluator::expression(const Node& node) {
  LIFT_RETURN_IF_ERROR(count_steps(node));
  if (depth_ >= kDeepestExpression)
    return problem(node, say("expected at most {} things inside each other, found more", kDeepestExpression),
                   ErrorCode::Malformed);
  ++depth_;
  Result<Value> value = evaluate(node);
  --depth_;
  return value;
}

Result<Value> Evaluator::evaluate(const Node& node) {
  switch (node.kind) {
    case Kind::Constant: return node.value;
    case Kind::Name: return lookup(node.name);
    case Kind::ListLiteral: return bounded(node, list_literal(node));
    case Kind::DictLiteral: return bounded(node, dict_literal(node));
    case Kind::Attribute: return attribute(node);
    case Kind::Subscript: return subscript(node);
    case Kind::Slice: return bounded(node, slice(node));
    case Kind::Call: return bounded(node, call(node));
    case Kind::Filter: return filter(node);
    case Kind::Test: return test(node);
    case Kind::Not: {
      LIFT_ASSIGN(const Value value, expression(*node.children[0]));
      return Value::of(!value.truthy());
    }
    case Kind::Negative:
    case Kind::Positive: return signed_number(node);
    case Kind::Binary: return bounded(node, binary(node));
    case Kind::Comparison: return comparison(node);
    case Kind::Conditional: return conditional(node);
    default: return problem(node, say("expected an expression"), ErrorCode::Internal);
  }
}

Result<Value> Evaluator::list_literal(const Node& node) {
  List list;
  for (const NodePtr& child : node.children) {
    LIFT_ASSIGN(Value item, expression(*child));
    list.push_back(std::move(item));
  }
  return Value::of(std::move(list), node.flag ? Shape::Tuple : Shape::List);
}

Result<Value> Evaluator::dict_literal(const Node& node) {
  Dict dict;
  for (std::size_t i = 0; i < node.children.size(); i += 2) {
    LIFT_ASSIGN(const Value key, expression(*node.children[i]));
    LIFT_ASSIGN(Value value, expression(*node.children[i + 1]));
    if (!dict.put(key, std::move(value)))
      return problem(node, say("expected something that can be a key, found {}", key.kind()));
  }
  return Value::of(std::move(dict));
}

Result<Value> Evaluator::attribute(const Node& node) {
  LIFT_ASSIGN(const Value owner, expression(*node.children[0]));
  if (owner.is_undefined())
    return problem(node, say("expected something with a field {}, found {}", node.name, owner.kind()));
  if (owner.loop()) return loop_attribute(owner, node.name);
  if (is_foreign_attribute(owner, node.name)) {
    // What changes a list or mapping is closed to templates: Jinja's sandbox has nothing there.
    if (owner.list() || (owner.dict() && node.name != "fromkeys")) return Value::undefined(node.name);
    return problem(node, say("this program lacks .{} of {}", node.name, owner.kind()), ErrorCode::Unsupported);
  }
  return attribute_of(owner, node.name);
}

Result<Value> Evaluator::subscript(const Node& node) {
  LIFT_ASSIGN(const Value owner, expression(*node.children[0]));
  LIFT_ASSIGN(const Value key, expression(*node.children[1]));
  if (owner.is_undefined())
    return problem(node, say("expected something with an item {}, found {}", short_repr(key), owner.kind()));
  if (owner.loop() && key.text()) return loop_attribute(owner, key.text()->bytes);
  return item_of(owner, key);
}

Result<Value> Evaluator::slice(const Node& node) {
  LIFT_ASSIGN(const Value owner, expression(*node.children[0]));
  const bool view = owner.shape == Shape::Keys || owner.shape == Shape::Values || owner.shape == Shape::Items;
  if (!owner.text() && (!owner.list() || view))
    return problem(node, say("expected a text or a list to cut from, found {}", owner.kind()));
  std::optional<std::int64_t> bounds[3];
  for (std::size_t i = 0; i < 3; ++i) {
    if (!node.children[i + 1]) continue;
    LIFT_ASSIGN(const Value bound, expression(*node.children[i + 1]));
    if (bound.is_none()) continue;
    if (!bound.is_whole()) return problem(node, say("expected a number in the slice, found {}", bound.kind()));
    bounds[i] = bound.integer();
  }
  LIFT_ASSIGN(const List items, at(node, items_of(owner)));
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t step = bounds[2].value_or(1);
  if (step == 0) return problem(node, say("expected a step that is not 0, found 0"));
  const std::int64_t lowest = step < 0 ? -1 : 0, highest = step < 0 ? size - 1 : size;
  const auto place = [&](std::optional<std::int64_t> bound, std::int64_t otherwise) {
    if (!bound) return otherwise;
    return std::clamp(*bound < 0 ? *bound + size : *bound, lowest, highest);
  };
  const std::int64_t end = place(bounds[1], step < 0 ? lowest : highest);
  const std::int64_t stride = std::clamp(step, -size - 1, size + 1);
  List out;
  for (std::int64_t i = place(bounds[0], step < 0 ? highest : lowest); step < 0 ? i > end : i < end; i += stride)
    out.push_back(items[static_cast<std::size_t>(i)]);
  if (!owner.text()) return Value::of(std::move(out), owner.shape == Shape::Group ? Shape::Tuple : owner.shape);
  Text text;
  for (const Value& item : out) text.append(*item.text());
  return Value::of(std::move(text));
}

Result<Value> Evaluator::filter(const Node& node) {
  LIFT_ASSIGN(const Value value, expression(*node.children[0]));
  LIFT_ASSIGN(const Arguments arguments, arguments_of(node.arguments));
  LIFT_RETURN_IF_ERROR(count_steps(node, value.weight / 256));
  return bounded(node, apply_filter(node.name, value, arguments));
}

Result<Value> Evaluator::test(const Node& node) {
  LIFT_ASSIGN(const Value value, expression(*node.children[0]));
  LIFT_ASSIGN(const Arguments arguments, arguments_of(node.arguments));
  LIFT_ASSIGN(const bool holds, at(node, apply_test(node.name, value, arguments)));
  return Value::of(holds != node.flag);
}

Result<Value> Evaluator::signed_number(const Node& node) {
  LIFT_ASSIGN(const Value value, expression(*node.children[0]));
  if (!value.is_number()) return problem(node, say("expected a number behind -, found {}", value.kind()));
  if (node.kind == Kind::Positive) return value.is_real() ? value : Value::of(value.integer());
  if (value.is_real()) return Value::of(-value.number());
  return at(node, apply_operator("-", Value::of(std::int64_t{0}), value));
}

Result<Value> Evaluator::binary(const Node& node) {
  const std::string& name = node.name;
  LIFT_ASSIGN(Value left, expression(*node.children[0]));
  if (name == "and" && !left.truthy()) return left;
  if (name == "or" && left.truthy()) return left;
  LIFT_ASSIGN(Value right, expression(*node.children[1]));
  if (name == "and" || name == "or") return right;
  return apply_operator(name, left, right);
}

// a < b < c: both must hold, and b is asked for once.
Result<Value> Evaluator::comparison(const Node& node) {
  LIFT_ASSIGN(Value left, expression(*node.children[0]));
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    LIFT_ASSIGN(Value right, expression(*node.children[i + 1]));
    LIFT_RETURN_IF_ERROR(count_steps(node, (left.weight + right.weight) / 256));
    LIFT_ASSIGN(const bool holds, at(node, apply_comparison(node.names[i], left, right)));
    if (!holds) return Value::of(false);
    left = std::move(right);
  }
  return Value::of(true);
}

Result<Value> Evaluator::conditional(const Node& node) {
  LIFT_ASSIGN(const Value condition, expression(*node.children[1]));
  if (condition.truthy()) return expression(*node.children[0]);
  return node.children[2] ? expression(*node.children[2]) : Value::undefined("");
}

}   // namespace lift::jinja
