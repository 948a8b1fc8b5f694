#pragma once
// Writes safetensors atomically. Equal content gives equal bytes: tensors are ordered by element size (largest first),
// then by name; metadata keys are sorted; the header is padded so that the data begins at a multiple of 64 bytes.
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

// Returns a tensor's bytes when they are about to be written; they must stay valid until the next call.
using TensorSource = std::function<Result<std::span<const std::byte>>(const TensorView& head)>;

// `source` supplies the bytes of tensors whose `bytes` are empty, so that only one tensor is in memory at a time.
// Errors: InvalidArgument (a duplicate name, bytes that don't match the shape, a name that is not UTF-8), Io (also for
// too little disk space, before anything is written), Cancelled.
Status write_safetensors(const std::filesystem::path& target, std::vector<TensorView> tensors,
                         const std::map<std::string, std::string>& metadata, const TaskContext& task = {},
                         const TensorSource& source = {});

}   // namespace lift
