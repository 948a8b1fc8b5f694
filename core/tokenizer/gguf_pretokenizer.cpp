// The names of tokenizer.ggml.pre (llama.cpp, src/llama-vocab.cpp) and the patterns of the models' own tokenizer.json
// that they stand for.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/pretokenizer.h"

namespace lift {

namespace {

constexpr std::string_view llama3_pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view qwen2_pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view tekken_pattern =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|)"
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|)"
    R"(\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view gpt4o_pattern =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|)"
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|)"
    R"(\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view deepseek_han = R"([\x{4E00}-\x{9FA5}\x{0800}-\x{4E00}\x{AC00}-\x{D7FF}]+)";
// Letters with case as far as DeepSeek-LLM's list of ranges goes: without Armenian and Georgian small letters, later
// additions, and mathematical letters.
constexpr std::string_view deepseek_cased =
    R"(\s?(?:(?![\x{0557}-\x{109F}\x{10C7}-\x{10FF}\x{1C80}-\x{1C8F}\x{2D00}-\x{2D2F}\x{A790}-\x{A7FF}\x{AB30}-\x{AB6F})"
    R"(\x{10570}-\x{105BF}\x{16E40}-\x{16E7F}\x{1D400}-\x{1DFFF}])[\p{Lu}\p{Ll}\p{Lt}])+)";
constexpr std::string_view deepseek_marks =
    R"(\s?[!-/:-~\x{FF01}-\x{FF0F}\x{FF1A}-\x{FF5E}\x{2018}-\x{201F}\x{3000}-\x{3002}]+)";
constexpr std::string_view deepseek3_words =
    R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|)"
    R"(\s*[\r\n]+|\s+(?!\S)|\s+)";

struct Family {
  std::vector<std::string_view> names;
  std::vector<std::string_view> patterns;   // cut one after another; none: GPT-2's own
  bool single_digits = false;
  bool ignore_merges = false;
  bool add_bos = false;
};

const std::array<Family, 10>& families() {
  static const std::array<Family, 10> table{{
      {{"default", "gpt-2", "gpt2", "mpt", "olmo", "jais", "phi-2", "trillion", "granite-docling"}, {}},
      {{"smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b"}, {}, true},
      {{"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2"},
       {llama3_pattern},
       false,
       true,
       true},
      {{"dbrx", "smaug-bpe", "chatglm-bpe"}, {llama3_pattern}},
      {{"qwen2", "stablelm2", "deepseek-r1-qwen", "hunyuan", "megrez"}, {qwen2_pattern}},
      {{"tekken", "mistral-nemo"}, {tekken_pattern}, false, true, true},
      {{"gpt-4o", "llama4", "kanana2"}, {gpt4o_pattern}},
      {{"deepseek-llm"}, {R"([\r\n])", deepseek_cased, deepseek_marks, R"(\s+$)", deepseek_han, R"(\p{N}+)"}},
      {{"deepseek-coder"}, {R"([\r\n])", R"(\s?\p{L}+)", R"(\s?\p{P}+)", deepseek_han}, true},
      {{"deepseek-v3", "hunyuan-dense"},
       {R"(\p{N}{1,3})", R"([\x{4E00}-\x{9FA5}\x{3040}-\x{309F}\x{30A0}-\x{30FF}]+)", deepseek3_words}},
  }};
  return table;
}

const Family* find_family(std::string_view name) {
  for (const Family& family : families())
    if (std::ranges::find(family.names, name) != family.names.end()) return &family;
  return nullptr;
}

Error unknown_name(std::string_view name, const std::string& subject) {
  std::vector<std::string_view> known;
  for (const Family& family : families()) known.insert(known.end(), family.names.begin(), family.names.end());
  return make_error(ErrorCode::Unsupported, say("{}, key {}", subject, "tokenizer.ggml.pre"),
                    say("expected one of {}; found {}", fmt::join(known, ", "), quote_name(name)));
}

}   // namespace

Result<GgufPretokenizer> gguf_pretokenizer(std::string_view name, const std::string& subject) {
  const Family* family = find_family(name);
  if (!family) return unknown_name(name, subject);
  std::vector<PretokenizerStep> steps;
  for (const std::string_view pattern : family->patterns) {
    LIFT_ASSIGN(Regex regex, Regex::compile(pattern, subject));
    steps.push_back(split_step(std::move(regex), std::string(pattern)));
  }
  if (family->single_digits) {
    LIFT_ASSIGN(PretokenizerStep digits, digits_step(true));
    steps.push_back(std::move(digits));
  }
  LIFT_ASSIGN(PretokenizerStep bytes, byte_level_step(false, family->patterns.empty()));
  steps.push_back(std::move(bytes));
  return GgufPretokenizer{Pretokenizer(std::move(steps)), family->ignore_merges, family->add_bos};
}

}   // namespace lift
