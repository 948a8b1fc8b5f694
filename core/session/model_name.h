#pragma once
// The usual name of a model, taken from its path: the name inside a model file is often that of a training run.
// Tensor-free. Thread: any.
#include <filesystem>
#include <string>

namespace lift {

// A GGUF file's name without extension, or a folder's name. For a snapshot in the Hugging Face cache, whose folder name
// is a hash: the repository's name without owner ("SmolLM2-135M-Instruct"). Symbolic links are not followed, since they
// lead to hashes.
std::string model_name_of(const std::filesystem::path& model);

// "HuggingFaceTB/SmolLM2-135M-Instruct" for a cache folder "models--HuggingFaceTB--SmolLM2-135M-Instruct"; else empty.
std::string hub_repository_of(const std::filesystem::path& cache_folder);

}   // namespace lift
