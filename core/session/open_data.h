#pragma once
// The data set open in a Session, and what runs and evaluations derive from it. Private to core/session.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/data/data_config.h"
#include "core/data/prompt_template.h"
#include "core/data/sft_dataset.h"
#include "core/evaluate/evaluate_config.h"
#include "core/session/recipe.h"
#include "core/session/run_answers.h"
#include "core/train/step_source.h"
#include "core/train/train_config.h"

namespace lift {

struct OpenData {
  DataConfig config;
  PromptTemplate prompt;
  SftData rows;
  std::string date;   // the date that the chat template gets

  // The first `limit` held-out rows (0 = all) in forward passes of at most `pass_tokens` tokens (a longer row has its
  // own), for the held-out loss.
  std::vector<PackedBatch> held_out(std::int64_t limit, std::int64_t pass_tokens = kEvaluationPassTokens) const;
  // The held-out rows as questions, with the comparison rule and the share of the run's time. std::nullopt when no row
  // is held out or the rule is "off". Errors: those of ask_held_out.
  Result<std::optional<AnswerMeasure>> answers(const EvaluateConfig& evaluate, const Tokenizer& tokenizer) const;
  // A sentence on which of these questions occur word for word in training rows; std::nullopt: none. `items` names the
  // questions in it: "held-out questions". Errors: Cancelled.
  Result<std::optional<Sentence>> overlap(std::span<const std::string> questions, const Sentence& items,
                                          const Tokenizer& tokenizer, const TaskContext& task) const;
  // The endless sequence of training steps, in an order set by the seed. This object must outlive it.
  // `shares`: processes that share each step (LoaderOptions).
  std::unique_ptr<StepSource> source(const TrainConfig& train, std::int64_t shares = 1) const;
  // Number of optimizer steps of a run: as set, or computed from its epochs.
  std::int64_t total_steps(const TrainConfig& train) const;
  // The largest forward pass among the run's steps.
  struct Pass {
    std::int64_t tokens = 0, labels = 0;
  };
  Pass largest_pass(const TrainConfig& train) const;
};

// `model` names the model in errors; `embedding_rows`: number of ids with an embedding. The held-out split depends only
// on the files, so that runs with different seeds are measured on the same rows.
Result<std::unique_ptr<OpenData>> load_open_data(const DataConfig& config, const Tokenizer& tokenizer,
                                                 const std::optional<std::string>& chat_template,
                                                 const std::string& model, std::int64_t embedding_rows,
                                                 const TaskContext& task);

bool same_data(const DataConfig& a, const DataConfig& b);

}   // namespace lift
