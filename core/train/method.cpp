#include "core/train/method.h"

#include <array>

#include "core/train/method_lift.h"

namespace lift {

std::span<const MethodEntry> methods() {
  static constexpr std::array entries{
      MethodEntry{"lift", "LIFT: the principal weights", &make_lift_method},
  };
  return entries;
}

const MethodEntry* find_method(std::string_view name) {
  for (const MethodEntry& entry : methods())
    if (entry.name == name) return &entry;
  return nullptr;
}

}   // namespace lift
