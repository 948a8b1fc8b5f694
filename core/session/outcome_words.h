#pragma once
// What a run brought, in sentences for the command line and the window: exact matches as counts with their interval,
// what is left of the old knowledge as counts with what so many questions can show. Tensor-free.
#include <cstdint>
#include <vector>

#include "core/base/sentence.h"
#include "core/evaluate/answered_row.h"
#include "core/metrics/metrics.h"

namespace lift {

// "38 of 60 (51 to 74 %)": Wilson's 95 % interval.
Sentence exact_sentence(const ExactMatch& exact);
// "12 of 60 were asked, to save time" and "7 ran into the longest answer"; empty: neither.
Sentence exact_remark(const ExactMatch& exact);

// "53 of 100 questions right before, 53 after: no loss can be seen; ...". Empty without a probe in both.
Sentence knowledge_sentence(const EvaluationMetrics& before, const EvaluationMetrics& after);
// How many right answers more or fewer tell two measurements of the same questions apart (McNemar, 95 %), about.
std::int64_t smallest_visible_change(std::int64_t items, std::int64_t lost, std::int64_t gained);

// A few rows that show what changed: right now and wrong before first, one that is still wrong among them when there is
// one. Only rows that both models answered.
std::vector<AnsweredRow> telling_rows(const std::vector<AnsweredRow>& rows, std::size_t count = 3);

}   // namespace lift
