#include "core/exchange/hf_tokenizer_files.h"

#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "core/tokenizer/tokenizer_json.h"

namespace lift {

Status write_tokenizer_files(const GgufReader& origin, const std::filesystem::path& folder) {
  LIFT_ASSIGN(HfTokenizerFiles files, hf_tokenizer_from_gguf(origin));
  if (origin.key("tokenizer.chat_template")) {
    LIFT_ASSIGN(files.tokenizer_config["chat_template"], origin.string_key("tokenizer.chat_template"));
  }
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "tokenizer.json", files.tokenizer));
  return write_json_file(folder / "tokenizer_config.json", files.tokenizer_config);
}

}   // namespace lift
