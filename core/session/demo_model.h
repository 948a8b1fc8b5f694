#pragma once
// Where the demo's model and data lie. Tensor-free.
#include <filesystem>

namespace lift {

// LIFT_DEMO_MODEL if set, else the file in the user's cache; it need not exist.
std::filesystem::path demo_model_path();

// The folder of the demo's rows and probe: installed beside the program, or in the checkout it was built from.
// Empty when it is in neither place.
std::filesystem::path demo_data_directory();

// Choice questions of elementary science, for the retention of any model; empty when they are not there.
std::filesystem::path shipped_probe_path();

// The demo as a recipe: resources/recipes/demo.json, installed or in the checkout; empty when it is in neither place.
std::filesystem::path demo_recipe_path();

}   // namespace lift
