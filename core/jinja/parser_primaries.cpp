// What expressions are made of: names, literals, subscripts and calls.
#include "core/base/say.h"
#include "core/jinja/parser.h"

namespace lift::jinja {

namespace {
using Kind = Node::Kind;
}

Result<NodePtr> Parser::primary() {
  NodePtr node = make(Kind::Constant);
  switch (here().kind) {
    case LexToken::Kind::Name: {
      const std::string name = take().text;
      if (name == "true" || name == "True") node->value = Value::of(true);
      else if (name == "false" || name == "False") node->value = Value::of(false);
      else if (name == "none" || name == "None") node->value = Value::none();
      else {
        node->kind = Kind::Name;
        node->name = name;
        mention(name);
        for (Node* macro : macros_) {
          macro->takes_more |= name == "varargs";
          macro->takes_named |= name == "kwargs";
          macro->has_caller |= name == "caller";
        }
      }
      return node;
    }
    case LexToken::Kind::String: {
      std::string text = take().text;
      while (at(LexToken::Kind::String)) text += take().text;
      mention(text);
      node->value = Value::of(std::move(text));
      return node;
    }
    case LexToken::Kind::Integer:
      node->value = Value::of(static_cast<std::int64_t>(std::stoll(take().text)));
      return node;
    case LexToken::Kind::Float: node->value = Value::of(std::strtod(take().text.c_str(), nullptr)); return node;
    default: break;
  }
  if (at_operator("(")) return bracketed();
  if (at_operator("[")) return list_literal();
  if (at_operator("{")) return dict_literal();
  return problem(say("expected an expression, found {}", found()));
}

Result<NodePtr> Parser::bracketed() {
  take();
  NodePtr tuple = make(Kind::ListLiteral);
  tuple->flag = true;
  bool comma = false;
  while (!take_operator(")")) {
    LIFT_ASSIGN(NodePtr item, expression());
    tuple->children.push_back(std::move(item));
    if (take_operator(",")) comma = true;
    else if (!at_operator(")")) return problem(say("expected \")\", found {}", found()));
  }
  if (tuple->children.size() == 1 && !comma) return std::move(tuple->children[0]);
  return tuple;
}

Result<NodePtr> Parser::list_literal() {
  take();
  NodePtr list = make(Kind::ListLiteral);
  while (!take_operator("]")) {
    if (!list->children.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    if (take_operator("]")) break;
    LIFT_ASSIGN(NodePtr item, expression());
    list->children.push_back(std::move(item));
  }
  return list;
}

Result<NodePtr> Parser::dict_literal() {
  take();
  NodePtr dict = make(Kind::DictLiteral);
  while (!take_operator("}")) {
    if (!dict->children.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    if (take_operator("}")) break;
    LIFT_ASSIGN(NodePtr key, expression());
    LIFT_RETURN_IF_ERROR(expect_operator(":"));
    LIFT_ASSIGN(NodePtr value, expression());
    dict->children.push_back(std::move(key));
    dict->children.push_back(std::move(value));
  }
  return dict;
}

Result<NodePtr> Parser::postfix(NodePtr node) {
  while (true) {
    LIFT_RETURN_IF_ERROR(check_depth());
    if (take_operator(".")) {
      LIFT_ASSIGN(node, attribute(std::move(node)));
    } else if (at_operator("[")) {
      LIFT_ASSIGN(node, subscript(std::move(node)));
    } else if (at_operator("(")) {
      node = make(Kind::Call, std::move(node));
      LIFT_RETURN_IF_ERROR(arguments(node->arguments));
    } else {
      return node;
    }
  }
}

// a.name, or a.0 for a[0].
Result<NodePtr> Parser::attribute(NodePtr node) {
  if (at(LexToken::Kind::Integer)) {
    NodePtr index = make(Kind::Constant);
    index->value = Value::of(static_cast<std::int64_t>(std::stoll(take().text)));
    return make(Kind::Subscript, std::move(node), std::move(index));
  }
  NodePtr out = make(Kind::Attribute, std::move(node));
  LIFT_ASSIGN(out->name, expect_name(say("the name of an attribute")));
  mention(out->name);
  return out;
}

Result<NodePtr> Parser::subscript(NodePtr node) {
  take();
  std::vector<NodePtr> parts(3);
  std::size_t part = 0;
  while (!at_operator("]")) {
    if (take_operator(":")) {
      if (++part == parts.size()) return problem(say("expected at most two colons in a slice, found more"));
      continue;
    }
    if (at_operator(",")) return beyond(say("several subscripts in one pair of brackets"));
    if (parts[part]) return problem(say("expected \"]\", found {}", found()));
    LIFT_ASSIGN(parts[part], expression());
  }
  take();
  if (part == 0 && !parts[0]) return problem(say("expected something between [ and ], found nothing"));
  if (part == 0) return make(Kind::Subscript, std::move(node), std::move(parts[0]));
  NodePtr slice = make(Kind::Slice, std::move(node));
  for (NodePtr& bound : parts) slice->children.push_back(std::move(bound));
  return slice;
}

Result<Argument> Parser::call_argument(const std::vector<Argument>& before) {
  const auto any = [&](Argument::Kind kind) {
    return std::ranges::find(before, kind, &Argument::kind) != before.end();
  };
  const bool unpacked = any(Argument::Kind::Mapping);
  const auto misplaced = [&] {
    return problem(say("expected arguments by position, then by name, found {}", found()));
  };
  Argument argument;
  if (take_operator("*")) {
    if (unpacked || any(Argument::Kind::List)) return misplaced();
    argument.kind = Argument::Kind::List;
  } else if (take_operator("**")) {
    if (unpacked) return misplaced();
    argument.kind = Argument::Kind::Mapping;
  } else if (at(LexToken::Kind::Name) && ahead().kind == LexToken::Kind::Operator && ahead().text == "=") {
    if (unpacked) return misplaced();
    argument.kind = Argument::Kind::Name;
    argument.name = take().text;
    take();
  } else if (unpacked || any(Argument::Kind::List) || any(Argument::Kind::Name)) {
    return misplaced();
  }
  LIFT_ASSIGN(argument.value, expression());
  return argument;
}

Status Parser::arguments(std::vector<Argument>& out) {
  take();
  while (!take_operator(")")) {
    if (!out.empty()) LIFT_RETURN_IF_ERROR(expect_operator(","));
    if (take_operator(")")) break;
    LIFT_ASSIGN(Argument argument, call_argument(out));
    out.push_back(std::move(argument));
  }
  return {};
}

}   // namespace lift::jinja
