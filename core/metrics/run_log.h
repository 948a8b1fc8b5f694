#pragma once
// A run's log on disk: metrics.jsonl, one JSON object per line, in order of time. Written by train/, read by the window
// and `lift runs`. Tensor-free. Thread: one thread at a time per object; reader and writer may be different programs.
// Numbers don't depend on the locale and read back bit by bit; NaN and infinities are the strings "NaN", "Infinity" and
// "-Infinity". An event's text is stored in English and in translatable parts (io/sentence_json.h).
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
  // Appends to the file, creating it if missing. An incomplete last line (after kill -9 while writing) is removed.
  static Result<RunLogWriter> open(const std::filesystem::path& file);
  RunLogWriter(RunLogWriter&&) noexcept;
  RunLogWriter& operator=(RunLogWriter&&) noexcept;
  ~RunLogWriter();

  // The operating system has the whole line when this returns. After an Io error (full disk) the file has no part of
  // it, and a later append may succeed.
  Status append(const RunRecord& record);

 private:
  RunLogWriter() = default;
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::int64_t size_ = 0;
};

struct RunLogPart {
  std::vector<RunRecord> records;
  bool restarted = false;              // the file was replaced (by a resume): `records` begins at its start
  std::int64_t unreadable_lines = 0;   // complete lines that are not records; skipped
};

// Follows a file that grows.
class RunLogReader {
 public:
  explicit RunLogReader(std::filesystem::path file) : file_(std::move(file)) {}
  // The records appended since the last call; an incomplete line is left for the next one. Errors: Io. A missing file
  // has no records yet and is no error.
  Result<RunLogPart> read_new();

 private:
  std::filesystem::path file_;
  std::uint64_t inode_ = 0;
  std::int64_t offset_ = 0;
};

Result<std::vector<RunRecord>> read_run_log(const std::filesystem::path& file);   // Errors: NotFound, Io

// Before resuming from the state of `step`: removes all lines after the record of that save, or, without that record,
// from the first record of a later step on. Replaces the file atomically; leaves it alone when nothing is removed.
Status truncate_run_log(const std::filesystem::path& file, std::int64_t step);

}   // namespace lift
