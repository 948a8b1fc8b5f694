#include "core/session/run_answers.h"

#include <algorithm>

#include "core/session/answers_file.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kFewest = 8;   // answers that say something

// Whether the file is of these very rows: a run that was cut off before its first state begins anew, maybe with others.
bool same_rows(const std::vector<AnsweredRow>& kept, const std::vector<AnsweredRow>& asked) {
  return std::ranges::equal(kept, asked, [](const AnsweredRow& a, const AnsweredRow& b) {
    return a.row == b.row && a.expected == b.expected;
  });
}

}   // namespace

RunAnswers::RunAnswers(AnswerMeasure measure, const std::filesystem::path& folder)
    : measure_(std::move(measure)), file_(folder / kAnswersName), since_(Clock::now()) {
  for (std::size_t i = 0; i < measure_.questions.rows.size(); ++i)
    rows_.push_back({measure_.questions.rows[i], measure_.texts[i], measure_.questions.expected[i], {}, {}});
  auto kept = read_answers(file_);
  if (kept.ok() && same_rows(*kept, rows_)) rows_ = std::move(kept).value();
}

std::vector<std::int64_t> RunAnswers::affordable() const {
  const double elapsed = std::chrono::duration<double>(Clock::now() - since_).count();
  const double room = measure_.share * elapsed - spent_;
  if (seconds_per_answer_ <= 0 || room <= 0) return {};
  const auto count =
      static_cast<std::int64_t>(std::min(room / seconds_per_answer_, static_cast<double>(measure_.questions.size())));
  const std::int64_t fewest = std::min(kFewest, measure_.questions.size());
  return count < fewest ? std::vector<std::int64_t>{} : evenly_spread(measure_.questions.size(), count);
}

Result<std::optional<ExactMatch>> RunAnswers::measure(const CausalLm& model, std::int64_t step,
                                                      const TaskContext& task) {
  const AskedQuestions& questions = measure_.questions;
  if (questions.size() == 0) return std::optional<ExactMatch>();
  const bool whole = step == 0 || step == measure_.total_steps;
  const std::vector<std::int64_t> asked = whole ? evenly_spread(questions.size(), questions.size()) : affordable();
  if (asked.empty()) return std::optional<ExactMatch>();
  LIFT_ASSIGN(const AnswerScores scores,
              score_answers(model, *measure_.tokenizer, questions, asked, {.sampling = {.max_new_tokens = 0}}, task));
  seconds_per_answer_ = scores.seconds / static_cast<double>(asked.size());
  if (step == 0) since_ = Clock::now();
  if (!whole) spent_ += scores.seconds;
  keep(scores, step == 0);
  if (whole) LIFT_RETURN_IF_ERROR(write_answers(file_, rows_));
  ExactMatch exact{.right = scores.right(),
                   .asked = std::ssize(asked),
                   .of = questions.size(),
                   .valid_json = {},
                   .cut = scores.cut(),
                   .rule = std::string(name_of(questions.rule)),
                   .seconds = scores.seconds};
  if (questions.rule == AnswerRule::Json) exact.valid_json = scores.valid_json();
  return std::optional(exact);
}

void RunAnswers::keep(const AnswerScores& scores, bool of_base) {
  if (!of_base)
    for (AnsweredRow& row : rows_) row.tuned.reset();   // of an earlier step
  for (std::size_t i = 0; i < scores.asked.size(); ++i) {
    AnsweredRow& row = rows_[static_cast<std::size_t>(scores.asked[i])];
    (of_base ? row.base : row.tuned) = scores.answers[i];
  }
}

}   // namespace lift
