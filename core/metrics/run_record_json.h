#pragma once
// Converts one record of a run to a line of JSON and back. Used by run_log only. Tensor-free.
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/metrics/metrics.h"

namespace lift {

// Without a line break. Invalid UTF-8 is replaced by U+FFFD.
std::string to_line(const RunRecord& record);

// Ignores unknown fields; a missing field keeps its default. `subject` names the line in errors.
// Errors: Malformed (not JSON, an unknown or missing "event", a field of the wrong type).
Result<RunRecord> record_from_line(std::string_view line, const std::string& subject);

}   // namespace lift
