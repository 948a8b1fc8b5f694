#pragma once
// An export's report as JSON: what `lift export --json` prints and what lies beside the exported files. Tensor-free.
#include <nlohmann/json_fwd.hpp>

#include "core/session/summaries.h"

namespace lift {

// "path" is the file's or folder's own name where `for_others`: the report may leave this machine with the export.
nlohmann::json to_json(const ExportReport& report, bool for_others = false);

}   // namespace lift
