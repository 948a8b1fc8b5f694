#include "core/hub/download.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/say.h"
#include "core/hub/part_file.h"
#include "core/io/disk_space.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

bool is_whole(const fs::path& blob, std::int64_t bytes) {
  std::error_code error;
  return fs::is_regular_file(blob, error) && static_cast<std::int64_t>(fs::file_size(blob, error)) == bytes && !error;
}

fs::path part_of(fs::path blob) { return blob += ".incomplete"; }

// "bytes 100-199/200" -> 100; -1: it says something else.
std::int64_t first_byte_of(const HttpReply& reply) {
  std::string range = reply.header("content-range");
  if (!range.starts_with("bytes ")) return -1;
  std::int64_t first = -1;
  std::from_chars(range.data() + 6, range.data() + range.size(), first);
  return first;
}

// 0: the host does not announce it.
std::int64_t length_of(const HttpReply& reply) {
  const std::string text = reply.header("content-length");
  std::int64_t length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

class Downloader {
 public:
  Downloader(HubClient& client, const HubCache& cache, const HubRepository& repository, const TaskContext& task,
             const NoticeSink& notices, std::int64_t total)
      : client_(client), cache_(cache), repository_(repository), task_(task), notices_(notices), total_(total) {}

  Status get(const HubFile& file);
  std::int64_t received() const { return received_; }

 private:
  Status fill(PartFile& part, const HubFile& file);
  Result<HttpReply> one_try(PartFile& part, const HubFile& file);
  Error wrong_content(PartFile& part, const HubFile& file) const;

  HubClient& client_;
  const HubCache& cache_;
  const HubRepository& repository_;
  const TaskContext& task_;
  const NoticeSink& notices_;
  std::int64_t total_, done_ = 0, received_ = 0;
  bool other_part_ = false;   // the host answered a range with another one
};

Status Downloader::get(const HubFile& file) {
  const HubName& name = repository_.name;
  const fs::path blob = cache_.blob(name, file.digest);
  std::error_code problem;
  fs::create_directories(blob.parent_path(), problem);
  if (problem) return system_error(blob.parent_path(), say("could not make the folder"), problem.value());
  if (!is_whole(blob, file.bytes)) {
    LIFT_ASSIGN(const BlobLock lock,
                BlobLock::acquire(cache_.lock(name, file.digest),
                                  say("waiting for another program that downloads {}", file.path), task_));
    if (!is_whole(blob, file.bytes)) {   // else that program has brought it
      PartFile part(file);
      LIFT_RETURN_IF_ERROR(part.open(part_of(blob), task_, done_, total_));
      const bool of_earlier = part.size() > 0;
      LIFT_RETURN_IF_ERROR(fill(part, file));
      if (!part.has_right_content()) {
        if (!of_earlier) return wrong_content(part, file);
        // The part of an earlier start may be what is wrong.
        if (notices_)
          notices_({Severity::Warning, say("{}: the part that an earlier download left was wrong, all of it is asked "
                                           "for again",
                                           file.path)});
        LIFT_RETURN_IF_ERROR(part.empty());
        LIFT_RETURN_IF_ERROR(fill(part, file));
        if (!part.has_right_content()) return wrong_content(part, file);
      }
      LIFT_RETURN_IF_ERROR(part.become(blob));
    }
  }
  done_ += file.bytes;
  task_.report(say("downloading {}", file.path), done_, total_);
  return cache_.link(name, repository_.commit, file.path, file.digest);
}

Error Downloader::wrong_content(PartFile& part, const HubFile& file) const {
  part.remove();
  return make_error(ErrorCode::Mismatch, file.path,
                    say("what came has another checksum than the hub's list says ({})", file.digest),
                    say("It was removed. Get it again; if that does not help, a proxy or the host changes it"));
}

// Asks until the part is whole. A try that brought bytes is no failure in a row.
Status Downloader::fill(PartFile& part, const HubFile& file) {
  bool begun_anew = false;
  for (int failures = 0; !part.complete();) {
    const std::int64_t before = part.size();
    auto tried = one_try(part, file);
    if (!tried.ok()) {
      if (tried.error().code == ErrorCode::Mismatch) part.remove();
      return std::move(tried).error();
    }
    const HttpReply& reply = *tried;
    if (part.complete()) break;
    failures = part.size() > before ? 1 : failures + 1;
    const bool unfit = reply.status == 416 || other_part_;
    if (unfit && before > 0 && !std::exchange(begun_anew, true)) {   // the host has no such rest of the file
      LIFT_RETURN_IF_ERROR(part.empty());
      continue;
    }
    if (unfit || (reply.ok() && !reply.header("content-length").empty())) {
      part.remove();
      return make_error(ErrorCode::Mismatch, file.path,
                        say("expected {} bytes, as the hub's list says, found {}", file.bytes, part.size()),
                        say("Get it again; if that does not help, the host keeps another file than its list says"));
    }
    LIFT_ASSIGN(const bool again, client_.wait_before_next_try(reply, failures, task_));
    if (again) continue;
    Error error = client_.refusal(reply, repository_.name);
    if (part.size() > 0 && error.context.empty())
      error.context = say("{} of {} bytes of {} are kept: get it again to go on", part.size(), file.bytes, file.path);
    return error;
  }
  return {};
}

Result<HttpReply> Downloader::one_try(PartFile& part, const HubFile& file) {
  other_part_ = false;
  const HttpSink sink{.begin = [&](const HttpReply& reply) -> Status {
                        other_part_ = reply.status == 206 && first_byte_of(reply) != part.size();
                        if (reply.status != 206 && part.size() > 0) LIFT_RETURN_IF_ERROR(part.empty());   // all of it
                        if (other_part_ || length_of(reply) <= file.bytes - part.size()) return {};
                        return make_error(
                            ErrorCode::Mismatch, file.path,
                            say("expected {} bytes, as the hub's list says, the host announces {}", file.bytes,
                                part.size() + length_of(reply)),
                            say("Get it again; if that does not help, the host keeps another file than its list says"));
                      },
                      .write = [&](std::span<const std::byte> bytes) -> Status {
                        received_ += static_cast<std::int64_t>(bytes.size());
                        return other_part_ ? Status() : part.append(bytes);
                      }};
  return client_.fetch(
      download_path(repository_.name, repository_.commit, file.path), part.size(),
      {.phase = say("downloading {}", file.path), .done = [&] { return done_ + part.size(); }, .total = total_}, task_,
      sink);
}

}   // namespace

std::int64_t missing_bytes(const HubCache& cache, const HubRepository& repository, const std::vector<HubFile>& files) {
  std::int64_t missing = 0;
  std::set<std::string_view> counted;   // two files of one content are one blob
  for (const HubFile& file : files) {
    const fs::path blob = cache.blob(repository.name, file.digest);
    if (is_whole(blob, file.bytes) || !counted.insert(file.digest).second) continue;
    std::error_code error;
    const auto part = fs::file_size(part_of(blob), error);
    missing += file.bytes - (error ? 0 : std::min(static_cast<std::int64_t>(part), file.bytes));
  }
  return missing;
}

Result<HubDownload> download(HubClient& client, const HubCache& cache, const HubRepository& repository,
                             const std::vector<HubFile>& files, const TaskContext& task, const NoticeSink& notices) {
  LIFT_RETURN_IF_ERROR(validate(repository.name));
  const std::int64_t total = bytes_of(files), missing = missing_bytes(cache, repository, files);
  LIFT_RETURN_IF_ERROR(ensure_disk_space(cache.repository(repository.name), missing));
  LIFT_RETURN_IF_ERROR(cache.mark());
  Downloader downloader(client, cache, repository, task, notices, total);
  for (const HubFile& file : files) LIFT_RETURN_IF_ERROR(downloader.get(file));
  LIFT_RETURN_IF_ERROR(cache.write_ref(repository.name, repository.commit));
  return HubDownload{cache.snapshot(repository.name, repository.commit), downloader.received(), total - missing};
}

}   // namespace lift
