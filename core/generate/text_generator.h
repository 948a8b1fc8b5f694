#pragma once
// Generates answers to prompts: incremental decoding with a cache, several prompts at a time; text is streamed as soon
// as it is certain. Used by session/ (chat, samples during training) and evaluate/ (answers to test sets). Tensor-free.
// Thread: the engine's, on which the text sink is called too.
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
  std::string text;           // without special tokens and stop texts
  std::vector<TokenId> ids;   // the chosen ids, without the end token
  FinishReason reason = FinishReason::Length;
  std::int64_t prompt_tokens = 0;
  double prompt_seconds = 0;   // until the first token
  double decode_seconds = 0;   // of the other tokens
};

// Receives a piece of the answer to the prompt with index `prompt`.
using TextSink = std::function<void(std::size_t prompt, std::string_view text)>;

struct GenerationOptions {
  SamplingConfig sampling;
  std::int64_t batch_size = 16;   // prompts decoded together; when one ends, the next prompt takes its place
  TextSink on_text;               // may be empty
};

class TextGenerator {
 public:
  // Both must outlive the generator.
  TextGenerator(const CausalLm& model, const Tokenizer& tokenizer) : model_(model), tokenizer_(tokenizer) {}

  // The answers in the order of the prompts; the batch size matters only through rounding. Checks for a stop after each
  // step; answers not yet begun are then empty. Errors: InvalidArgument (settings; a prompt that is empty, has ids
  // outside the vocabulary or exceeds the model's positions), NonFinite, OutOfMemory.
  Result<std::vector<GeneratedAnswer>> generate(std::span<const std::vector<TokenId>> prompts,
                                                const GenerationOptions& options, const TaskContext& task = {}) const;
  Result<GeneratedAnswer> generate(const std::vector<TokenId>& prompt, const GenerationOptions& options,
                                   const TaskContext& task = {}) const;

 private:
  const CausalLm& model_;
  const Tokenizer& tokenizer_;
};

}   // namespace lift
