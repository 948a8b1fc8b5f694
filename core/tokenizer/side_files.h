#pragma once
// The files beside a tokenizer in a model folder: tokenizer_config.json, special_tokens_map.json, config.json,
// generation_config.json, added_tokens.json. Each may be absent. Tensor-free. Private to core/tokenizer.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/tokenizer/added_tokens.h"

namespace lift {

struct SideFiles {
  nlohmann::json tokenizer_config, special_tokens_map, config, generation_config, added_tokens;
};
Result<SideFiles> read_side_files(const std::filesystem::path& folder);

// The value of a named token such as "bos_token": a text, or an object with flags. special_tokens_map.json takes
// precedence if tokenizer_config.json has no "added_tokens_decoder", as in transformers.
const nlohmann::json& named_token_entry(const SideFiles& files, const char* name);

// The ids in a configuration's eos_token_id (a number or a list), or in its text_config's for a model with several
// parts.
std::vector<TokenId> configured_ends(const nlohmann::json& config);

std::optional<bool> tokenizer_flag(const SideFiles& files, const char* name);

// An added token from an object with "content" and flags, or from a plain text; std::nullopt for anything else.
std::optional<AddedToken> added_token_from(const nlohmann::json& value, bool special_otherwise);

}   // namespace lift
