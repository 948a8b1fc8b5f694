#pragma once
// One record of a run as one line of JSON, and back. Used by run_log alone. Tensor-free.
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/metrics/metrics.h"

namespace lift {

// Without the line break. Text that is not UTF-8 is mended with U+FFFD.
std::string to_line(const RunRecord& record);

// Unknown fields are passed over; a missing one keeps its default. `subject` names the line in errors.
// Errors: Malformed (not JSON, no known "event", a field of another type).
Result<RunRecord> record_from_line(std::string_view line, const std::string& subject);

}   // namespace lift
