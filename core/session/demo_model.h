#pragma once
// Where packaging/setup puts the demo model. Tensor-free.
#include <filesystem>

namespace lift {

// LIFT_DEMO_MODEL if set, else the file in the user's cache; it need not exist.
std::filesystem::path demo_model_path();

}  // namespace lift
