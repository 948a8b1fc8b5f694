#pragma once
// Writes GGUF version 3 atomically: keys and tensors in the given order, data aligned to 32 bytes. Used by exchange/
// and tests. Tensor-free. Thread: any.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/gguf_reader.h"

namespace lift {

// A value with the width that it gets in the file; a span of bytes is type and value as another file has them
// (GgufReader::raw_key).
using GgufOut =
    std::variant<bool, std::uint32_t, std::int32_t, std::uint64_t, float, std::string, std::vector<std::string>,
                 std::vector<float>, std::vector<std::int32_t>, std::span<const std::byte>>;

struct GgufOutKey {
  std::string name;
  GgufOut value;
};

struct GgufOutTensor {
  std::string name;
  GgmlType type = GgmlType::F32;
  std::vector<std::int64_t> shape;    // outermost first
  std::span<const std::byte> bytes;   // alive until written
};

// The bytes of a tensor, asked for when its turn comes; they must live until the next call.
using GgufTensorSource = std::function<Result<std::span<const std::byte>>(const GgufOutTensor& head)>;

// `source`: where the tensors have no bytes of their own, so that one at a time is in memory.
// Errors: InvalidArgument (a name twice or longer than ggml's 63 bytes, bytes that do not fit the shape), Io,
// Cancelled.
Status write_gguf(const std::filesystem::path& target, const std::vector<GgufOutKey>& keys,
                  const std::vector<GgufOutTensor>& tensors, const TaskContext& task = {},
                  const GgufTensorSource& source = {});

// fp32 to Q8_0 as ggml's reference does it (quantize_row_q8_0_ref): blocks of 32, scale largest / 127 as fp16, halves
// rounded away from zero. `values` is a multiple of 32; `out` has 34 bytes for each block.
void quantise_q8_0(std::span<const float> values, std::span<std::byte> out);

}   // namespace lift
