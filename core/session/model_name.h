#pragma once
// What people call a model, from where it lies: what its file says of itself is often the name of a training run.
// Tensor-free. Thread: any.
#include <filesystem>
#include <string>

namespace lift {

// A GGUF file without its ending, a folder's name; of a snapshot in the Hugging Face cache, whose own name is a hash,
// the repository's without its owner: "SmolLM2-135M-Instruct". Links are not followed: they lead to names that are
// hashes.
std::string model_name_of(const std::filesystem::path& model);

// "HuggingFaceTB/SmolLM2-135M-Instruct" of a cache's folder "models--HuggingFaceTB--SmolLM2-135M-Instruct"; else empty.
std::string hub_repository_of(const std::filesystem::path& cache_folder);

}   // namespace lift
