#pragma once
// The exact matches of a run: held-out rows answered before, in between within a share of the run's time, and after;
// with what was answered, in the run's folder. Used by RunHost. Private to core/session. Thread: the engine's.
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
  std::vector<std::string> texts;   // of the questions, for people
  double share = 0;                 // EvaluateConfig::answer_share
  std::int64_t total_steps = 0;
  const Tokenizer* tokenizer = nullptr;
};

class RunAnswers {
 public:
  // The base's answers of an earlier sitting are read from the folder.
  RunAnswers(AnswerMeasure measure, const std::filesystem::path& folder);

  // Before step 1 and after the last step all of them are asked, and the folder's file is written; in between as many
  // as the share of the time since the first step has room for, none when that are fewer than 8.
  Result<std::optional<ExactMatch>> measure(const CausalLm& model, std::int64_t step, const TaskContext& task);

  const std::vector<AnsweredRow>& rows() const { return rows_; }

 private:
  std::vector<std::int64_t> affordable() const;
  void keep(const AnswerScores& scores, bool of_base);

  AnswerMeasure measure_;
  std::filesystem::path file_;
  std::vector<AnsweredRow> rows_;
  double seconds_per_answer_ = 0, spent_ = 0;   // spent: in between, of this sitting
  std::chrono::steady_clock::time_point since_;
};

}   // namespace lift
