// Which file of a model holds its tokenizer and its chat template.
#include <algorithm>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/tokenizer/bpe_tokenizer.h"
#include "core/tokenizer/end_of_generation.h"
#include "core/tokenizer/gguf_tokenizer.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/sentencepiece_tokenizer.h"
#include "core/tokenizer/side_files.h"
#include "core/tokenizer/tokenizer_file.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t largest_template_bytes = 1 << 20;
constexpr std::size_t largest_model_bytes = 256u << 20;

std::optional<TokenId> id_of_added(const std::vector<AddedToken>& added, const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto found = std::ranges::find(added, *text, &AddedToken::content);
  return found == added.end() ? std::nullopt : std::optional(found->id);
}

SpecialTokens special_tokens_from(const SideFiles& files, const std::vector<AddedToken>& added,
                                  const std::vector<std::string>& pieces) {
  const auto id_of = [&](const char* name) -> std::optional<TokenId> {
    const auto text = named_token(files, name);
    if (const auto id = id_of_added(added, text)) return id;
    if (!text) return std::nullopt;
    const auto found = std::ranges::find(pieces, *text);
    return found == pieces.end() ? std::nullopt : std::optional(static_cast<TokenId>(found - pieces.begin()));
  };
  SpecialTokens special;
  special.bos = id_of("bos_token");
  special.eos = id_of("eos_token");
  special.pad = id_of("pad_token");
  special.unknown = id_of("unk_token");
  const std::vector<TokenId> ends = generation_eos(files);
  // Converters have written the same token for both; the generation settings then know better.
  if (!ends.empty() && (!special.eos || special.eos == special.bos)) special.eos = ends.front();
  if (special.eos) add_end_of_generation(special, *special.eos);
  for (const TokenId id : ends) add_end_of_generation(special, id);
  add_known_ends(special, added);
  return special;
}

Result<std::unique_ptr<Tokenizer>> load_json(const fs::path& folder, const SideFiles& files) {
  LIFT_ASSIGN(TokenizerRules rules, read_tokenizer_json(folder / "tokenizer.json"));
  const std::vector<AddedToken> beside = added_tokens_beside(files, rules.added);
  rules.added.insert(rules.added.end(), beside.begin(), beside.end());
  rules.special = special_tokens_from(files, rules.added, rules.pieces);
  return std::unique_ptr<Tokenizer>(std::make_unique<BpeTokenizer>(std::move(rules)));
}

Result<std::unique_ptr<Tokenizer>> load_sentencepiece(const fs::path& folder, const SideFiles& files) {
  const fs::path path = folder / "tokenizer.model";
  LIFT_ASSIGN(const std::string model, read_whole_file(path, largest_model_bytes));
  SentencePieceRules rules;
  rules.source = Sentence::verbatim("tokenizer.model");
  rules.added = added_tokens_beside(files, {});
  rules.special = special_tokens_from(files, rules.added, {});
  rules.take_special_from_model = true;
  rules.add_bos = tokenizer_flag(files, "add_bos_token").value_or(true);
  rules.add_eos = tokenizer_flag(files, "add_eos_token").value_or(false);
  return SentencePieceTokenizer::make(model, std::move(rules), path.string());
}

// A template as text, or the one called "default" of a list of named ones.
Result<std::optional<std::string>> template_from(const json& value, const std::string& subject) {
  if (value.is_null()) return std::optional<std::string>();
  if (value.is_string()) return std::optional(value.get<std::string>());
  if (!value.is_array())
    return unexpected_json(subject, "chat_template", say("a text or a list of named templates"), value);
  for (const json& entry : value)
    if (json_at(entry, "name") == "default" && json_at(entry, "template").is_string())
      return std::optional(json_at(entry, "template").get<std::string>());
  return std::optional<std::string>();
}

bool is_gguf(const fs::path& path) { return fs::is_regular_file(path); }

}   // namespace

Result<std::unique_ptr<Tokenizer>> load_tokenizer(const fs::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<std::unique_ptr<Tokenizer>> {
    if (is_gguf(model)) {
      LIFT_ASSIGN(const GgufReader file, GgufReader::open(model));
      return tokenizer_from_gguf(file);
    }
    if (!fs::is_directory(model))
      return make_error(ErrorCode::NotFound, model.string(),
                        say("expected a GGUF file or a model folder, found nothing"));
    LIFT_ASSIGN(const SideFiles files, read_side_files(model));
    if (fs::exists(model / "tokenizer.json")) return load_json(model, files);
    if (fs::exists(model / "tokenizer.model")) return load_sentencepiece(model, files);
    return make_error(ErrorCode::NotFound, model.string(),
                      say("expected tokenizer.json or tokenizer.model in the folder, found neither"),
                      say("Copy the tokenizer's files from where the model came from"));
  });
}

Result<std::optional<std::string>> load_chat_template(const fs::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<std::optional<std::string>> {
    if (is_gguf(model)) {
      LIFT_ASSIGN(const GgufReader file, GgufReader::open(model));
      if (!file.key("tokenizer.chat_template")) return std::optional<std::string>();
      LIFT_ASSIGN(std::string text, file.string_key("tokenizer.chat_template"));
      return std::optional(std::move(text));
    }
    if (!fs::is_directory(model))
      return make_error(ErrorCode::NotFound, model.string(),
                        say("expected a GGUF file or a model folder, found nothing"));
    if (fs::exists(model / "chat_template.jinja")) {
      LIFT_ASSIGN(std::string text, read_whole_file(model / "chat_template.jinja", largest_template_bytes));
      return std::optional(std::move(text));
    }
    LIFT_ASSIGN(const SideFiles files, read_side_files(model));
    return template_from(json_at(files.tokenizer_config, "chat_template"), (model / "tokenizer_config.json").string());
  });
}

}   // namespace lift
