#pragma once
// Questions that the model answers in writing (greedily, several at a time), compared with the expected answers: the
// held-out rows of a run, or files of questions. Used by session/. Thread: the engine's.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/sft_dataset.h"
#include "core/evaluate/answer_scoring.h"
#include "core/evaluate/answered_row.h"
#include "core/evaluate/task.h"
#include "core/generate/sampling_config.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// Encoded questions. All vectors have the same length.
struct AskedQuestions {
  std::vector<std::vector<TokenId>> prompts;
  std::vector<std::string> expected;
  std::vector<std::int64_t> rows;   // indices in the data set's files, or in the file of questions
  AnswerRule rule = AnswerRule::Text;
  bool rule_guessed = false;
  std::int64_t longest_answer = 256;   // the most tokens of one answer
  std::int64_t cut_rows = 0;           // held-out rows that are not asked, since their own answer is truncated

  std::int64_t size() const { return std::ssize(prompts); }
};

// `limit` rows of the set, evenly spread; 0 = all. A row's last answer is the expected one, and the tokens before it
// are the prompt, exactly as in training. `rule` std::nullopt: guessed. An answer may have 16 tokens more than 1.5
// times the longest expected one (numbers and letters: at least 128 tokens, since a model may reason first).
// Errors: InvalidArgument, with the row whose answer can't be compared by the given rule.
Result<AskedQuestions> ask_held_out(const SftDataset& held_out, const Tokenizer& tokenizer,
                                    std::optional<AnswerRule> rule, std::int64_t limit);

struct AskOptions {
  // Formats a question for the model as in training; empty = unchanged.
  std::function<Result<std::string>(const std::string& question)> render;
  EncodeOptions encode;
};
// Errors: those of render.
Result<AskedQuestions> ask_task(const WrittenTask& task, const Tokenizer& tokenizer, const AskOptions& options = {});

// `count` evenly spread indices of `size` items, ascending; all of them if count >= size.
std::vector<std::int64_t> evenly_spread(std::int64_t size, std::int64_t count);

struct AnswerScores {
  std::vector<std::int64_t> asked;   // indices of the questions asked
  std::vector<GivenAnswer> answers;
  std::int64_t keys = 0, keys_right = 0;   // for JSON objects, over all answers that are objects
  std::int64_t tokens = 0;                 // number of tokens generated
  double seconds = 0;

  std::int64_t right() const;
  std::int64_t valid_json() const;
  std::int64_t cut() const;
};

struct AnswerOptions {
  SamplingConfig sampling;   // greedy; max_new_tokens 0: the questions' longest_answer
  std::int64_t batch_size = 16;
};

// `asked`: indices of the questions to ask; empty = all. Errors: those of TextGenerator::generate; Cancelled.
Result<AnswerScores> score_answers(const CausalLm& model, const Tokenizer& tokenizer, const AskedQuestions& questions,
                                   std::span<const std::int64_t> asked, const AnswerOptions& options = {},
                                   const TaskContext& task = {});

}   // namespace lift
