#include "core/metrics/run_record_json.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/sentence_json.h"

namespace lift {

namespace {

using nlohmann::json;

constexpr std::string_view kNotANumber = "NaN", kInfinity = "Infinity", kMinusInfinity = "-Infinity";

// fmt gives the shortest digits that read back bit for bit, whatever the locale.
std::string number_text(double value) {
  if (std::isnan(value)) return fmt::format("\"{}\"", kNotANumber);
  if (std::isinf(value)) return fmt::format("\"{}\"", value > 0 ? kInfinity : kMinusInfinity);
  if (value == 0 && std::signbit(value)) return "-0.0";   // "-0" would be read as an integer, without its sign
  return fmt::format("{}", value);
}

std::string json_text(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

// Lays one object's fields one after another, in the order in which a person reads them.
class LineBuilder {
 public:
  explicit LineBuilder(std::string_view event, std::int64_t step) {
    text_ = fmt::format("{{\"event\":\"{}\",\"step\":{}", event, step);
  }
  void number(std::string_view name, double value) { raw(name, number_text(value)); }
  void number(std::string_view name, const std::optional<double>& value) {
    if (value) number(name, *value);
  }
  void integer(std::string_view name, std::int64_t value) { raw(name, std::to_string(value)); }
  void boolean(std::string_view name, bool value) { raw(name, value ? "true" : "false"); }
  void string(std::string_view name, const std::string& value) { raw(name, json_text(value)); }
  void raw(std::string_view name, std::string_view value) { text_ += fmt::format(",\"{}\":{}", name, value); }
  std::string finish() { return std::move(text_) + "}"; }

 private:
  std::string text_;
};

std::string line_of(const StepMetrics& step) {
  LineBuilder line("step", step.step);
  line.number("loss", step.loss);
  line.number("learning_rate", step.learning_rate);
  line.number("gradient_norm", step.gradient_norm);
  line.integer("tokens", step.tokens);
  line.integer("labels", step.labels);
  line.number("epoch", step.epoch);
  std::string seconds = "{";
  for (int i = 0; i < kPhaseCount; ++i) {
    const auto phase = static_cast<Phase>(i);
    if (step.seconds[phase] == 0) continue;
    seconds +=
        fmt::format("{}\"{}\":{}", seconds.size() > 1 ? "," : "", name_of(phase), number_text(step.seconds[phase]));
  }
  line.raw("seconds", seconds + "}");
  line.integer("resident_bytes", step.resident_bytes);
  line.integer("peak_resident_bytes", step.peak_resident_bytes);
  return line.finish();
}

std::string text_of(const ExactMatch& exact) {
  std::string text = fmt::format("{{\"right\":{},\"asked\":{},\"of\":{}", exact.right, exact.asked, exact.of);
  if (exact.valid_json) text += fmt::format(",\"valid_json\":{}", *exact.valid_json);
  text += fmt::format(",\"cut\":{},\"rule\":{},\"seconds\":{}}}", exact.cut, json_text(exact.rule),
                      number_text(exact.seconds));
  return text;
}

std::string line_of(const EvaluationMetrics& evaluation) {
  LineBuilder line("evaluation", evaluation.step);
  line.number("held_out_loss", evaluation.held_out_loss);
  line.integer("held_out_labels", evaluation.held_out_labels);
  line.number("probe_score", evaluation.probe_score);
  line.integer("probe_items", evaluation.probe_items);
  line.number("retention", evaluation.retention);
  line.number("retention_low", evaluation.retention_low);
  line.number("retention_high", evaluation.retention_high);
  line.boolean("alarm", evaluation.alarm);
  if (evaluation.probe_lost) line.integer("probe_lost", *evaluation.probe_lost);
  if (evaluation.probe_gained) line.integer("probe_gained", *evaluation.probe_gained);
  if (evaluation.exact) line.raw("exact", text_of(*evaluation.exact));
  line.number("seconds", evaluation.seconds);
  return line.finish();
}

std::string line_of(const RefreshEvent& refresh) {
  LineBuilder line("refresh", refresh.step);
  line.integer("entries", refresh.entries);
  line.number("overlap", refresh.overlap);
  line.number("overlap_bound", refresh.overlap_bound);
  line.integer("union_entries", refresh.union_entries);
  line.number("seconds", refresh.seconds);
  std::string matrices = "[";
  for (const RefreshEvent::Matrix& matrix : refresh.matrices)
    matrices +=
        fmt::format("{}[{},{},{},{},{}]", matrices.size() > 1 ? "," : "", matrix.layer, json_text(matrix.projection),
                    matrix.entries, number_text(matrix.overlap), number_text(matrix.overlap_bound));
  line.raw("matrices", matrices + "]");
  return line.finish();
}

std::string line_of(const SampleEvent& sample) {
  LineBuilder line("sample", sample.step);
  line.string("prompt", sample.prompt);
  line.string("answer", sample.answer);
  return line.finish();
}

std::string line_of(const RunEvent& event) {
  LineBuilder line(name_of(event.kind), event.step);
  line.string("text", event.text.text());
  if (const auto parts = parts_of(event.text)) line.raw("text_parts", json_text(*parts));
  line.number("value", event.value);
  return line.finish();
}

std::optional<double> number_of(const json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  if (text == kNotANumber) return std::numeric_limits<double>::quiet_NaN();
  if (text == kInfinity) return std::numeric_limits<double>::infinity();
  if (text == kMinusInfinity) return -std::numeric_limits<double>::infinity();
  return std::nullopt;
}

// An integer that a 64-bit signed one can hold.
std::optional<std::int64_t> integer_of(const json& value) {
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
    return std::nullopt;
  if (value.is_number_integer()) return value.get<std::int64_t>();
  return std::nullopt;
}

// Reads typed fields and remembers the first that is of another type.
class FieldReader {
 public:
  FieldReader(const json& object, const std::string& subject) : object_(object), subject_(subject) {}

  void number(const char* name, double& out) { take(name, say("a number"), number_of, out); }
  void number(const char* name, std::optional<double>& out) { take(name, say("a number"), number_of, out); }
  void integer(const char* name, std::int64_t& out) { take(name, say("an integer"), integer_of, out); }
  void integer(const char* name, std::optional<std::int64_t>& out) { take(name, say("an integer"), integer_of, out); }
  void boolean(const char* name, bool& out) {
    take(
        name, say("true or false"),
        [](const json& value) { return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt; }, out);
  }
  void string(const char* name, std::string& out) {
    take(
        name, say("text"),
        [](const json& value) { return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt; },
        out);
  }
  const json* find(const char* name) const {
    const auto place = object_.find(name);
    return place == object_.end() ? nullptr : &*place;
  }
  void fail(const char* name, const Sentence& expected) {
    if (!error_)
      error_ = make_error(ErrorCode::Malformed, subject_,
                          say("field \"{}\": expected {}, found something else", name, expected));
  }
  const std::string& subject() const { return subject_; }
  Status status() const { return error_ ? Status(*error_) : Status(); }

 private:
  template <typename Read, typename Out>
  void take(const char* name, const Sentence& expected, Read read, Out& out) {
    const json* value = find(name);
    if (!value) return;
    if (auto result = read(*value)) out = std::move(*result);
    else fail(name, expected);
  }

  const json& object_;
  const std::string& subject_;
  std::optional<Error> error_;
};

void read_seconds(const json& object, FieldReader& fields, PhaseSeconds& out) {
  for (const auto& [name, value] : object.items()) {
    const auto phase = parse_phase(name);
    const auto seconds = number_of(value);
    if (phase && seconds) out[*phase] = *seconds;
    else if (phase) fields.fail("seconds", say("numbers"));
  }
}

StepMetrics read_step(FieldReader& fields) {
  StepMetrics step;
  fields.integer("step", step.step);
  fields.number("loss", step.loss);
  fields.number("learning_rate", step.learning_rate);
  fields.number("gradient_norm", step.gradient_norm);
  fields.integer("tokens", step.tokens);
  fields.integer("labels", step.labels);
  fields.number("epoch", step.epoch);
  fields.integer("resident_bytes", step.resident_bytes);
  fields.integer("peak_resident_bytes", step.peak_resident_bytes);
  if (const json* seconds = fields.find("seconds")) {
    if (seconds->is_object()) read_seconds(*seconds, fields, step.seconds);
    else fields.fail("seconds", say("seconds by phase"));
  }
  return step;
}

std::optional<ExactMatch> read_exact(FieldReader& fields, const std::string& subject) {
  const json* object = fields.find("exact");
  if (!object) return std::nullopt;
  if (!object->is_object()) {
    fields.fail("exact", say("an object"));
    return std::nullopt;
  }
  FieldReader inner(*object, subject);
  ExactMatch exact;
  inner.integer("right", exact.right);
  inner.integer("asked", exact.asked);
  inner.integer("of", exact.of);
  inner.integer("valid_json", exact.valid_json);
  inner.integer("cut", exact.cut);
  inner.string("rule", exact.rule);
  inner.number("seconds", exact.seconds);
  if (!inner.status().ok()) fields.fail("exact", say("counts of answers"));
  return exact;
}

EvaluationMetrics read_evaluation(FieldReader& fields) {
  EvaluationMetrics evaluation;
  fields.integer("step", evaluation.step);
  fields.number("held_out_loss", evaluation.held_out_loss);
  fields.integer("held_out_labels", evaluation.held_out_labels);
  fields.number("probe_score", evaluation.probe_score);
  fields.integer("probe_items", evaluation.probe_items);
  fields.number("retention", evaluation.retention);
  fields.number("retention_low", evaluation.retention_low);
  fields.number("retention_high", evaluation.retention_high);
  fields.boolean("alarm", evaluation.alarm);
  fields.integer("probe_lost", evaluation.probe_lost);
  fields.integer("probe_gained", evaluation.probe_gained);
  evaluation.exact = read_exact(fields, fields.subject());
  fields.number("seconds", evaluation.seconds);
  return evaluation;
}

std::optional<RefreshEvent::Matrix> read_refresh_matrix(const json& row) {
  if (!row.is_array() || row.size() != 5 || !row[1].is_string()) return std::nullopt;
  const auto layer = integer_of(row[0]), entries = integer_of(row[2]);
  const auto overlap = number_of(row[3]), bound = number_of(row[4]);
  if (!layer || *layer < 0 || *layer > std::numeric_limits<std::int32_t>::max() || !entries || !overlap || !bound)
    return std::nullopt;
  return RefreshEvent::Matrix{static_cast<std::int32_t>(*layer), row[1].get<std::string>(), *entries, *overlap, *bound};
}

RefreshEvent read_refresh(FieldReader& fields) {
  RefreshEvent refresh;
  fields.integer("step", refresh.step);
  fields.integer("entries", refresh.entries);
  fields.number("overlap", refresh.overlap);
  fields.number("overlap_bound", refresh.overlap_bound);
  fields.integer("union_entries", refresh.union_entries);
  fields.number("seconds", refresh.seconds);
  if (const json* matrices = fields.find("matrices")) {
    if (!matrices->is_array()) fields.fail("matrices", say("a list"));
    else
      for (const json& row : *matrices) {
        auto matrix = read_refresh_matrix(row);
        if (matrix) refresh.matrices.push_back(std::move(*matrix));
        else fields.fail("matrices", say("[layer, projection, entries, overlap, bound]"));
      }
  }
  return refresh;
}

SampleEvent read_sample(FieldReader& fields) {
  SampleEvent sample;
  fields.integer("step", sample.step);
  fields.string("prompt", sample.prompt);
  fields.string("answer", sample.answer);
  return sample;
}

RunEvent read_event(FieldReader& fields, RunEvent::Kind kind) {
  RunEvent event;
  event.kind = kind;
  fields.integer("step", event.step);
  std::string text;
  fields.string("text", text);
  event.text = sentence_of_parts(fields.find("text_parts"), std::move(text));
  fields.number("value", event.value);
  return event;
}

std::optional<RunRecord> read_record(FieldReader& fields, const std::string& event) {
  if (event == "step") return read_step(fields);
  if (event == "evaluation") return read_evaluation(fields);
  if (event == "refresh") return read_refresh(fields);
  if (event == "sample") return read_sample(fields);
  if (const auto kind = parse_run_event_kind(event)) return read_event(fields, *kind);
  return std::nullopt;
}

}   // namespace

std::string to_line(const RunRecord& record) {
  return std::visit([](const auto& value) { return line_of(value); }, record);
}

Result<RunRecord> record_from_line(std::string_view line, const std::string& subject) {
  const JsonLimits limits{.bytes = 64u << 20, .values = 1u << 20, .depth = 8};
  LIFT_ASSIGN(const json object, parse_json(line, subject, limits));
  if (!object.is_object())
    return make_error(ErrorCode::Malformed, subject, say("expected an object, found something else"));
  FieldReader fields(object, subject);
  std::string event;
  fields.string("event", event);
  auto record = read_record(fields, event);
  LIFT_RETURN_IF_ERROR(fields.status());
  if (!record)
    return make_error(ErrorCode::Malformed, subject, say("expected a known \"event\", found {}", quote_name(event)));
  return std::move(*record);
}

}   // namespace lift
