#include "core/io/gguf_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/disk_space.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

static_assert(std::endian::native == std::endian::little, "GGUF files are written as they lie in memory");

constexpr std::uint64_t kAlignment = 32;
constexpr std::size_t kLargestName = 63;
constexpr std::size_t kBlockBytes = 16u << 20;   // one stop poll and one progress report each
enum Kind : std::uint32_t { kU32 = 4, kI32 = 5, kF32 = 6, kBool = 7, kString = 8, kArray = 9, kU64 = 10 };

class Header {
 public:
  template <typename T>
  void number(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number<std::uint64_t>(value.size());
    bytes_.append(value);
  }
  void value(const GgufOut& value) {
    std::visit([this](const auto& typed) { add(typed); }, value);
  }
  void pad() { bytes_.append((kAlignment - bytes_.size() % kAlignment) % kAlignment, '\0'); }
  const std::string& bytes() const { return bytes_; }

 private:
  void add(bool value) {
    number<std::uint32_t>(kBool);
    number<std::uint8_t>(value);
  }
  void add(std::uint32_t value) { typed(kU32, value); }
  void add(std::int32_t value) { typed(kI32, value); }
  void add(std::uint64_t value) { typed(kU64, value); }
  void add(float value) { typed(kF32, value); }
  void add(const std::string& value) {
    number<std::uint32_t>(kString);
    text(value);
  }
  void add(const std::vector<std::string>& values) {
    array(kString, values.size());
    for (const std::string& value : values) text(value);
  }
  void add(const std::vector<float>& values) {
    array(kF32, values.size());
    for (const float value : values) number(value);
  }
  void add(const std::vector<std::int32_t>& values) {
    array(kI32, values.size());
    for (const std::int32_t value : values) number(value);
  }
  void add(const std::vector<bool>& values) {
    array(kBool, values.size());
    for (const bool value : values) number<std::uint8_t>(value);
  }
  void add(std::span<const std::byte> raw) { bytes_.append(reinterpret_cast<const char*>(raw.data()), raw.size()); }

  template <typename T>
  void typed(Kind kind, T value) {
    number<std::uint32_t>(kind);
    number(value);
  }
  void array(Kind kind, std::size_t count) {
    number<std::uint32_t>(kArray);
    number<std::uint32_t>(kind);
    number<std::uint64_t>(count);
  }

  std::string bytes_;
};

std::uint64_t padded(std::uint64_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

std::uint64_t size_of(const GgufOutTensor& tensor) {
  std::int64_t elements = 1;
  for (const std::int64_t extent : tensor.shape) elements *= extent;
  const GgmlBlock block = block_of(tensor.type);
  return static_cast<std::uint64_t>(elements / block.elements * block.bytes);
}

Status check(const std::filesystem::path& target, const GgufOutTensor& tensor, bool with_bytes) {
  const auto invalid = [&](Sentence message) {
    return make_error(ErrorCode::InvalidArgument, say("{}, tensor {}", target.string(), quote_name(tensor.name)),
                      std::move(message));
  };
  if (tensor.name.empty() || tensor.name.size() > kLargestName)
    return invalid(say("expected a name of 1 to {} bytes, found {}", kLargestName, tensor.name.size()));
  const std::int64_t columns = tensor.shape.empty() ? 1 : tensor.shape.back();
  if (columns % block_of(tensor.type).elements != 0)
    return invalid(
        say("expected rows of a multiple of {} elements, found {}", block_of(tensor.type).elements, columns));
  if (with_bytes && size_of(tensor) != tensor.bytes.size())
    return invalid(say("expected {} bytes, found {}", size_of(tensor), tensor.bytes.size()));
  return {};
}

std::string make_header(const std::vector<GgufOutKey>& keys, const std::vector<GgufOutTensor>& tensors) {
  Header header;
  header.number<std::uint32_t>('G' | 'G' << 8 | 'U' << 16 | 'F' << 24);
  header.number<std::uint32_t>(3);
  header.number<std::uint64_t>(tensors.size());
  header.number<std::uint64_t>(keys.size());
  for (const GgufOutKey& key : keys) {
    header.text(key.name);
    header.value(key.value);
  }
  std::uint64_t offset = 0;
  for (const GgufOutTensor& tensor : tensors) {
    header.text(tensor.name);
    header.number(static_cast<std::uint32_t>(tensor.shape.size()));
    for (auto extent = tensor.shape.rbegin(); extent != tensor.shape.rend(); ++extent) header.number(*extent);
    header.number(static_cast<std::uint32_t>(tensor.type));
    header.number(offset);
    offset = padded(offset + size_of(tensor));
  }
  header.pad();
  return header.bytes();
}

Status write_data(AtomicFile& file, const std::filesystem::path& target, const std::vector<GgufOutTensor>& tensors,
                  std::int64_t total, const GgufTensorSource& source, const TaskContext& task) {
  std::int64_t done = 0;
  for (GgufOutTensor tensor : tensors) {
    if (source) {
      LIFT_ASSIGN(tensor.bytes, source(tensor));
      LIFT_RETURN_IF_ERROR(check(target, tensor, true));
    }
    for (std::size_t at = 0; at < tensor.bytes.size(); at += kBlockBytes) {
      if (task.stop_requested()) return make_error(ErrorCode::Cancelled, target.string(), say("writing was cancelled"));
      const auto block = tensor.bytes.subspan(at, std::min(kBlockBytes, tensor.bytes.size() - at));
      LIFT_RETURN_IF_ERROR(file.write(block));
      done += static_cast<std::int64_t>(block.size());
      task.report(say("writing tensors"), done, total);
    }
    const std::string zeros(padded(tensor.bytes.size()) - tensor.bytes.size(), '\0');
    LIFT_RETURN_IF_ERROR(file.write(zeros));
  }
  return {};
}

}   // namespace

Status write_gguf(const std::filesystem::path& target, const std::vector<GgufOutKey>& keys,
                  const std::vector<GgufOutTensor>& tensors, const TaskContext& task, const GgufTensorSource& source) {
  std::set<std::string_view> names;
  std::int64_t total = 0;
  for (const GgufOutTensor& tensor : tensors) {
    LIFT_RETURN_IF_ERROR(check(target, tensor, !source));
    if (!names.insert(tensor.name).second)
      return make_error(ErrorCode::InvalidArgument, target.string(),
                        say("expected every tensor once, found {} twice", quote_name(tensor.name)));
    total += static_cast<std::int64_t>(padded(size_of(tensor)));
  }
  const std::string header = make_header(keys, tensors);
  LIFT_RETURN_IF_ERROR(ensure_disk_space(target, static_cast<std::int64_t>(header.size()) + total));
  LIFT_ASSIGN(AtomicFile file, AtomicFile::create(target));
  LIFT_RETURN_IF_ERROR(file.write(header));
  LIFT_RETURN_IF_ERROR(write_data(file, target, tensors, total, source, task));
  return file.commit();
}

}   // namespace lift
