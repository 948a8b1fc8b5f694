#pragma once
// Operating system errors as Error values. Used by code that opens, writes and locks files. Tensor-free.
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace lift {

// The system's message for an errno value. Thread-safe.
std::string system_reason(int number);

// Makes "PATH: TROUBLE: REASON", where `trouble` is such as "could not open the file" and `number` is the errno value.
Error system_error(const std::filesystem::path& path, const Sentence& trouble, int number,
                   std::source_location where = std::source_location::current());

}   // namespace lift
