#pragma once
// Questions answered in writing, greedily and several at a time, and compared with what is expected: the rows that a
// run holds out, and files of questions. Used by session/. Thread: the engine's.
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

// Questions as the model reads them. All vectors are of the same length.
struct AskedQuestions {
  std::vector<std::vector<TokenId>> prompts;
  std::vector<std::string> expected;
  std::vector<std::int64_t> rows;   // of the data set's files, or of the file of questions
  AnswerRule rule = AnswerRule::Text;
  bool rule_guessed = false;
  std::int64_t longest_answer = 256;   // most tokens of one answer
  std::int64_t cut_rows = 0;           // held-out rows whose own answer is cut off: nobody can give it

  std::int64_t size() const { return std::ssize(prompts); }
};

// `limit` rows of the set, evenly spread over it; 0 = all. A row's last answer is what is expected, what stands before
// it is the prompt, token by token as in training. `rule` none: guessed. The longest answer that is waited for is half
// again the longest expected one (of numbers and letters at least 128 tokens: a model may reason first).
// Errors: InvalidArgument, naming the row whose answer the given rule can't compare.
Result<AskedQuestions> ask_held_out(const SftDataset& held_out, const Tokenizer& tokenizer,
                                    std::optional<AnswerRule> rule, std::int64_t limit);

struct AskOptions {
  // How a question is put to the model, the same as in training; empty = as it stands.
  std::function<Result<std::string>(const std::string& question)> render;
  EncodeOptions encode;
};
// Errors: those of render.
Result<AskedQuestions> ask_task(const WrittenTask& task, const Tokenizer& tokenizer, const AskOptions& options = {});

// Every how many-th of `size` questions makes `count` that are evenly spread: their indices, ascending.
std::vector<std::int64_t> evenly_spread(std::int64_t size, std::int64_t count);

struct AnswerScores {
  std::vector<std::int64_t> asked;   // indices into the questions
  std::vector<GivenAnswer> answers;
  std::int64_t keys = 0, keys_right = 0;   // of JSON objects, over all answers that are one
  std::int64_t tokens = 0;                 // generated
  double seconds = 0;

  std::int64_t right() const;
  std::int64_t valid_json() const;
  std::int64_t cut() const;
};

struct AnswerOptions {
  SamplingConfig sampling;   // greedy; max_new_tokens 0: the questions' longest_answer
  std::int64_t batch_size = 16;
};

// `asked`: which of them; empty = all. Errors: those of TextGenerator::generate; Cancelled.
Result<AnswerScores> score_answers(const CausalLm& model, const Tokenizer& tokenizer, const AskedQuestions& questions,
                                   std::span<const std::int64_t> asked, const AnswerOptions& options = {},
                                   const TaskContext& task = {});

}   // namespace lift
