#pragma once
// Measures a run's exact matches: the model answers held-out rows before training, in between within a share of the
// time, and after; the folder keeps the answers. Used by RunHost. Private to core/session. Thread: the engine's.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluate/written_answers.h"
#include "core/metrics/metrics.h"

namespace lift {

struct AnswerMeasure {
  AskedQuestions questions;
  std::vector<std::string> texts;   // of the questions, as the user sees them
  double share = 0;                 // EvaluateConfig::answer_share
  std::int64_t total_steps = 0;
  const Tokenizer* tokenizer = nullptr;
};

class RunAnswers {
 public:
  // Reads the base's answers from the folder if the run is resumed.
  RunAnswers(AnswerMeasure measure, const std::filesystem::path& folder);

  // Before step 1 and after the last step it asks all questions and writes the folder's file. In between it asks as
  // many as the share of the time since the first step (or the resume) allows, or none if these are fewer than 8.
  Result<std::optional<ExactMatch>> measure(const CausalLm& model, std::int64_t step, const TaskContext& task);

  const std::vector<AnsweredRow>& rows() const { return rows_; }

 private:
  std::vector<std::int64_t> affordable() const;
  void keep(const AnswerScores& scores, bool of_base);

  AnswerMeasure measure_;
  std::filesystem::path file_;
  std::vector<AnsweredRow> rows_;
  double seconds_per_answer_ = 0, spent_ = 0;   // spent: in between, since start or resume
  std::chrono::steady_clock::time_point since_;
};

}   // namespace lift
