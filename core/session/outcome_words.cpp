#include "core/session/outcome_words.h"

#include <algorithm>
#include <cmath>

#include "core/base/say.h"
#include "core/evaluate/retention.h"

namespace lift {

namespace {

std::int64_t right_of(const EvaluationMetrics& metrics) {
  return std::llround(metrics.probe_score.value_or(0) * static_cast<double>(metrics.probe_items));
}

// Learned rows first, then rows that are still wrong, then what both know.
int rank_of(const AnsweredRow& row) {
  if (row.tuned->right) return row.base->right ? 2 : 0;
  return 1;
}

}   // namespace

Sentence exact_sentence(const ExactMatch& exact) {
  if (exact.asked == 0) return say("none asked");
  const Interval interval = wilson_interval(exact.right, exact.asked);
  return say("{} of {} ({:.0f} to {:.0f} %)", exact.right, exact.asked, 100 * interval.low, 100 * interval.high);
}

Sentence exact_remark(const ExactMatch& exact) {
  if (exact.asked < exact.of) return say("{} of {} rows were asked, to save time", exact.asked, exact.of);
  if (exact.cut > 0) return say("{} answers ran into the longest one", exact.cut);
  return {};
}

std::int64_t smallest_visible_change(std::int64_t items, std::int64_t lost, std::int64_t gained) {
  constexpr std::int64_t kFewestOneSided = 6;   // 2 * 0.5^6 < 0.05 < 2 * 0.5^5
  const auto changed = static_cast<double>(lost + gained);
  return std::min(items, std::max(kFewestOneSided, static_cast<std::int64_t>(std::ceil(1.96 * std::sqrt(changed)))));
}

Sentence knowledge_sentence(const EvaluationMetrics& before, const EvaluationMetrics& after) {
  if (!before.probe_score || !after.probe_score || after.probe_items == 0) return {};
  const std::int64_t items = after.probe_items, was = right_of(before), is = right_of(after);
  const std::int64_t visible =
      smallest_visible_change(items, after.probe_lost.value_or(was), after.probe_gained.value_or(is));
  if (was - is >= visible)
    return say(
        "{} of {} questions right before, {} after: something was forgotten. A lower learning rate or fewer steps "
        "keep more",
        was, items, is);
  if (is - was >= visible) return say("{} of {} questions right before, {} after: nothing was lost", was, items, is);
  return say(
      "{} of {} questions right before, {} after: no loss can be seen; {} questions can't show changes under "
      "about {}",
      was, items, is, items, visible);
}

std::vector<AnsweredRow> telling_rows(const std::vector<AnsweredRow>& rows, std::size_t count) {
  std::vector<AnsweredRow> told;
  for (const AnsweredRow& row : rows)
    if (row.base && row.tuned) told.push_back(row);
  std::ranges::stable_sort(told, {}, rank_of);
  const auto still_wrong = std::ranges::find_if(told, [](const AnsweredRow& row) { return !row.tuned->right; });
  const auto place = static_cast<std::ptrdiff_t>(count) - 1;
  if (still_wrong != told.end() && still_wrong - told.begin() > place)
    std::rotate(told.begin() + place, still_wrong, still_wrong + 1);
  if (told.size() > count) told.resize(count);
  return told;
}

}   // namespace lift
