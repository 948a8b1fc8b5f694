#include "core/io/safetensors_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/disk_space.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_types.h"

namespace lift {

namespace {

constexpr std::size_t kDataAlignment = 64;
constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kBlockBytes = 16u << 20;   // one stop poll and one progress report each
constexpr std::size_t kLargestHeader = 100'000'000;

static_assert(std::endian::native == std::endian::little, "the length and all data are little-endian");

// Larger elements first keeps every tensor aligned to its own element size, whatever the shapes are.
void sort_for_file(std::vector<TensorView>& tensors) {
  std::sort(tensors.begin(), tensors.end(), [](const TensorView& a, const TensorView& b) {
    const auto size_a = byte_size(a.dtype), size_b = byte_size(b.dtype);
    return size_a != size_b ? size_a > size_b : a.name < b.name;
  });
}

std::string as_json(const std::string& text) { return nlohmann::json(text).dump(); }   // throws: not UTF-8

std::int64_t size_of(const TensorView& tensor) {
  std::int64_t bytes = byte_size(tensor.dtype);
  for (const std::int64_t extent : tensor.shape) bytes *= extent;
  return bytes;
}

// The padded header of already sorted tensors. Throws where a name is not UTF-8.
std::string make_header(const std::vector<TensorView>& tensors, const std::map<std::string, std::string>& metadata) {
  std::string text = "{";
  if (!metadata.empty()) {
    text += "\"__metadata__\":{";
    for (const auto& [name, value] : metadata) text += as_json(name) + ':' + as_json(value) + ',';
    text.back() = '}';
    text += ',';
  }
  std::uint64_t begin = 0;
  for (const TensorView& tensor : tensors) {
    const std::uint64_t end = begin + static_cast<std::uint64_t>(size_of(tensor));
    text += fmt::format("{}:{{\"dtype\":\"{}\",\"shape\":[{}],\"data_offsets\":[{},{}]}},", as_json(tensor.name),
                        safetensors_name(tensor.dtype), fmt::join(tensor.shape, ","), begin, end);
    begin = end;
  }
  if (text.back() == ',') text.pop_back();
  text += '}';
  const std::size_t beyond = (kLengthBytes + text.size()) % kDataAlignment;
  text.append(beyond ? kDataAlignment - beyond : 0, ' ');
  return text;
}

Status check_tensor(const std::filesystem::path& target, const TensorView& tensor, bool with_bytes) {
  const auto invalid = [&](Sentence message) {
    return make_error(ErrorCode::InvalidArgument, say("{}, tensor {}", target.string(), quote_name(tensor.name)),
                      std::move(message));
  };
  if (tensor.name == "__metadata__") return invalid(say("expected another name: the format keeps this one for itself"));
  std::int64_t bytes = byte_size(tensor.dtype);
  for (const std::int64_t extent : tensor.shape)
    if (extent < 0 || __builtin_mul_overflow(bytes, extent, &bytes))
      return invalid(say("expected a shape that can be stored, found [{}]", fmt::join(tensor.shape, ", ")));
  if (with_bytes && static_cast<std::uint64_t>(bytes) != tensor.bytes.size())
    return invalid(
        say("expected {} bytes for shape [{}], found {}", bytes, fmt::join(tensor.shape, ", "), tensor.bytes.size()));
  return {};
}

Status check_tensors(const std::filesystem::path& target, const std::vector<TensorView>& tensors, bool with_bytes) {
  std::vector<std::string_view> names;
  for (const TensorView& tensor : tensors) {
    LIFT_RETURN_IF_ERROR(check_tensor(target, tensor, with_bytes));
    names.push_back(tensor.name);
  }
  std::sort(names.begin(), names.end());
  if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
    return make_error(ErrorCode::InvalidArgument, target.string(),
                      say("expected every tensor once, found {} twice", quote_name(*twice)));
  return {};
}

std::int64_t data_size(const std::vector<TensorView>& tensors) {
  std::int64_t bytes = 0;
  for (const TensorView& tensor : tensors) bytes += size_of(tensor);
  return bytes;
}

Status write_data(AtomicFile& file, const std::filesystem::path& target, const std::vector<TensorView>& tensors,
                  const TensorSource& source, const TaskContext& task) {
  const std::int64_t total = data_size(tensors);
  std::int64_t done = 0;
  for (TensorView tensor : tensors) {
    if (source) {
      LIFT_ASSIGN(tensor.bytes, source(tensor));
      LIFT_RETURN_IF_ERROR(check_tensor(target, tensor, true));
    }
    for (std::size_t at = 0; at < tensor.bytes.size(); at += kBlockBytes) {
      if (task.stop_requested()) return make_error(ErrorCode::Cancelled, target.string(), say("writing was cancelled"));
      const auto block = tensor.bytes.subspan(at, std::min(kBlockBytes, tensor.bytes.size() - at));
      LIFT_RETURN_IF_ERROR(file.write(block));
      done += static_cast<std::int64_t>(block.size());
      task.report(say("writing tensors"), done, total);
    }
  }
  return {};
}

}   // namespace

Status write_safetensors(const std::filesystem::path& target, std::vector<TensorView> tensors,
                         const std::map<std::string, std::string>& metadata, const TaskContext& task,
                         const TensorSource& source) {
  LIFT_RETURN_IF_ERROR(check_tensors(target, tensors, !source));
  sort_for_file(tensors);
  LIFT_ASSIGN(const std::string header, catch_exceptions(target.string(), [&]() -> Result<std::string> {
                return make_header(tensors, metadata);
              }));
  if (header.size() > kLargestHeader)
    return make_error(ErrorCode::Unsupported, target.string(),
                      say("expected names and metadata of at most {} bytes, found {}", kLargestHeader, header.size()));
  LIFT_RETURN_IF_ERROR(
      ensure_disk_space(target, static_cast<std::int64_t>(kLengthBytes + header.size()) + data_size(tensors)));
  LIFT_ASSIGN(AtomicFile file, AtomicFile::create(target));
  const std::uint64_t length = header.size();
  LIFT_RETURN_IF_ERROR(file.write(std::as_bytes(std::span(&length, 1))));
  LIFT_RETURN_IF_ERROR(file.write(header));
  LIFT_RETURN_IF_ERROR(write_data(file, target, tensors, source, task));
  return file.commit();
}

}   // namespace lift
