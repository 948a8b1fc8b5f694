#include "core/checkpoint/manifest.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

using nlohmann::json;

constexpr std::array<std::pair<const char*, std::optional<double> DeltaMetrics::*>, 7> kMetrics{{
    {"held_out_loss_before", &DeltaMetrics::held_out_loss_before},
    {"held_out_loss_after", &DeltaMetrics::held_out_loss_after},
    {"probe_score_before", &DeltaMetrics::probe_score_before},
    {"probe_score_after", &DeltaMetrics::probe_score_after},
    {"retention", &DeltaMetrics::retention},
    {"retention_low", &DeltaMetrics::retention_low},
    {"retention_high", &DeltaMetrics::retention_high},
}};

std::int64_t element_count(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t extent : shape)
    if (extent < 0 || __builtin_mul_overflow(count, extent, &count)) return -1;
  return count;
}

json tensor_json(const TensorRecord& tensor) {
  json value{{"name", tensor.name}, {"shape", tensor.shape}, {"base", tensor.base.hex()}};
  if (tensor.changed) value["changed"] = tensor.changed;
  if (tensor.tuned) value["tuned"] = tensor.tuned->hex();
  return value;
}

// Reads fields of one object; the first that is missing or of another type becomes the error.
class Fields {
 public:
  Fields(const json& object, Sentence subject) : object_(object), subject_(std::move(subject)) {}

  Result<std::string> text(const char* name) const {
    const json* value = find(name);
    if (value && value->is_string()) return value->get<std::string>();
    return wrong(name, say("text"));
  }
  Result<std::int64_t> count(const char* name, std::int64_t missing) const {
    const json* value = find(name);
    if (!value) return missing;
    if (value->is_number_integer() && (!value->is_number_unsigned() || value->get<std::uint64_t>() <= INT64_MAX) &&
        value->get<std::int64_t>() >= 0)
      return value->get<std::int64_t>();
    return wrong(name, say("a count"));
  }
  Result<std::optional<Fingerprint>> fingerprint(const char* name) const {
    if (!find(name)) return std::optional<Fingerprint>();
    LIFT_ASSIGN(const std::string hex, text(name));
    auto parsed = parse_fingerprint(hex);
    if (!parsed.ok()) return wrong(name, say("a SHA-256 of 64 hexadecimal digits"));
    return std::optional(parsed.value());
  }
  Result<std::vector<std::int64_t>> shape(const char* name) const {
    const json* value = find(name);
    std::vector<std::int64_t> extents;
    if (!value || !value->is_array() || value->size() > 8) return wrong(name, say("a shape"));
    for (const json& extent : *value) {
      if (!extent.is_number_integer()) return wrong(name, say("a shape"));
      extents.push_back(extent.get<std::int64_t>());
    }
    if (element_count(extents) < 0) return wrong(name, say("a shape that can be stored"));
    return extents;
  }
  const json* find(const char* name) const {
    const auto place = object_.find(name);
    return place == object_.end() ? nullptr : &*place;
  }
  Error wrong(const char* name, const Sentence& expected) const {
    const json* value = find(name);
    return make_error(
        ErrorCode::Malformed, subject_,
        say("field \"{}\": expected {}, found {}", name, expected,
            value ? Sentence::verbatim(quote_name(value->dump(-1, ' ', true, json::error_handler_t::replace), 60))
                  : say("nothing")));
  }

 private:
  const json& object_;
  Sentence subject_;
};

Result<TensorRecord> read_tensor(const json& value, const Sentence& subject) {
  if (!value.is_object())
    return make_error(ErrorCode::Malformed, subject, say("expected an object for every tensor, found something else"));
  TensorRecord tensor;
  LIFT_ASSIGN(tensor.name, Fields(value, subject).text("name"));
  const Fields fields(value, say("{}, tensor {}", subject, quote_name(tensor.name)));
  LIFT_ASSIGN(tensor.shape, fields.shape("shape"));
  LIFT_ASSIGN(const auto base, fields.fingerprint("base"));
  if (!base) return fields.wrong("base", say("a SHA-256"));
  tensor.base = *base;
  LIFT_ASSIGN(tensor.changed, fields.count("changed", 0));
  LIFT_ASSIGN(tensor.tuned, fields.fingerprint("tuned"));
  if (tensor.changed > element_count(tensor.shape))
    return fields.wrong("changed", say("at most the tensor's elements"));
  if ((tensor.changed > 0) != tensor.tuned.has_value())
    return fields.wrong("tuned", say("a fingerprint exactly where entries changed"));
  return tensor;
}

Status read_metrics(const Fields& fields, const Sentence& subject, DeltaMetrics& metrics) {
  const json* object = fields.find("metrics");
  if (!object) return {};
  if (!object->is_object()) return fields.wrong("metrics", say("an object"));
  const Fields values(*object, say("{}, metrics", subject));
  for (const auto& [name, member] : kMetrics) {
    const json* value = values.find(name);
    if (value && !value->is_number()) return values.wrong(name, say("a number"));
    if (value) metrics.*member = value->get<double>();
  }
  return {};
}

}   // namespace

std::int64_t Manifest::changed() const {
  std::int64_t count = 0;
  for (const TensorRecord& tensor : tensors) count += tensor.changed;
  return count;
}

std::int64_t Manifest::parameters() const {
  std::int64_t count = 0;
  for (const TensorRecord& tensor : tensors) count += element_count(tensor.shape);
  return count;
}

const TensorRecord* Manifest::find(std::string_view name) const {
  for (const TensorRecord& tensor : tensors)
    if (tensor.name == name) return &tensor;
  return nullptr;
}

json to_json(const std::vector<TensorRecord>& tensors) {
  json list = json::array();
  for (const TensorRecord& tensor : tensors) list.push_back(tensor_json(tensor));
  return list;
}

Result<std::vector<TensorRecord>> tensor_records_from_json(const json& value, const Sentence& subject) {
  if (!value.is_array())
    return make_error(ErrorCode::Malformed, subject, say("expected a list of tensors, found none"));
  std::vector<TensorRecord> tensors;
  tensors.reserve(value.size());
  for (const json& item : value) {
    LIFT_ASSIGN(TensorRecord tensor, read_tensor(item, subject));
    tensors.push_back(std::move(tensor));
  }
  std::set<std::string_view> names;
  for (const TensorRecord& tensor : tensors)
    if (!names.insert(tensor.name).second)
      return make_error(ErrorCode::Malformed, subject,
                        say("expected every tensor once, found {} twice", quote_name(tensor.name)));
  return tensors;
}

json to_json(const Manifest& manifest) {
  json metrics = json::object();
  for (const auto& [name, member] : kMetrics)
    if (const auto& value = manifest.metrics.*member; value && std::isfinite(*value)) metrics[name] = *value;
  json value{{"format", Manifest::kFormat},          {"program", manifest.program},
             {"model_name", manifest.model_name},    {"family", manifest.family},
             {"dtype", name_of(manifest.dtype)},     {"steps", manifest.steps},
             {"tensors", to_json(manifest.tensors)}, {"metrics", std::move(metrics)}};
  if (manifest.tokenizer) value["tokenizer"] = manifest.tokenizer->hex();
  if (manifest.chat_template) value["chat_template"] = manifest.chat_template->hex();
  if (!manifest.recipe_json.empty()) value["recipe"] = manifest.recipe_json;
  return value;
}

Result<Manifest> manifest_from_json(const json& value, const Sentence& subject) {
  if (!value.is_object())
    return make_error(ErrorCode::Malformed, subject, say("expected an object, found something else"));
  const Fields fields(value, subject);
  LIFT_ASSIGN(const std::int64_t format, fields.count("format", 0));
  if (format == 0) return fields.wrong("format", say("a format number"));
  if (format > Manifest::kFormat)
    return make_error(ErrorCode::Unsupported, subject,
                      say("expected format {} or earlier, found {}", Manifest::kFormat, format),
                      say("A newer version of the program made it; update this one"));
  Manifest manifest;
  LIFT_ASSIGN(manifest.program, fields.text("program"));
  LIFT_ASSIGN(manifest.model_name, fields.text("model_name"));
  LIFT_ASSIGN(manifest.family, fields.text("family"));
  LIFT_ASSIGN(const std::string dtype, fields.text("dtype"));
  const auto parsed = parse_dtype(dtype);
  if (!parsed.ok()) return fields.wrong("dtype", say("an element type"));
  manifest.dtype = parsed.value();
  LIFT_ASSIGN(manifest.steps, fields.count("steps", 0));
  const json* tensors = fields.find("tensors");
  LIFT_ASSIGN(manifest.tensors, tensor_records_from_json(tensors ? *tensors : json(), subject));
  LIFT_RETURN_IF_ERROR(read_metrics(fields, subject, manifest.metrics));
  LIFT_ASSIGN(manifest.tokenizer, fields.fingerprint("tokenizer"));
  LIFT_ASSIGN(manifest.chat_template, fields.fingerprint("chat_template"));
  if (fields.find("recipe")) {
    LIFT_ASSIGN(manifest.recipe_json, fields.text("recipe"));
  }
  return manifest;
}

}   // namespace lift
