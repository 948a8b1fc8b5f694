#include "core/train/method.h"

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/train/method_full.h"
#include "core/train/method_lift.h"
#include "core/train/method_lora.h"

namespace lift {

namespace {

std::vector<MethodEntry>& list() {
  static std::vector<MethodEntry> entries{lift_method(), full_method(), lora_method()};
  return entries;
}

}   // namespace

std::span<const MethodEntry> methods() { return list(); }

AddedMethod::AddedMethod(const MethodEntry& entry) { list().push_back(entry); }
AddedMethod::~AddedMethod() { list().pop_back(); }

std::string known_methods() {
  std::string names;
  for (const MethodEntry& entry : methods()) names += (names.empty() ? "" : ", ") + std::string(entry.name);
  return names;
}

const MethodEntry* find_method(std::string_view name) {
  for (const MethodEntry& entry : methods())
    if (entry.name == name) return &entry;
  return nullptr;
}

SettingValues section_of(const MethodEntry& method, const TrainConfig& train) {
  SettingValues values;
  const auto section = train.sections.find(method.name);
  for (const MethodSetting& setting : method.settings) {
    values.emplace(setting.name, setting.usual);
    if (section == train.sections.end()) continue;
    if (const auto said = section->second.find(setting.name); said != section->second.end())
      values[setting.name] = said->second;
  }
  return values;
}

Status validate_method(const TrainConfig& train) {
  const MethodEntry* method = find_method(train.method);
  if (!method)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("train.method"),
                      say("expected one of {}, found \"{}\"", known_methods(), train.method));
  return method->validate ? method->validate(section_of(*method, train)) : Status();
}

Status fit_method(const TrainConfig& train, const SelectionConfig& selection, const ModelConfig& model) {
  LIFT_RETURN_IF_ERROR(validate_method(train));
  const MethodEntry& method = *find_method(train.method);
  return method.fits ? method.fits(section_of(method, train), selection, model) : selection.validate(model);
}

MethodPlan plan_method(const PlanRequest& request) {
  const MethodEntry* method = find_method(request.train.method);
  return method && method->plan ? method->plan(request) : plan_lift(request);
}

std::unique_ptr<TrainingMethod> make_method(const TrainConfig& train, const SelectionConfig& selection,
                                            const OptimizerConfig& optimizer, CausalLm& model) {
  const MethodEntry* method = find_method(train.method);
  LIFT_CHECK(method, "the recipe's method was checked");
  return method->make({model, selection, optimizer, train.seed, section_of(*method, train)});
}

}   // namespace lift
