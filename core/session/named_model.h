#pragma once
// A model or data set as a person names it: a path, "demo", or its name on the hub, which stands for what the Hugging
// Face cache has of it. Makes no connection. Tensor-free. Thread: any.
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/hub/endpoint.h"

namespace lift {

// What exists under that path is meant first. "org/name", with "@REVISION" behind it where another than main is meant,
// is the snapshot in the cache, or its only GGUF file. Anything else comes back as the path that it is.
// Errors: NotFound for a name of the hub that the cache does not have, with the command that gets it; InvalidArgument
// for a snapshot with several GGUF files, which are named.
Result<std::filesystem::path> named_model(const std::string& text,
                                          const Environment& environment = process_environment());

// The same for the rows of a data set: a path, or "org/name" with "@REVISION" and a folder or file in it behind that
// ("openai/gsm8k/main"). Errors: NotFound, with the command that gets it.
Result<std::filesystem::path> named_data(const std::string& text,
                                         const Environment& environment = process_environment());

}   // namespace lift
