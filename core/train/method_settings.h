#pragma once
// A method's own section of the recipe, as values: "lora.rank" is the setting "rank" of the section "lora". What the
// method says of each serves the recipe's JSON, `--set`, the window's form and the check. Tensor-free.
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/base/sentence.h"

namespace lift {

using SettingValue = std::variant<bool, std::int64_t, double, std::string>;
using SettingValues = std::map<std::string, SettingValue, std::less<>>;   // by name; what is absent is as usual

struct MethodSetting {
  std::string name;                        // "rank"
  SettingValue usual;                      // its kind is the setting's
  Sentence title;                          // for people: "Rank of the adapters"
  Sentence help;                           // one sentence with unit and "off" value
  std::vector<std::string> choices = {};   // of a text; empty: any
};

}   // namespace lift
