#include "core/metrics/run_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/descriptor.h"
#include "core/io/system_error.h"
#include "core/metrics/run_record_json.h"

namespace lift {

namespace {

constexpr std::size_t kReadBlock = 1u << 20;
constexpr std::size_t kLongestLine = 64u << 20;

Result<struct stat> file_status(int descriptor, const std::filesystem::path& file) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return system_error(file, say("could not read the file's size"), errno);
  return status;
}

// Fills `out` from `offset` on as far as the file goes; the bytes read.
Result<std::size_t> read_at(int descriptor, const std::filesystem::path& file, std::int64_t offset,
                            std::span<char> out) {
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t count =
        ::pread(descriptor, out.data() + done, out.size() - done, offset + static_cast<std::int64_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(file, say("could not read at byte {}", offset), errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

// Where the last whole line ends.
Result<std::int64_t> end_of_lines(int descriptor, const std::filesystem::path& file, std::int64_t size) {
  std::string block(4096, '\0');
  for (std::int64_t end = size; end > 0;) {
    const std::int64_t begin = std::max<std::int64_t>(0, end - static_cast<std::int64_t>(block.size()));
    LIFT_ASSIGN(const std::size_t count, read_at(descriptor, file, begin, block));
    const auto found = std::string_view(block).substr(0, std::min<std::size_t>(count, end - begin)).rfind('\n');
    if (found != std::string_view::npos) return begin + static_cast<std::int64_t>(found) + 1;
    end = begin;
  }
  return 0;
}

// Calls visit(line, offset past its line break) for every whole line from `offset` on; visit returns whether to go on.
template <typename Visit>
Status for_each_line(int descriptor, const std::filesystem::path& file, std::int64_t offset, Visit visit) {
  std::string pending;
  std::string block(kReadBlock, '\0');
  std::int64_t line_begin = offset;
  while (true) {
    LIFT_ASSIGN(const std::size_t count,
                read_at(descriptor, file, line_begin + static_cast<std::int64_t>(pending.size()), block));
    if (count == 0) return {};
    pending.append(block, 0, count);
    std::size_t at = 0;
    for (std::size_t end; (end = pending.find('\n', at)) != std::string::npos; at = end + 1)
      if (!visit(std::string_view(pending).substr(at, end - at), line_begin + static_cast<std::int64_t>(end) + 1))
        return {};
    pending.erase(0, at);
    line_begin += static_cast<std::int64_t>(at);
    if (pending.size() > kLongestLine)
      return make_error(
          ErrorCode::Malformed, file.string(),
          say("expected lines of at most {} bytes, found a longer one at byte {}", kLongestLine, line_begin));
  }
}

}   // namespace

RunLogWriter::RunLogWriter(RunLogWriter&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

RunLogWriter& RunLogWriter::operator=(RunLogWriter&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

RunLogWriter::~RunLogWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<RunLogWriter> RunLogWriter::open(const std::filesystem::path& file) {
  RunLogWriter writer;
  writer.file_ = file;
  writer.descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (writer.descriptor_ < 0) return system_error(file, say("could not open the log"), errno);
  LIFT_ASSIGN(const struct stat status, file_status(writer.descriptor_, file));
  LIFT_ASSIGN(writer.size_, end_of_lines(writer.descriptor_, file, status.st_size));
  if (writer.size_ != status.st_size && ::ftruncate(writer.descriptor_, writer.size_) != 0)
    return system_error(file, say("could not cut off the unfinished last line"), errno);
  return writer;
}

Status RunLogWriter::append(const RunRecord& record) {
  const std::string line = to_line(record) + '\n';
  std::size_t done = 0;
  while (done < line.size()) {
    const ssize_t count =
        ::pwrite(descriptor_, line.data() + done, line.size() - done, size_ + static_cast<std::int64_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int reason = errno;
      if (::ftruncate(descriptor_, size_) != 0)
        return system_error(file_, say("could not cut off the unfinished last line"), errno);
      return system_error(file_, say("could not write a line of {} bytes", line.size()), reason);
    }
    done += static_cast<std::size_t>(count);
  }
  size_ += static_cast<std::int64_t>(line.size());
  return {};
}

Result<RunLogPart> RunLogReader::read_new() {
  RunLogPart part;
  const Descriptor descriptor(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.open()) {
    if (errno == ENOENT) return part;
    return system_error(file_, say("could not open the log"), errno);
  }
  LIFT_ASSIGN(const struct stat status, file_status(descriptor.get(), file_));
  const bool other_file = inode_ != 0 && inode_ != status.st_ino;
  if (other_file || status.st_size < offset_) {
    offset_ = 0;
    part.restarted = true;
  }
  inode_ = status.st_ino;
  LIFT_RETURN_IF_ERROR(for_each_line(descriptor.get(), file_, offset_, [&](std::string_view line, std::int64_t end) {
    auto record = record_from_line(line, file_.string());
    if (record.ok()) part.records.push_back(std::move(record).value());
    else ++part.unreadable_lines;
    offset_ = end;
    return true;
  }));
  return part;
}

Result<std::vector<RunRecord>> read_run_log(const std::filesystem::path& file) {
  std::error_code status;
  if (!std::filesystem::exists(file, status))
    return make_error(ErrorCode::NotFound, file.string(), say("the run's log is not there"));
  LIFT_ASSIGN(RunLogPart part, RunLogReader(file).read_new());
  return std::move(part.records);
}

Status truncate_run_log(const std::filesystem::path& file, std::int64_t step) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.open()) return system_error(file, say("could not open the log"), errno);
  LIFT_ASSIGN(const struct stat status, file_status(descriptor.get(), file));
  std::int64_t kept = 0;
  std::optional<std::int64_t> after_save;
  bool beyond = false;
  LIFT_RETURN_IF_ERROR(for_each_line(descriptor.get(), file, 0, [&](std::string_view line, std::int64_t end) {
    const auto record = record_from_line(line, file.string());
    if (record.ok() && step_of(record.value()) > step) beyond = true;
    if (record.ok() && !beyond) {
      const auto* event = std::get_if<RunEvent>(&record.value());
      if (event && event->kind == RunEvent::Kind::StateSaved && event->step == step) after_save = end;
    }
    if (!beyond) kept = end;
    return !beyond;
  }));
  kept = after_save.value_or(kept);
  if (kept == status.st_size) return {};
  std::string content(static_cast<std::size_t>(kept), '\0');
  LIFT_ASSIGN(const std::size_t count, read_at(descriptor.get(), file, 0, content));
  content.resize(count);
  return write_file_atomically(file, content);
}

}   // namespace lift
