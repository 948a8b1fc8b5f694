// The names of tokenizer.ggml.pre (llama.cpp, src/llama-vocab.cpp) and the patterns that they stand for. Where
// llama.cpp writes a pattern in other words because its regular expressions lack something, and says which pattern the
// model's own tokenizer.json has, that one stands here.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/pretokenizer.h"

namespace lift {

namespace {

using Text = std::string_view;

#define LIFT_CONTRACTIONS "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
#define LIFT_BLANKS R"(|\s*[\r\n]+|\s+(?!\S)|\s+)"
#define LIFT_SIGNS R"(| ?[^\s\p{L}\p{N}]+[\r\n]*)"
#define LIFT_UPPER R"([\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}])"
#define LIFT_LOWER R"([\p{Ll}\p{Lm}\p{Lo}\p{M}])"
#define LIFT_ASCII_SIGNS R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+)"

constexpr Text kLlama3 = LIFT_CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3})" LIFT_SIGNS LIFT_BLANKS;
constexpr Text kJais2 = LIFT_CONTRACTIONS
    R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3})" LIFT_SIGNS
    R"(|\s*[\r\n]+|\s{512}(?!\S)|\s{256}(?!\S)|\s{128}(?!\S)|\s{64}(?!\S)|\s{32}(?!\S)|\s{16}(?!\S)|\s{8}(?!\S)|)"
    R"(\s{4}(?!\S)|\s{1,2}(?!\S)|\s{1})";
constexpr Text kQwen2 = LIFT_CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N})" LIFT_SIGNS LIFT_BLANKS;
constexpr Text kQwen35 =
    LIFT_CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*)" LIFT_BLANKS;
constexpr Text kNoContractions = R"([^\r\n\p{L}\p{N}]?\p{L}+|\p{N})" LIFT_SIGNS LIFT_BLANKS;
constexpr Text kDigitRuns = LIFT_CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}+)" LIFT_SIGNS LIFT_BLANKS;
constexpr Text kSeedCoder =
    LIFT_CONTRACTIONS R"(|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1}| ?[^\s\p{L}\p{N}\r\n]+)" LIFT_BLANKS;
constexpr Text kBailing = R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*|)"
                          R"(\s*[\r\n]|\s+(?!\S)|\s+)";
constexpr Text kExaoneMoe = LIFT_CONTRACTIONS
    R"(|[^\r\n\p{L}\p{N}]?(?:\p{L}\p{M}*(?: \p{L}\p{M}*)*)+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]?|\s*[\r\n]|\s+(?!\S)|\s+)";

#define LIFT_CASED(tail) \
  R"([^\r\n\p{L}\p{N}]?)" LIFT_UPPER "*" LIFT_LOWER "+" tail R"(|[^\r\n\p{L}\p{N}]?)" LIFT_UPPER "+" LIFT_LOWER "*" tail
constexpr Text kTekken = LIFT_CASED("") R"(|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*)" LIFT_BLANKS;
constexpr Text kGpt4o = LIFT_CASED(LIFT_CONTRACTIONS "?") R"(|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*)" LIFT_BLANKS;
constexpr Text kYoutu = LIFT_CASED(LIFT_CONTRACTIONS "?") R"(|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*)" LIFT_BLANKS;
constexpr Text kYoutuScripts =
    R"([\x{AC00}-\x{D7A3}\x{3131}-\x{318E}]+|[\x{FF01}\x{2026}\x{201C}\x{201D}\x{2018}\x{2019}\x{2014}\x{FF1A}\x{FF1B})"
    R"(\x{FF0C}\x{3001}-\x{303F}\x{FE30}-\x{FE4F}]+|[\x{3105}-\x{312F}]+|)"
    R"([\x{4E00}-\x{9FA5}\x{3040}-\x{309F}\x{30A0}-\x{30FF}]+)";
#define LIFT_NOT_HAN(set) R"((?:(?!\p{Han}))" set ")"
constexpr Text kKimi = R"(\p{Han}+|[^\r\n\p{L}\p{N}]?)" LIFT_NOT_HAN(LIFT_UPPER) "*" LIFT_NOT_HAN(
    LIFT_LOWER) "+" LIFT_CONTRACTIONS
                R"(?|[^\r\n\p{L}\p{N}]?)" LIFT_NOT_HAN(LIFT_UPPER) "+" LIFT_NOT_HAN(
                    LIFT_LOWER) "*" LIFT_CONTRACTIONS R"(?|\p{N}{1,3})" LIFT_SIGNS LIFT_BLANKS;

constexpr Text kGpt2 = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
constexpr Text kOneDigit = R"(\p{N})", kThreeDigits = "[0-9][0-9][0-9]", kUpToThree = R"(\p{N}{1,3})";
// Groups of three, counted from the right.
constexpr Text kGroups = R"(\p{N}{1,3}(?=(?:\p{N}{3})*(?!\p{N})))", kDecimalGroups = R"(\d{1,3}(?=(?:\d{3})*(?!\d)))";
constexpr Text kLines = R"([^\n]+|[\n]+)";
constexpr Text kBloom = R"( ?[^(\s|.,!?\x{2026}\x{3002}\x{FF0C}\x{3001}\x{0964}\x{06D4}\x{060C})]+)";

constexpr Text kHan = R"([\x{4E00}-\x{9FA5}\x{0800}-\x{4E00}\x{AC00}-\x{D7FF}]+)";
constexpr Text kHanAndKana = R"([\x{4E00}-\x{9FA5}\x{3040}-\x{309F}\x{30A0}-\x{30FF}]+)";
// Letters with case as far as DeepSeek-LLM's list of ranges goes: without Armenian and Georgian small letters, later
// additions, and mathematical letters.
constexpr Text kDeepseekCased =
    R"(\s?(?:(?![\x{0557}-\x{109F}\x{10C7}-\x{10FF}\x{1C80}-\x{1C8F}\x{2D00}-\x{2D2F}\x{A790}-\x{A7FF})"
    R"(\x{AB30}-\x{AB6F})"
    R"(\x{10570}-\x{105BF}\x{16E40}-\x{16E7F}\x{1D400}-\x{1DFFF}])[\p{Lu}\p{Ll}\p{Lt}])+)";
constexpr Text kDeepseekMarks = R"(\s?[!-/:-~\x{FF01}-\x{FF0F}\x{FF1A}-\x{FF5E}\x{2018}-\x{201F}\x{3000}-\x{3002}]+)";
constexpr Text kDeepseek3 =
    LIFT_ASCII_SIGNS R"(|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*)" LIFT_BLANKS;
constexpr Text kSpark =
    LIFT_ASCII_SIGNS R"(|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+|[\r\n]|\s+(?!\S)|\s+)";
constexpr Text kAfmoeScripts =
    R"([\x{4E00}-\x{9FFF}\x{3400}-\x{4DBF}\x{8C48}-\x{FAFF}\x{3040}-\x{309F}\x{30A0}-\x{30FF}\x{FF65}-\x{FF9F})"
    R"(\x{2F00}-\x{2FDF}\x{0E40}-\x{0E7F}\x{0E80}-\x{0EFF}\x{1780}-\x{17FF}\x{1000}-\x{109F}\x{AA60}-\x{AA7F})"
    R"(\x{A9E0}-\x{A9FF}\x{AC00}-\x{D7AF}\x{1100}-\x{11FF}]+)";

#undef LIFT_CONTRACTIONS
#undef LIFT_BLANKS
#undef LIFT_SIGNS
#undef LIFT_UPPER
#undef LIFT_LOWER
#undef LIFT_ASCII_SIGNS
#undef LIFT_CASED
#undef LIFT_NOT_HAN

enum Trait : unsigned {
  kIgnoreMerges = 1,
  kAddBos = 2,
  kRawText = 4,
  kOwnPattern = 8,   // see GgufPretokenizer::own_pattern
};

struct Family {
  std::vector<Text> names;
  std::vector<Text> patterns;   // cut one after another
  unsigned traits = 0;
};

const std::vector<Family>& families() {
  static const std::vector<Family> table{
      {{"default"}, {R"([\p{P}\$\+<=>\^~\|]+)", kGpt2, R"(\p{N}+)", kThreeDigits}},
      {{"gpt-2",           "gpt2",       "phi-2",      "mpt",        "olmo",         "jais",        "trillion",
        "granite-docling", "exaone4",    "gigachat",   "a.x-4.0",    "mellum",       "modern-bert", "jina-es",
        "jina-de",         "jina-v2-es", "jina-v2-de", "jina-v1-en", "jina-v2-code", "roberta-bpe"},
       {kGpt2}},
      {{"smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b", "mellum2"},
       {kOneDigit, kGpt2}},
      {{"falcon"}, {R"([\p{P}\$\+<=>\^~\|`]+)", kGpt2, kThreeDigits}},
      {{"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2", "jina-v5-nano"},
       {kLlama3},
       kIgnoreMerges | kAddBos},
      {{"dbrx", "smaug-bpe", "chatglm-bpe"}, {kLlama3}},
      {{"glm4", "glm5"}, {kLlama3}, kIgnoreMerges},
      {{"jais-2"}, {kJais2}},
      {{"qwen2", "deepseek-r1-qwen", "kormo", "f2llmv2", "megrez", "stablelm2", "hunyuan", "solar-open", "grok-2"},
       {kQwen2}},
      {{"qwen35"}, {kQwen35}},
      {{"ufakzeka"}, {kNoContractions}},
      {{"laguna"}, {kLines, kQwen2}},
      {{"minicpm5"}, {kUpToThree, kDigitRuns}, kIgnoreMerges},
      {{"seed-coder"}, {kSeedCoder}},
      {{"bailingmoe", "bailingmoe2", "llada-moe"}, {kBailing}, kOwnPattern},
      {{"exaone-moe"}, {kExaoneMoe}},
      {{"tekken", "mistral-nemo"}, {kTekken}, kIgnoreMerges | kAddBos | kOwnPattern},
      {{"gpt-4o", "llama4", "kanana2", "talkie", "minimax-m2"}, {kGpt4o}, kOwnPattern},
      {{"granite-embed-multi-97m"}, {kGpt4o}, kIgnoreMerges | kOwnPattern},
      {{"tiny_aya", "cohere2moe"}, {R"(\d{1,3}(?=(?:\d{3})*\b))", kGpt4o}, kOwnPattern},
      {{"youtu"}, {kYoutuScripts, kYoutu}, kIgnoreMerges | kOwnPattern},
      {{"kimi-k2"}, {kKimi}, kOwnPattern},
      {{"superbpe"}, {R"(\p{N}+)", kDecimalGroups}},
      {{"deepseek-llm"}, {R"([\r\n])", kDeepseekCased, kDeepseekMarks, R"(\s+$)", kHan, R"(\p{N}+)"}, kOwnPattern},
      {{"deepseek-coder"}, {R"([\r\n])", R"(\s?\p{L}+)", R"(\s?\p{P}+)", kHan, kOneDigit}},
      {{"deepseek-v3", "hunyuan-dense", "joyai-llm", "hy_v4"}, {kUpToThree, kHanAndKana, kDeepseek3}},
      {{"spark2_5"}, {kUpToThree, kHanAndKana, kSpark, kOneDigit}},
      {{"afmoe"}, {kGroups, kAfmoeScripts, kDeepseek3}},
      {{"bloom", "poro-chat", "gpt3-finnish"}, {kBloom}},
      {{"viking"}, {kBloom, kOneDigit}},
      {{"chameleon"},
       {"<sentinel:[0-9]+>", "(IMGIMG)((A|B|C|D|E|F|G|H|I){1,4})Z", R"(([\t\n]|    |  ))", kOneDigit,
        R"([\p{P}!-/:-@\[-`{-~])", kGpt2},
       kAddBos},
      {{"gemma4", "granite-embed-multi-311m"}, {kLines}, kRawText | kAddBos},
      {{"sarvam-moe"}, {kLines}, kRawText},
  };
  return table;
}

const Family* find_family(Text name) {
  for (const Family& family : families())
    if (std::ranges::find(family.names, name) != family.names.end()) return &family;
  return nullptr;
}

Error unknown_name(Text name, const std::string& subject) {
  std::vector<Text> known;
  for (const Family& family : families()) known.insert(known.end(), family.names.begin(), family.names.end());
  return make_error(ErrorCode::Unsupported, say("{}, key {}", subject, "tokenizer.ggml.pre"),
                    say("expected one of {}; found {}", fmt::join(known, ", "), quote_name(name)));
}

}   // namespace

std::vector<std::string_view> gguf_pretokenizer_names() {
  std::vector<std::string_view> names;
  for (const Family& family : families()) names.push_back(family.names.front());
  return names;
}

Result<GgufPretokenizer> gguf_pretokenizer(std::string_view name, const std::string& subject) {
  const Family* family = find_family(name);
  if (!family) return unknown_name(name, subject);
  const bool raw = (family->traits & kRawText) != 0;
  std::vector<PretokenizerStep> steps;
  for (const Text pattern : family->patterns) {
    const bool words_of_bytes = pattern == kGpt2 && pattern == family->patterns.back();
    if (words_of_bytes) break;   // the byte-level step has it
    if (pattern == kOneDigit) {
      LIFT_ASSIGN(PretokenizerStep digits, digits_step(true));
      steps.push_back(std::move(digits));
      continue;
    }
    LIFT_ASSIGN(Regex regex, Regex::compile(pattern, subject));
    steps.push_back(split_step(std::move(regex), std::string(pattern)));
  }
  if (!raw) {
    LIFT_ASSIGN(PretokenizerStep bytes, byte_level_step(false, family->patterns.back() == kGpt2));
    steps.push_back(std::move(bytes));
  }
  return GgufPretokenizer{Pretokenizer(std::move(steps)), (family->traits & kIgnoreMerges) != 0,
                          (family->traits & kAddBos) != 0, raw, (family->traits & kOwnPattern) != 0};
}

}   // namespace lift
