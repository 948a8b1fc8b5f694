#include "core/tokenizer/named_tokens.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/io/json.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using NamedTokens = std::vector<std::pair<std::string, std::string>>;

std::optional<std::string> token_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object() && value.contains("content") && value["content"].is_string())
    return value["content"].get<std::string>();
  return std::nullopt;
}

void add(NamedTokens& tokens, const std::string& name, const json& value) {
  const auto known = std::ranges::find(tokens, name, [](const auto& token) { return token.first; });
  const auto text = token_text(value);
  if (text && known == tokens.end()) tokens.emplace_back(name, *text);
}

json object_in(const fs::path& file) {
  std::error_code problem;
  if (!fs::exists(file, problem)) return json::object();
  auto read = read_json_file(file);
  return read.ok() && read->is_object() ? std::move(read).value() : json::object();
}

}   // namespace

NamedTokens named_special_tokens(const fs::path& model) {
  NamedTokens tokens;
  std::error_code problem;
  if (!fs::is_directory(model, problem)) return tokens;
  for (const char* file : {"special_tokens_map.json", "tokenizer_config.json"}) {   // as load_tokenizer has it
    const json fields = object_in(model / file);
    for (const auto& [name, value] : fields.items())
      if (name.ends_with("_token")) add(tokens, name, value);
    const auto extra = fields.find("extra_special_tokens");
    if (extra == fields.end() || !extra->is_object()) continue;
    for (const auto& [name, value] : extra->items()) add(tokens, name, value);
  }
  return tokens;
}

}   // namespace lift
