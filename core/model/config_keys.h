#pragma once
// Every key of a config.json is used, known to change nothing here, refused, or told as not used. Which keys a family
// uses stands in the table of config_keys.cpp. Private to core/model.
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace lift {

// The part of config.json that describes the text model, which a model with a vision tower nests in text_config.
struct ConfigText {
  nlohmann::json json;
  std::vector<Sentence> not_used;   // keys around it
};
Result<ConfigText> text_configuration(const nlohmann::json& config, const std::string& file);

struct ConfigFindings {
  std::vector<Sentence> not_used;   // "key NAME of config.json"
  std::vector<Sentence> notices;    // what is missing and how it was filled in
};
// Errors: Unsupported, naming the first key whose value changes the arithmetic in a way that is not computed here.
Result<ConfigFindings> check_config_keys(const ConfigText& text, const std::string& file);

}   // namespace lift
