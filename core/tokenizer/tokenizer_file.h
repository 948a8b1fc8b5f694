#pragma once
// Reads tokenizer.json (huggingface/tokenizers, version "1.0") into rules. Used by load_tokenizer. Tensor-free.
// Private to core/tokenizer.
#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

// Errors: NotFound, Io; Malformed, with the entry; Unsupported for other models (WordPiece, WordLevel) and for
// normalizers, pre-tokenisers, post-processors and decoders that no generative model uses.
Result<TokenizerRules> read_tokenizer_json(const std::filesystem::path& path);
Result<TokenizerRules> tokenizer_rules_from_json(const nlohmann::json& file, const std::string& subject);

// The parts of the file.
Result<Normalizer> normalizer_from_json(const nlohmann::json& value, const std::string& subject);
Result<Pretokenizer> pretokenizer_from_json(const nlohmann::json& value, const std::string& subject);
Result<std::vector<DecoderStep>> decoder_from_json(const nlohmann::json& value, const std::string& subject);
Status bpe_from_json(const nlohmann::json& model, const std::string& subject, TokenizerRules& rules);
Status unigram_from_json(const nlohmann::json& model, const std::string& subject, TokenizerRules& rules);

}   // namespace lift
