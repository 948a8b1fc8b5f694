#include "core/io/keep_file_names.h"

#include <filesystem>

#include <nlohmann/json.hpp>

namespace lift {

void keep_file_names(nlohmann::json& value) {
  if (value.is_string()) {
    const std::string text = value.get<std::string>();
    if (text.starts_with('/')) value = std::filesystem::path(text).filename().string();
  }
  if (value.is_structured())
    for (nlohmann::json& part : value) keep_file_names(part);
}

}   // namespace lift
