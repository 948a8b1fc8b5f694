#pragma once
// The special tokens of a model folder by the names that its files give them: what transformers hands to a chat
// template beside bos_token and eos_token. Tensor-free.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace lift {

// {"bos_token", "<s>"}, {"image_token", "<image>"}, ... Empty for a GGUF file, and for what cannot be read: loading the
// tokenizer says so.
std::vector<std::pair<std::string, std::string>> named_special_tokens(const std::filesystem::path& model);

}   // namespace lift
