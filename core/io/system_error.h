#pragma once
// Refusals of the operating system as Errors. Used by the rooms that open, write and lock files. Tensor-free.
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace lift {

// The system's own words for an errno value. Thread-safe.
std::string system_reason(int number);

// NotFound for ENOENT and ENOTDIR, else Io: "PATH: TROUBLE: REASON", where trouble is "could not open the file".
Error system_error(const std::filesystem::path& path, const Sentence& trouble, int number,
                   std::source_location where = std::source_location::current());

}   // namespace lift
