#include "core/jinja/evaluator.h"

#include <algorithm>

#include "core/base/say.h"

namespace lift::jinja {

namespace {

constexpr std::uint64_t kMostSteps = 4'000'000;
constexpr std::uint64_t kWeightOfAStep = 256;   // bytes that are looked at or copied in about the time of a step
constexpr std::uint32_t kHeaviestValue = 256u << 20;
constexpr std::uint16_t kDeepestValue = 100;

}   // namespace

Evaluator::Evaluator(Globals globals, const std::string& subject) : subject_(subject), date_(std::move(globals.date)) {
  auto builtins = std::make_shared<Scope>();
  for (const char* name :
       {"range", "namespace", "dict", "raise_exception", "strftime_now", "cycler", "joiner", "lipsum", "self"})
    builtins->variables.emplace_back(name, function(Function::Kind::Global, name));
  auto given = std::make_shared<Scope>();
  given->variables = std::move(globals.variables);
  given->around = std::move(builtins);
  scope_ = std::make_shared<Scope>();
  scope_->around = std::move(given);
}

Evaluator::~Evaluator() {
  for (const auto& fields : namespaces_) fields->fields.clear();
}

Result<Text> Evaluator::run(const Program& program) {
  Text out;
  LIFT_ASSIGN(const Flow flow, body(program.body, out));
  if (flow != Flow::Go)
    return make_error(ErrorCode::InvalidArgument, subject_,
                      say("expected break or continue inside a loop, found one outside"));
  return out;
}

Error Evaluator::problem(const Node& node, const Sentence& message, ErrorCode code) const {
  return make_error(code, subject_, say("line {}: {}", node.line, message));
}

Error Evaluator::at(const Node& node, Error error) const {
  if (error.subject.empty()) return problem(node, error.message, error.code);
  return error;
}

Status Evaluator::count_steps(const Node& node, std::uint64_t steps) {
  steps_ += steps;
  if (steps_ <= kMostSteps) return {};
  return problem(node, say("expected a template that ends within {} steps, found a longer one", kMostSteps),
                 ErrorCode::Malformed);
}

// Work on a value costs steps by its size, so that what is counted is time.
Result<Value> Evaluator::bounded(const Node& node, Result<Value> value) {
  if (!value.ok()) return at(node, std::move(value).error());
  LIFT_RETURN_IF_ERROR(count_steps(node, value->weight / kWeightOfAStep));
  if (value->weight > kHeaviestValue || value->depth > kDeepestValue)
    return problem(node,
                   say("expected values of at most {} bytes and {} levels, found more", kHeaviestValue, kDeepestValue),
                   ErrorCode::Malformed);
  return value;
}

// Of all turns: what a macro or a block has marked stays, the rest is the running turn's.
void Evaluator::mark_turn(Text& text) const {
  if (turn_ < 0 || text.bytes.empty()) return;
  std::vector<Mark> turns;
  std::size_t at = 0;
  for (const Mark& mark : text.marks.turns) {
    if (mark.span.begin > at) add_mark(turns, at, mark.span.begin, turn_);
    add_mark(turns, mark.span.begin, mark.span.end, mark.from);
    at = mark.span.end;
  }
  if (at < text.bytes.size()) add_mark(turns, at, text.bytes.size(), turn_);
  text.marks.turns = std::move(turns);
}

Status Evaluator::emit(const Node& node, Text text, Text& out) {
  mark_turn(text);
  out.append(text);
  LIFT_RETURN_IF_ERROR(count_steps(node, text.bytes.size() / kWeightOfAStep));
  if (out.bytes.size() <= kMostOutput) return {};
  return problem(node, say("expected at most {} bytes of output, found more", kMostOutput), ErrorCode::Malformed);
}

ScopePtr Evaluator::inner_scope() const {
  auto inner = std::make_shared<Scope>();
  inner->around = scope_;
  return inner;
}

Value Evaluator::lookup(const std::string& name) const {
  for (const Scope* scope = scope_.get(); scope; scope = scope->around.get())
    for (const auto& [known, value] : scope->variables)
      if (known == name) return value;
  return Value::undefined(name);
}

void Evaluator::put(const std::string& name, Value value) {
  for (auto& [known, held] : scope_->variables)
    if (known == name) return void(held = std::move(value));
  scope_->variables.emplace_back(name, std::move(value));
}

Result<Text> run_program(const Program& program, Globals globals, const std::string& subject) {
  return Evaluator(std::move(globals), subject).run(program);
}

}   // namespace lift::jinja
