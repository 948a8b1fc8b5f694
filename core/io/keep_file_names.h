#pragma once
// Recipes that leave this machine. Tensor-free. Thread: any.
#include <nlohmann/json_fwd.hpp>

namespace lift {

// Replaces every absolute path among the texts of `value` by its file's name: paths are of the machine that trained,
// and say who sat there.
void keep_file_names(nlohmann::json& value);

}   // namespace lift
