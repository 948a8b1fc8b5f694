#pragma once
// Prints what was written: an export, or a delta that was made of others.
#include "app/cli/command.h"
#include "core/session/summaries.h"

namespace lift::cli {

void print_export(const ExportReport& report, const Options& options);
void print_import(const ImportReport& report, const Options& options);

}   // namespace lift::cli
