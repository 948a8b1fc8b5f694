#include "core/tokenizer/side_files.h"

#include <algorithm>

#include "core/io/json.h"
#include "core/tokenizer/json_field.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr TokenId kLargestId = 16 << 20;

Status read_if_there(const fs::path& path, json& out) {
  std::error_code problem;
  if (!fs::exists(path, problem)) return {};
  LIFT_ASSIGN(out, read_json_file(path));
  return {};
}

bool flag_of(const json& entry, const char* name, bool otherwise) {
  const json& value = json_at(entry, name);
  return value.is_boolean() ? value.get<bool>() : otherwise;
}

}   // namespace

Result<SideFiles> read_side_files(const fs::path& folder) {
  SideFiles files;
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "tokenizer_config.json", files.tokenizer_config));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "special_tokens_map.json", files.special_tokens_map));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "config.json", files.config));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "generation_config.json", files.generation_config));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "added_tokens.json", files.added_tokens));
  return files;
}

const json& named_token_entry(const SideFiles& files, const char* name) {
  const json& here = json_at(files.tokenizer_config, name);
  const json& there = json_at(files.special_tokens_map, name);
  const bool map_first = !json_at(files.tokenizer_config, "added_tokens_decoder").is_object();
  const json& first = map_first ? there : here;
  return first.is_null() ? (map_first ? here : there) : first;
}

std::vector<TokenId> configured_ends(const json& config) {
  std::vector<TokenId> ids;
  const auto take = [&ids](const json& id) {
    if (id.is_number_integer() && id.get<std::int64_t>() >= 0 && id.get<std::int64_t>() < kLargestId)
      ids.push_back(id.get<TokenId>());
  };
  const json& own = json_at(config, "eos_token_id");
  const json& value = own.is_null() ? json_at(json_at(config, "text_config"), "eos_token_id") : own;
  if (value.is_array()) std::ranges::for_each(value, take);
  else take(value);
  return ids;
}

std::optional<bool> tokenizer_flag(const SideFiles& files, const char* name) {
  const json& value = json_at(files.tokenizer_config, name);
  return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

std::optional<AddedToken> added_token_from(const json& value, bool special_otherwise) {
  AddedToken token;
  token.special = special_otherwise;
  if (value.is_string()) {
    token.content = value.get<std::string>();
  } else {
    const json& content = json_at(value, "content");
    if (!content.is_string()) return std::nullopt;
    token.content = content.get<std::string>();
    token.special = flag_of(value, "special", special_otherwise);
    token.single_word = flag_of(value, "single_word", false);
    token.lstrip = flag_of(value, "lstrip", false);
    token.rstrip = flag_of(value, "rstrip", false);
  }
  token.normalized = flag_of(value, "normalized", !token.special);
  return token.content.empty() ? std::nullopt : std::optional(std::move(token));
}

}   // namespace lift
