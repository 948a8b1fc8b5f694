// Calls: of macros, methods and the functions that every template has.
#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/evaluator.h"
#include "core/jinja/print.h"

namespace lift::jinja {

namespace {

constexpr int kDeepestCalls = 32;

Result<Value> range(const Arguments& arguments) {
  const List& given = arguments.positional;
  if (given.empty() || given.size() > 3 || !arguments.named.empty())
    return refuse(say("range: expected one to three numbers"));
  std::int64_t bounds[3] = {0, 0, 1};
  for (std::size_t i = 0; i < given.size(); ++i) {
    LIFT_ASSIGN(bounds[given.size() == 1 ? 1 : i], whole_of("range", given[i]));
  }
  if (bounds[2] == 0) return refuse(say("range: expected a step that is not 0, found 0"));
  List out;
  for (std::int64_t i = bounds[0]; bounds[2] > 0 ? i < bounds[1] : i > bounds[1];) {
    if (static_cast<std::int64_t>(out.size()) == kLongestRange)
      return refuse(say("range: expected at most {} numbers, found more", kLongestRange));
    out.push_back(Value::of(i));
    if (__builtin_add_overflow(i, bounds[2], &i)) break;
  }
  return Value::of(std::move(out), Shape::Range);
}

Result<Value> turn(const std::string& name, Turner& turner) {
  if (name == "reset") {
    turner.turn = 0;
    return Value::none();
  }
  return turner.items[turner.turn++ % turner.items.size()];
}

// Puts the entries of a mapping, or of a list of pairs.
Status put_all(Dict& dict, const Value& from) {
  if (from.dict()) {
    for (const auto& [key, item] : from.dict()->entries()) dict.put(key, item);
    return {};
  }
  LIFT_ASSIGN(const List pairs, items_of(from));
  for (const Value& pair : pairs) {
    LIFT_ASSIGN(const List two, items_of(pair));
    if (two.size() != 2 || !dict.put(two[0], two[1])) return expected("dict", say("pairs of key and value"), pair);
  }
  return {};
}

}   // namespace

Value Evaluator::function(Function::Kind kind, std::string name) const {
  Function made;
  made.kind = kind;
  made.name = std::move(name);
  return Value::of(std::move(made));
}

Value Evaluator::macro_value(const Node& definition) {
  macros_.push_back({&definition, scope_});
  Function made;
  made.kind = Function::Kind::Macro;
  made.name = definition.name;
  made.macro = macros_.size() - 1;
  return Value::of(std::move(made));
}

Result<Arguments> Evaluator::arguments_of(const std::vector<Argument>& arguments) {
  Arguments out;
  for (const Argument& argument : arguments) {
    LIFT_ASSIGN(Value value, expression(*argument.value));
    if (argument.kind == Argument::Kind::Position) {
      out.positional.push_back(std::move(value));
    } else if (argument.kind == Argument::Kind::List) {
      LIFT_ASSIGN(const List items, at(*argument.value, items_of(value)));
      out.positional.insert(out.positional.end(), items.begin(), items.end());
    } else if (argument.kind == Argument::Kind::Name) {
      if (out.named_value(argument.name))
        return problem(*argument.value, say("expected the argument {} once, found it twice", argument.name));
      out.named.emplace_back(argument.name, std::move(value));
    } else {
      if (!value.dict()) return problem(*argument.value, say("expected a mapping behind **, found {}", value.kind()));
      for (const auto& [key, item] : value.dict()->entries()) {
        if (!key.text() || out.named_value(key.text()->bytes))
          return problem(*argument.value, say("expected names behind **, each once, found {}", short_repr(key)));
        out.named.emplace_back(key.text()->bytes, item);
      }
    }
  }
  return out;
}

Result<Value> Evaluator::call(const Node& node) {
  LIFT_ASSIGN(const Value callee, expression(*node.children[0]));
  LIFT_ASSIGN(const Arguments arguments, arguments_of(node.arguments));
  return call_value(node, callee, arguments);
}

Result<Value> Evaluator::call_value(const Node& node, const Value& callee, const Arguments& arguments) {
  if (callee.loop()) return call_loop(node, callee, arguments);
  const Function* function = callee.function();
  if (!function) return problem(node, say("expected a function to call, found {}", callee.kind()));
  LIFT_RETURN_IF_ERROR(count_steps(node, callee.weight / 256));
  switch (function->kind) {
    case Function::Kind::Global: return at(node, call_global(node, function->name, arguments));
    case Function::Kind::Macro: {
      const Macro macro = macros_[function->macro];
      return call_macro(node, macro, arguments);
    }
    case Function::Kind::Method: return at(node, call_method(function->name, *function->owner, arguments));
    case Function::Kind::LoopMethod:
      return at(node, call_loop_method(function->name, *function->owner->loop(), arguments));
    case Function::Kind::TurnerMethod: return at(node, turn(function->name, *function->owner->turner()));
    case Function::Kind::Joiner: {
      Turner& joiner = *function->owner->turner();
      return joiner.turn++ == 0 ? Value::of("") : joiner.items[0];
    }
  }
  return problem(node, say("expected a function"), ErrorCode::Internal);
}

Result<Value> Evaluator::make_dict(const Arguments& arguments) const {
  if (arguments.positional.size() > 1) return refuse(say("dict: expected at most one mapping, found more"));
  Dict dict;
  if (!arguments.positional.empty()) LIFT_RETURN_IF_ERROR(put_all(dict, arguments.positional[0]));
  for (const auto& [name, value] : arguments.named) dict.put(name, value);
  return Value::of(std::move(dict));
}

Result<Value> Evaluator::make_namespace(const Arguments& arguments) {
  LIFT_ASSIGN(const Value fields, make_dict(arguments));
  auto made = std::make_shared<Namespace>();
  for (const auto& [key, value] : fields.dict()->entries()) {
    if (!key.text() || key.text()->bytes.starts_with('_'))
      return refuse(say("expected a field of a namespace that does not begin with _, found {}", short_repr(key)));
    made->fields.emplace_back(key.text()->bytes, value);
  }
  namespaces_.push_back(made);
  return Value{std::move(made)};
}

Result<Value> Evaluator::call_global(const Node& node, const std::string& name, const Arguments& arguments) {
  if (name == "range") return range(arguments);
  if (name == "namespace") return make_namespace(arguments);
  if (name == "dict") return make_dict(arguments);
  if (name == "raise_exception") {
    LIFT_ASSIGN(const Bound bound, bind(name, "message", 1, arguments));
    LIFT_ASSIGN(const Text reason, to_text(*bound[0]));
    return problem(node, say("the template refuses the conversation: {}", reason.bytes));
  }
  if (name == "strftime_now") {
    LIFT_ASSIGN(const Bound bound, bind(name, "format", 1, arguments));
    if (!bound[0]->text()) return expected(name, say("a text"), *bound[0]);
    LIFT_ASSIGN(std::string date, formatted_date(date_, bound[0]->text()->bytes));
    return Value::of(std::move(date));
  }
  if (name == "cycler" || name == "joiner") {
    auto turner = std::make_shared<Turner>();
    turner->items = arguments.positional;
    if (name == "joiner" && turner->items.empty()) turner->items.push_back(Value::of(", "));
    if (turner->items.empty() || !arguments.named.empty()) return refuse(say("{}: expected items, found none", name));
    Value owner;
    owner.data = std::move(turner);
    if (name == "cycler") return owner;
    Function made;
    made.kind = Function::Kind::Joiner;
    made.name = name;
    made.owner = std::make_shared<const Value>(std::move(owner));
    return Value::of(std::move(made));
  }
  return lacking(say("this program lacks the function {}", name));
}

Status Evaluator::bind_parameters(const Node& node, const Node& macro, Arguments arguments) {
  const auto take_named = [&](const std::string& name) -> std::optional<Value> {
    const auto found = std::ranges::find(arguments.named, name, [](const auto& entry) { return entry.first; });
    if (found == arguments.named.end()) return std::nullopt;
    Value value = std::move(found->second);
    arguments.named.erase(found);
    return value;
  };
  const std::size_t given = std::min(arguments.positional.size(), macro.arguments.size());
  for (std::size_t i = 0; i < macro.arguments.size(); ++i) {
    const Argument& parameter = macro.arguments[i];
    if (i < given) {
      put(parameter.name, arguments.positional[i]);
    } else if (auto value = take_named(parameter.name)) {
      put(parameter.name, *std::move(value));
    } else if (parameter.value) {
      LIFT_ASSIGN(Value otherwise, expression(*parameter.value));
      put(parameter.name, std::move(otherwise));
    } else {
      put(parameter.name, Value::undefined(parameter.name));
    }
  }
  if (macro.has_caller) put("caller", take_named("caller").value_or(Value::undefined("caller")));
  if (macro.takes_more)
    put("varargs",
        Value::of(List(arguments.positional.begin() + static_cast<std::ptrdiff_t>(given), arguments.positional.end()),
                  Shape::Tuple));
  else if (arguments.positional.size() > given)
    return problem(node, say("{}: expected at most {} arguments, found {}", macro.name, macro.arguments.size(),
                             arguments.positional.size()));
  if (macro.takes_named) {
    Dict rest;
    for (auto& [name, value] : arguments.named) rest.put(name, std::move(value));
    put("kwargs", Value::of(std::move(rest)));
  } else if (!arguments.named.empty()) {
    return problem(node, say("{}: expected no argument called {}, found one", macro.name, arguments.named[0].first));
  }
  return {};
}

Result<Value> Evaluator::call_macro(const Node& node, const Macro& macro, const Arguments& arguments) {
  if (calls_ >= kDeepestCalls)
    return problem(node, say("expected macros to call each other at most {} deep, found more", kDeepestCalls),
                   ErrorCode::Malformed);
  auto scope = std::make_shared<Scope>();
  scope->around = macro.around;
  const Inside inside(scope_, std::move(scope));
  LIFT_RETURN_IF_ERROR(bind_parameters(node, *macro.definition, arguments));
  ++calls_;
  Text text;
  const Result<Flow> flow = body(macro.definition->body, text);
  --calls_;
  if (!flow.ok()) return flow.error();
  return Value::of(std::move(text));
}

}   // namespace lift::jinja
