#pragma once
// What an export says when it is done. Used by export and delta merge.
#include "app/cli/command.h"
#include "core/session/summaries.h"

namespace lift::cli {

void print_export(const ExportReport& report, const Options& options);

}   // namespace lift::cli
