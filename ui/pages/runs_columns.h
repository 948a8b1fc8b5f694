#pragma once
// What the table of runs shows of each. Window thread.
#include <vector>

#include "core/session/summaries.h"
#include "ui/item_models/column_model.h"

namespace ui {

namespace runs_column {
constexpr int kCurve = 1, kLoss = 4, kModel = 7, kData = 8, kStarted = 9;   // in the order of runsColumns()
}

std::vector<ColumnModel<lift::RunSummary>::Column> runsColumns();
QString nameOf(const lift::RunSummary& run);   // the user's name for it, or its folder's

}   // namespace ui
