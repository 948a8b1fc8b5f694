#pragma once
// Prints the result of an export. Used by export and delta merge.
#include "app/cli/command.h"
#include "core/session/summaries.h"

namespace lift::cli {

void print_export(const ExportReport& report, const Options& options);

}   // namespace lift::cli
