#pragma once
// The special tokens that a model folder's files define by name, which transformers passes to chat templates in
// addition to bos_token and eos_token. Tensor-free.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace lift {

// {"bos_token", "<s>"}, {"image_token", "<image>"}, ... Empty for a GGUF file, and for files that can't be read, which
// load_tokenizer reports.
std::vector<std::pair<std::string, std::string>> named_special_tokens(const std::filesystem::path& model);

}   // namespace lift
