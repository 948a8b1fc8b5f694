#pragma once
// What the processes of a run agree upon: that all of them succeeded, and what the first has decided. Tensor-free.
#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/ranks/ranks.h"

namespace lift {

// Success when all succeeded; else this process's own error, or that of the first process that has one, named.
Status agree(Ranks& ranks, const Status& own, RankWait wait = RankWait::Step);

// What `make` gives on the first process, or its error, on all. `make` is called on the first alone.
Result<std::string> from_first(Ranks& ranks, const std::function<Result<std::string>()>& make);

// Errors: Mismatch naming the process whose value differs from the first's. `what`: "the selected weights".
Status expect_equal(Ranks& ranks, const std::string& value, const Sentence& what);

// An error as text and back, with its sentences' parts.
std::string to_text(const Error& error);
Error error_of_text(const std::string& text, std::int64_t rank, std::int64_t size);

}   // namespace lift
