#pragma once
// The paths of the demo's model and data. Tensor-free.
#include <filesystem>

namespace lift {

// LIFT_DEMO_MODEL if set, else a file in the user's cache; the file need not exist.
std::filesystem::path demo_model_path();

// The folder of the demo's rows and probe: installed with the program, or in the checkout that it was built from.
// Empty if neither exists.
std::filesystem::path demo_data_directory();

// Choice questions on elementary science, to measure the retention of any model; empty if the file does not exist.
std::filesystem::path shipped_probe_path();

// The demo's recipe, resources/recipes/demo.json, installed or in the checkout; empty if neither exists.
std::filesystem::path demo_recipe_path();

}   // namespace lift
