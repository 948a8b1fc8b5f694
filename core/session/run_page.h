#pragma once
// A run as files for others: one HTML page to share, a table, TensorBoard's events. Tensor-free. Thread: any.
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/session/summaries.h"

namespace lift {

// What it learned and what it kept, with curves, answers, samples and recipe; no place of this machine.
std::string html_of(const RunHistory& history);

enum class RunFile : std::uint8_t { Page, Table, Events };   // Events: into a folder, under the name TensorBoard wants
// The file that was written. Errors: Io.
Result<std::filesystem::path> write_run_file(const RunHistory& history, RunFile file,
                                             const std::filesystem::path& target);

}   // namespace lift
