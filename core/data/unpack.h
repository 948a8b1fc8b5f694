#pragma once
// Packed and recoded text as a stream of plain bytes. Used by plain_text. Tensor-free. Thread: any.
// Private to core/data.
#include <functional>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/file_kind.h"

namespace lift {

using ByteSink = std::function<Status(std::string_view)>;

// Errors: Malformed (damaged, cut off, half a surrogate), naming the byte; Cancelled; those of the sink.
Status unpack(std::string_view packed, Wrapping wrapping, const std::string& path, const ByteSink& take,
              const TaskContext& task);

}   // namespace lift
