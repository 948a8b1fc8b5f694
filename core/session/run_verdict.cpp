#include "core/session/run_verdict.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr double kNoDifference = 0.005;   // of a loss
constexpr double kHigh = 1e-3;            // a peak learning rate above it is the first suspect

class Judge {
 public:
  // Whether it became worse.
  bool loss(const Sentence& name, double before, double after) {
    const double change = (after - before) / std::max(before, 1e-9);
    const bool equal = std::abs(change) < kNoDifference;
    auto& list = equal ? verdict_.same : change < 0 ? verdict_.better : verdict_.worse;
    list.push_back(say("{} {:.3f} to {:.3f}", name, before, after));
    return !equal && change > 0;
  }

  // As counts: a share of a hundred questions says less than it seems to.
  bool probe(const EvaluationMetrics& before, const EvaluationMetrics& after) {
    const auto right = [](const EvaluationMetrics& m) {
      return std::llround(*m.probe_score * static_cast<double>(m.probe_items));
    };
    const Sentence words =
        say("retention probe {} of {} right before, {} after", right(before), after.probe_items, right(after));
    const bool lost = after.alarm || (after.retention_high && *after.retention_high < 1);
    const bool won = after.retention_low && *after.retention_low > 1;
    (lost ? verdict_.worse : won ? verdict_.better : verdict_.same).push_back(words);
    return lost;
  }

  void rose_again(const Sentence& words) { verdict_.worse.push_back(words); }
  void advise(Sentence advice) { verdict_.advice = std::move(advice); }

  RunVerdict verdict() {
    using Grade = RunVerdict::Grade;
    const bool better = !verdict_.better.empty(), worse = !verdict_.worse.empty();
    verdict_.grade = better && worse          ? Grade::Mixed
                     : worse                  ? Grade::Worse
                     : better                 ? Grade::Better
                     : !verdict_.same.empty() ? Grade::Same
                                              : Grade::Unknown;
    return std::move(verdict_);
  }

 private:
  RunVerdict verdict_;
};

double mean_loss(std::span<const StepMetrics> steps) {
  double sum = 0;
  for (const StepMetrics& step : steps) sum += step.loss;
  return sum / static_cast<double>(steps.size());
}

}   // namespace

Sentence RunVerdict::text() const {
  std::vector<Sentence> parts;
  if (!worse.empty()) parts.push_back(say("Worse: {}", joined(worse)));
  if (!better.empty()) parts.push_back(say("Better: {}", joined(better)));
  if (!same.empty()) parts.push_back(say("Not changed: {}", joined(same)));
  return joined(parts, ". ");
}

RunVerdict judge_run(const std::vector<EvaluationMetrics>& evaluations, const std::vector<StepMetrics>& steps) {
  Judge judge;
  const EvaluationMetrics* before = nullptr;
  const EvaluationMetrics* after = nullptr;
  const EvaluationMetrics* lowest = nullptr;
  for (const EvaluationMetrics& evaluation : evaluations) {
    if (evaluation.step == 0) before = &evaluation;
    else after = &evaluation;
    if (evaluation.held_out_loss && (!lowest || *evaluation.held_out_loss < *lowest->held_out_loss))
      lowest = &evaluation;
  }
  double peak = 0;
  for (const StepMetrics& step : steps) peak = std::max(peak, step.learning_rate);

  bool learned_worse = false, rose_again = false, forgot = false;
  if (before && after && before->held_out_loss && after->held_out_loss) {
    learned_worse = judge.loss(say("held-out loss"), *before->held_out_loss, *after->held_out_loss);
    rose_again = !learned_worse && lowest->step != after->step && *after->held_out_loss > 1.05 * *lowest->held_out_loss;
    if (rose_again)
      judge.rose_again(say("held-out loss up again from {:.3f} after step {}", *lowest->held_out_loss, lowest->step));
  } else if (steps.size() >= 10) {
    const std::span<const StepMetrics> all(steps);
    learned_worse = judge.loss(say("training loss"), mean_loss(all.first(steps.size() / 10)),
                               mean_loss(all.last(steps.size() / 10)));
  }
  if (before && after && before->probe_score && after->probe_score) forgot = judge.probe(*before, *after);

  if (learned_worse)
    judge.advise(peak > kHigh
                     ? say("Try a learning rate of {:.0e}", std::min(peak / 10, kHigh / 2))
                     : say("Try a lower learning rate or fewer steps, and look whether the held-out rows are of the "
                           "same kind as those that train"));
  else if (rose_again)
    judge.advise(say("Try about {} steps, or more rows: it has begun to learn the rows by heart",
                     std::max<std::int64_t>(1, lowest->step)));
  else if (forgot) judge.advise(say("Try a lower learning rate, fewer steps, or a lower density"));
  return judge.verdict();
}

}   // namespace lift
