#pragma once
// A data summary as JSON, complete: what is read back says the same. Used by row_cache. Tensor-free. Thread: any.
// Private to core/data.
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/data/data_summary.h"

namespace lift {

nlohmann::json to_json(const DataSummary& summary);
// Errors: Malformed for anything that to_json() does not write.
Result<DataSummary> summary_from_json(const nlohmann::json& value);

nlohmann::json to_json(const Sentence& sentence);
Result<Sentence> sentence_from_json(const nlohmann::json& value);

}   // namespace lift
