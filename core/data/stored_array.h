#pragma once
// Values one after another: in memory, or in a file that is written once and then mapped, so that more of them than
// memory holds can be read in any order. Used by sft_rows and sft_dataset. Tensor-free. Thread: const calls from any.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/check.h"
#include "core/base/result.h"
#include "core/io/mapped_file.h"

namespace lift {

class StoredBytes {
 public:
  StoredBytes();   // in memory
  // In a new file. What goes wrong with it is told by finish().
  static StoredBytes in_file(const std::filesystem::path& path);
  // A file as finish() left it. Errors: NotFound, Io; Mismatch for another size.
  static Result<StoredBytes> open(const std::filesystem::path& path, std::uint64_t size);
  StoredBytes(StoredBytes&&) noexcept;
  StoredBytes& operator=(StoredBytes&&) noexcept;
  ~StoredBytes();

  void append(std::span<const std::byte> bytes);
  bool failed() const { return failed_; }   // finish() will say why
  // Nothing is appended afterwards; only then can what lies in a file be read. Errors: Io with the system's reason.
  Status finish();
  std::uint64_t size() const { return size_; }
  const std::byte* data() const { return data_; }
  // Pages of the file that were read leave memory; spans of them stay valid.
  void release() const;

 private:
  struct File;
  void flush();
  std::unique_ptr<File> file_;   // while it is written
  std::shared_ptr<const MappedFile> mapped_;
  std::vector<std::byte> bytes_;   // all of it in memory, or what is not written yet
  const std::byte* data_ = nullptr;
  std::uint64_t size_ = 0;
  bool failed_ = false;
};

// The same as values of one type, in this machine's byte order.
template <typename T>
class StoredArray {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

 public:
  StoredArray() = default;
  static StoredArray in_file(const std::filesystem::path& path) {
    StoredArray array;
    array.bytes_ = StoredBytes::in_file(path);
    return array;
  }
  static Result<StoredArray> open(const std::filesystem::path& path, std::int64_t count) {
    StoredArray array;
    LIFT_ASSIGN(array.bytes_, StoredBytes::open(path, static_cast<std::uint64_t>(count) * sizeof(T)));
    return array;
  }

  void append(std::span<const T> values) { bytes_.append(std::as_bytes(values)); }
  void append(const T& value) { append(std::span(&value, 1)); }
  bool failed() const { return bytes_.failed(); }
  Status finish() { return bytes_.finish(); }
  std::int64_t size() const { return static_cast<std::int64_t>(bytes_.size() / sizeof(T)); }
  const T& operator[](std::int64_t index) const { return data()[index]; }
  std::span<const T> part(std::uint64_t begin, std::size_t count) const { return {data() + begin, count}; }
  void release() const { bytes_.release(); }

 private:
  const T* data() const { return reinterpret_cast<const T*>(bytes_.data()); }
  StoredBytes bytes_;
};

}   // namespace lift
