#pragma once
// The log of a run on disk: metrics.jsonl, one JSON object per line, in the order things happened. Written by train/,
// followed by the window and `lift runs`. Tensor-free. Thread: one at a time per object; a reader and a writer may be
// different programs. Numbers do not depend on the locale and read back bit for bit; NaN and infinities are the
// strings "NaN", "Infinity", "-Infinity". An event's text stands there in English and in parts (io/sentence_json.h).
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/metrics.h"

namespace lift {

inline constexpr std::string_view kRunLogName = "metrics.jsonl";

class RunLogWriter {
 public:
  // Appends to the file, which is created when missing. A torn last line (kill -9 while writing) is cut off.
  static Result<RunLogWriter> open(const std::filesystem::path& file);
  RunLogWriter(RunLogWriter&&) noexcept;
  RunLogWriter& operator=(RunLogWriter&&) noexcept;
  ~RunLogWriter();

  // The line reaches the operating system before the call returns. After an Io error (full disk) nothing of the line
  // is left in the file, and the next append may succeed.
  Status append(const RunRecord& record);

 private:
  RunLogWriter() = default;
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::int64_t size_ = 0;
};

struct RunLogPart {
  std::vector<RunRecord> records;
  bool restarted = false;              // the file was replaced (a resume cut it back): these are all from its beginning
  std::int64_t unreadable_lines = 0;   // whole lines that are not records; passed over
};

// Follows a growing file.
class RunLogReader {
 public:
  explicit RunLogReader(std::filesystem::path file) : file_(std::move(file)) {}
  // What was appended since the last call; a line without its end is left for the next one. A file that is not there
  // yet has no records. Errors: Io.
  Result<RunLogPart> read_new();

 private:
  std::filesystem::path file_;
  std::uint64_t inode_ = 0;
  std::int64_t offset_ = 0;
};

Result<std::vector<RunRecord>> read_run_log(const std::filesystem::path& file);   // NotFound when it is not there

// For a resume from the state of `step`: drops everything after the line that tells of that save; without one, from
// the first record of a later step on. Replaces the file atomically; does nothing when there is nothing to drop.
Status truncate_run_log(const std::filesystem::path& file, std::int64_t step);

}   // namespace lift
