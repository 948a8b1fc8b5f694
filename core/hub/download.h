#pragma once
// Brings files of a repository into the cache: what is there is not asked for again, a part is gone on with, even one
// of an earlier start of the program, and nothing gets its name before its length and checksum are right. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/log.h"
#include "core/hub/cache.h"
#include "core/hub/repository.h"

namespace lift {

struct HubDownload {
  std::filesystem::path snapshot;    // the folder to open
  std::int64_t received_bytes = 0;   // over the network by this call
  std::int64_t kept_bytes = 0;       // were in the cache before, parts of files included
};

// Bytes of `files` that the cache lacks.
std::int64_t missing_bytes(const HubCache& cache, const HubRepository& repository, const std::vector<HubFile>& files);

// Progress counts the bytes of `files`, those that were there before included. The revision's ref is written last.
// After any error the parts that came stay for the next call, but for content that is wrong: that is removed.
// Errors: those of HubClient; Io without space, beforehand or on the way, and for other refusals of the system;
// Mismatch for another length or checksum than the hub said; Cancelled.
Result<HubDownload> download(HubClient& client, const HubCache& cache, const HubRepository& repository,
                             const std::vector<HubFile>& files, const TaskContext& task,
                             const NoticeSink& notices = {});

}   // namespace lift
