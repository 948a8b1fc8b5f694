#pragma once
// Answers to prompts: incremental decoding with a cache, several prompts at a time, text streamed as it becomes
// certain. Used by session/ (chat, samples during training) and evaluate/ (answers of a test set). Tensor-free. Thread:
// the engine's; the text sink is called on it.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/generate/generated_text.h"
#include "core/generate/sampling_config.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

class CausalLm;

struct GeneratedAnswer {
  std::string text;           // without special tokens and stop text
  std::vector<TokenId> ids;   // as chosen, without the end token
  FinishReason reason = FinishReason::Length;
  std::int64_t prompt_tokens = 0;
  double prompt_seconds = 0;   // until the first token
  double decode_seconds = 0;   // of the others
};

// One piece of the answer to prompt number `prompt`.
using TextSink = std::function<void(std::size_t prompt, std::string_view text)>;

struct GenerationOptions {
  SamplingConfig sampling;
  std::int64_t batch_size = 16;   // prompts decoded together; as one ends the next takes its place
  TextSink on_text;               // may be empty
};

class TextGenerator {
 public:
  // Both must outlive the generator.
  TextGenerator(const CausalLm& model, const Tokenizer& tokenizer) : model_(model), tokenizer_(tokenizer) {}

  // Answers in the order of the prompts, the same for every batch size up to rounding of the sums. Polls the stop token
  // after every step; then answers not begun are empty. Errors: InvalidArgument (settings, an empty prompt, one with
  // ids outside the vocabulary or longer than the model's positions), NonFinite, OutOfMemory.
  Result<std::vector<GeneratedAnswer>> generate(std::span<const std::vector<TokenId>> prompts,
                                                const GenerationOptions& options, const TaskContext& task = {}) const;
  Result<GeneratedAnswer> generate(const std::vector<TokenId>& prompt, const GenerationOptions& options,
                                   const TaskContext& task = {}) const;

 private:
  const CausalLm& model_;
  const Tokenizer& tokenizer_;
};

}   // namespace lift
