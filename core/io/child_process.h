#pragma once
// Another program, run to its end with what it prints. Tensor-free. Thread: any.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace lift {

struct ChildEnd {
  int status = 0;       // its exit status; 128 + N when signal N ended it
  std::string output;   // the end of what it wrote to standard output and error, at most 64 KiB
};

// The program of that name in PATH.
std::optional<std::filesystem::path> program_in_path(const std::string& name);

// Waits for the end; a stop of the task ends the program (SIGTERM, after two seconds SIGKILL). Errors: Io (it could not
// be started), Cancelled.
Result<ChildEnd> run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                             const TaskContext& task);

}   // namespace lift
