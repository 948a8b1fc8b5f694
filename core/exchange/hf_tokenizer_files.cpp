#include "core/exchange/hf_tokenizer_files.h"

#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/tokenizer.h"
#include "core/tokenizer/tokenizer_json.h"

namespace lift {

Status write_tokenizer_files(const GgufReader& origin, const std::filesystem::path& folder) {
  LIFT_ASSIGN(HfTokenizerFiles files, hf_tokenizer_from_gguf(origin));
  LIFT_ASSIGN(const auto usual, load_chat_template(origin.file()->path()));
  LIFT_ASSIGN(const auto named, load_named_templates(origin.file()->path()));
  nlohmann::json& templates = files.tokenizer_config["chat_template"];
  if (named.empty()) templates = usual ? nlohmann::json(*usual) : nlohmann::json();
  else if (usual) templates.push_back({{"name", "default"}, {"template", *usual}});
  for (const NamedTemplate& other : named) templates.push_back({{"name", other.name}, {"template", other.source}});
  if (templates.is_null()) files.tokenizer_config.erase("chat_template");
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "tokenizer.json", files.tokenizer));
  return write_json_file(folder / "tokenizer_config.json", files.tokenizer_config);
}

}   // namespace lift
