#pragma once
// Writes safetensors atomically, with bytes that depend on the content alone: tensors ordered by element size
// (largest first), then name; metadata keys sorted; header padded so that the data begins at a multiple of 64.
// Used by checkpoint/ and exchange/. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/tensor_view.h"

namespace lift {

// Errors: InvalidArgument (two tensors of one name, bytes that do not fit the shape, a name that is not UTF-8),
// Io (also when the disk has too little room, before anything is written), Cancelled.
Status write_safetensors(const std::filesystem::path& target, std::vector<TensorView> tensors,
                         const std::map<std::string, std::string>& metadata, const TaskContext& task = {});

// Bytes of the file that write_safetensors would make (for disk checks before a save).
std::int64_t safetensors_file_size(const std::vector<TensorView>& tensors,
                                   const std::map<std::string, std::string>& metadata);

}   // namespace lift
