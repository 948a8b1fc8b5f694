#include "core/tokenizer/side_files.h"

#include <algorithm>
#include <charconv>

#include "core/io/json.h"
#include "core/tokenizer/json_field.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr TokenId largest_id = 16 << 20;

Status read_if_there(const fs::path& path, json& out) {
  std::error_code problem;
  if (!fs::exists(path, problem)) return {};
  LIFT_ASSIGN(out, read_json_file(path));
  return {};
}

std::optional<std::string> token_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  const json& content = json_at(value, "content");
  if (content.is_string()) return content.get<std::string>();
  return std::nullopt;
}

bool flag_of(const json& entry, const char* name, bool otherwise) {
  const json& value = json_at(entry, name);
  return value.is_boolean() ? value.get<bool>() : otherwise;
}

std::optional<TokenId> parse_id(const std::string& text) {
  TokenId id = -1;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (problem != std::errc() || end != text.data() + text.size() || id < 0 || id >= largest_id) return std::nullopt;
  return id;
}

}   // namespace

Result<SideFiles> read_side_files(const fs::path& folder) {
  SideFiles files;
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "tokenizer_config.json", files.tokenizer_config));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "special_tokens_map.json", files.special_tokens_map));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "generation_config.json", files.generation_config));
  LIFT_RETURN_IF_ERROR(read_if_there(folder / "added_tokens.json", files.added_tokens));
  return files;
}

std::vector<AddedToken> added_tokens_beside(const SideFiles& files, const std::vector<AddedToken>& known) {
  std::vector<AddedToken> tokens;
  const auto is_new = [&](TokenId id) {
    const auto same = [id](const AddedToken& token) { return token.id == id; };
    return std::ranges::none_of(known, same) && std::ranges::none_of(tokens, same);
  };
  for (const auto& [key, entry] : json_at(files.tokenizer_config, "added_tokens_decoder").items()) {
    const auto id = parse_id(key);
    const auto content = token_text(entry);
    if (!id || !content || content->empty() || !is_new(*id)) continue;
    tokens.push_back({*id, *content, flag_of(entry, "special", false), flag_of(entry, "single_word", false),
                      flag_of(entry, "lstrip", false), flag_of(entry, "rstrip", false),
                      flag_of(entry, "normalized", false)});
  }
  if (files.added_tokens.is_object()) {
    for (const auto& [content, id] : files.added_tokens.items()) {
      if (content.empty() || !id.is_number_integer() || id.get<std::int64_t>() < 0 ||
          id.get<std::int64_t>() >= largest_id || !is_new(id.get<TokenId>()))
        continue;
      tokens.push_back({id.get<TokenId>(), content, false, false, false, false, false});
    }
  }
  return tokens;
}

std::optional<std::string> named_token(const SideFiles& files, const char* name) {
  if (auto text = token_text(json_at(files.tokenizer_config, name))) return text;
  return token_text(json_at(files.special_tokens_map, name));
}

std::vector<TokenId> generation_eos(const SideFiles& files) {
  std::vector<TokenId> ids;
  const auto take = [&ids](const json& id) {
    if (id.is_number_integer() && id.get<std::int64_t>() >= 0 && id.get<std::int64_t>() < largest_id)
      ids.push_back(id.get<TokenId>());
  };
  const json& value = json_at(files.generation_config, "eos_token_id");
  if (value.is_array()) std::ranges::for_each(value, take);
  else take(value);
  return ids;
}

std::optional<bool> tokenizer_flag(const SideFiles& files, const char* name) {
  const json& value = json_at(files.tokenizer_config, name);
  return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

}   // namespace lift
