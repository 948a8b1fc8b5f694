#pragma once
// What stands beside a tokenizer in a model folder: tokenizer_config.json, special_tokens_map.json,
// generation_config.json, added_tokens.json, chat_template.jinja. All may be absent. Tensor-free.
// Private to core/tokenizer.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/tokenizer/added_tokens.h"

namespace lift {

struct SideFiles {
  nlohmann::json tokenizer_config, special_tokens_map, generation_config, added_tokens;
};
Result<SideFiles> read_side_files(const std::filesystem::path& folder);

// Tokens that only the side files know ("added_tokens_decoder", added_tokens.json), but for ids in `known`.
std::vector<AddedToken> added_tokens_beside(const SideFiles& files, const std::vector<AddedToken>& known);

// The text of a named token: "bos_token", "eos_token", "pad_token", "unk_token".
std::optional<std::string> named_token(const SideFiles& files, const char* name);

// The end-of-answer ids of generation_config.json (one or a list).
std::vector<TokenId> generation_eos(const SideFiles& files);

std::optional<bool> tokenizer_flag(const SideFiles& files, const char* name);

}   // namespace lift
