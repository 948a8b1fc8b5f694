#pragma once
// Writes safetensors atomically, with bytes that depend on the content alone: tensors ordered by element size
// (largest first), then name; metadata keys sorted; header padded so that the data begins at a multiple of 64.
// Used by checkpoint/ and exchange/. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/tensor_view.h"

namespace lift {

// The bytes of a tensor, asked for when its turn comes; they must live until the next call.
using TensorSource = std::function<Result<std::span<const std::byte>>(const TensorView& head)>;

// `source`: where the views have no bytes of their own, so that one tensor at a time is in memory.
// Errors: InvalidArgument (two tensors of one name, bytes that do not fit the shape, a name that is not UTF-8),
// Io (also when the disk has too little room, before anything is written), Cancelled.
Status write_safetensors(const std::filesystem::path& target, std::vector<TensorView> tensors,
                         const std::map<std::string, std::string>& metadata, const TaskContext& task = {},
                         const TensorSource& source = {});

}   // namespace lift
