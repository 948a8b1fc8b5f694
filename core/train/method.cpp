#include "core/train/method.h"

#include <vector>

#include "core/base/say.h"
#include "core/train/method_lift.h"

namespace lift {

namespace {

std::vector<MethodEntry>& list() {
  static std::vector<MethodEntry> entries{
      {"lift", say("LIFT: the principal weights"), &make_lift_method},
  };
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

}   // namespace lift
