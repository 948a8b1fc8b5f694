#pragma once
// Sentences about the outcome of a run, for the command line and the window: exact matches as counts with interval, and
// retained knowledge as counts, with how large a change the number of questions can show. Tensor-free.
#include <cstdint>
#include <vector>

#include "core/base/sentence.h"
#include "core/evaluate/answered_row.h"
#include "core/metrics/metrics.h"

namespace lift {

// "38 of 60 (51 to 74 %)": Wilson's 95 % interval.
Sentence exact_sentence(const ExactMatch& exact);
// "12 of 60 were asked, to save time" and "7 ran into the longest answer"; empty if neither applies.
Sentence exact_remark(const ExactMatch& exact);

// "53 of 100 questions right before, 53 after: no loss can be seen; ...". Empty if either lacks a probe score.
Sentence knowledge_sentence(const EvaluationMetrics& before, const EvaluationMetrics& after);
// About how much the number of right answers must change between two measurements to be significant (McNemar, 95 %).
std::int64_t smallest_visible_change(std::int64_t items, std::int64_t lost, std::int64_t gained);

// Up to `count` rows, answered by both models, that show what changed: first those that became right, but with one that
// is still wrong if there is one.
std::vector<AnsweredRow> telling_rows(const std::vector<AnsweredRow>& rows, std::size_t count = 3);

}   // namespace lift
