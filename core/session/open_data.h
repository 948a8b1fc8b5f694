#pragma once
// The data set that a Session has open, and what runs and evaluations take from it. Private to core/session.
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
  std::string date;   // the day that the template was told

  // The first `limit` held-out rows (0 = all) in passes for the held-out loss, of at most `pass_tokens` tokens (a
  // longer row is a pass of its own).
  std::vector<PackedBatch> held_out(std::int64_t limit, std::int64_t pass_tokens = kEvaluationPassTokens) const;
  // Held-out rows as questions, with how they are compared and how much of the run's time they may take; none when no
  // row is held out, or the rule is "off". Errors: those of ask_held_out.
  Result<std::optional<AnswerMeasure>> answers(const EvaluateConfig& evaluate, const Tokenizer& tokenizer) const;
  // Says which of these questions stand word for word in rows that train; none when none does. `items` names them:
  // "held-out questions". Errors: Cancelled.
  Result<std::optional<Sentence>> overlap(std::span<const std::string> questions, const Sentence& items,
                                          const Tokenizer& tokenizer, const TaskContext& task) const;
  // Steps in seeded order, without end. The data must outlive it.
  std::unique_ptr<StepSource> source(const TrainConfig& train) const;
  // Optimizer steps of a run: its own number, or that of its epochs.
  std::int64_t total_steps(const TrainConfig& train) const;
  // The largest pass of the run's own steps.
  struct Pass {
    std::int64_t tokens = 0, labels = 0;
  };
  Pass largest_pass(const TrainConfig& train) const;
};

// `model` names it in errors; `embedding_rows`: tokens that it has an embedding for. The held-out split depends on the
// files alone, so that runs of different seeds are measured on the same rows.
Result<std::unique_ptr<OpenData>> load_open_data(const DataConfig& config, const Tokenizer& tokenizer,
                                                 const std::optional<std::string>& chat_template,
                                                 const std::string& model, std::int64_t embedding_rows,
                                                 const TaskContext& task);

bool same_data(const DataConfig& a, const DataConfig& b);

}   // namespace lift
