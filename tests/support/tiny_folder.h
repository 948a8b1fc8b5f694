#pragma once
// Writes the tiny model of tiny_model.h as a folder, for tests that include no tensors. Library test_tensor_support.
#include <filesystem>

namespace lift::test {

void write_tiny_folder(const std::filesystem::path& folder);   // F32

}   // namespace lift::test
