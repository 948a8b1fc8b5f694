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

// A value, written with exactly this type; a span of bytes is written unchanged and holds the encoded type and value
// from another file (GgufReader::raw_key).
using GgufOut =
    std::variant<bool, std::uint32_t, std::int32_t, std::uint64_t, float, std::string, std::vector<std::string>,
                 std::vector<float>, std::vector<std::int32_t>, std::vector<bool>, std::span<const std::byte>>;

struct GgufOutKey {
  std::string name;
  GgufOut value;
};

struct GgufOutTensor {
  std::string name;
  GgmlType type = GgmlType::F32;
  std::vector<std::int64_t> shape;    // outermost first
  std::span<const std::byte> bytes;   // must stay valid until written
};

// Returns a tensor's bytes when they are about to be written; they must stay valid until the next call.
using GgufTensorSource = std::function<Result<std::span<const std::byte>>(const GgufOutTensor& head)>;

// `source` supplies the bytes of tensors whose `bytes` are empty, so that only one tensor is in memory at a time.
// Errors: InvalidArgument (a duplicate name, a name over ggml's 63 bytes, bytes that don't match the shape), Io,
// Cancelled.
Status write_gguf(const std::filesystem::path& target, const std::vector<GgufOutKey>& keys,
                  const std::vector<GgufOutTensor>& tensors, const TaskContext& task = {},
                  const GgufTensorSource& source = {});

}   // namespace lift
