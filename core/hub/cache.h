#pragma once
// The Hugging Face cache on disk, which Python's huggingface_hub and other programs share:
//   models--org--name/refs/main              the commit that the branch stood for when it was last asked
//   models--org--name/blobs/DIGEST           contents, named by checksum; DIGEST.incomplete is a part of one
//   models--org--name/snapshots/COMMIT/...   relative links to the blobs, under the files' names
//   .locks/models--org--name/DIGEST.lock     held (flock) by who writes the blob
// Data sets are datasets--org--name. Tensor-free. Thread: any; programs write side by side under those locks.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/hub/hub_client.h"
#include "core/io/descriptor.h"

namespace lift {

struct CachedSnapshot {
  std::string commit;
  std::filesystem::path path;
  std::vector<std::string> revisions;   // refs that stand for it
  std::int64_t files = 0;
  std::int64_t missing = 0;   // names whose content is not there
  std::int64_t bytes = 0;     // of what its names lead to
};

struct CachedRepository {
  HubKind kind = HubKind::Model;
  std::string id;
  std::filesystem::path path;
  std::vector<CachedSnapshot> snapshots;   // by commit
  std::int64_t bytes = 0;                  // of all blobs, each once
  std::int64_t incomplete_bytes = 0;       // of parts that lift hub get goes on with
};

class HubCache {
 public:
  explicit HubCache(std::filesystem::path root) : root_(std::move(root)) {}
  const std::filesystem::path& root() const { return root_; }

  std::filesystem::path repository(const HubName& name) const;
  std::filesystem::path blob(const HubName& name, const std::string& digest) const;
  std::filesystem::path snapshot(const HubName& name, const std::string& commit) const;
  std::filesystem::path lock(const HubName& name, const std::string& digest) const;

  // The snapshot folder that the revision stands for in the cache; std::nullopt: there is none. Asks nobody.
  std::optional<std::filesystem::path> find(const HubName& name) const;
  // By kind and id; what is no repository's folder is left out.
  std::vector<CachedRepository> list() const;

  // Makes `file` of the snapshot a relative link to its blob, in one step: whoever reads sees the old or the new one.
  Status link(const HubName& name, const std::string& commit, const std::string& file, const std::string& digest) const;
  // Makes the root a folder that programs for backups leave out (CACHEDIR.TAG), as huggingface_hub does.
  Status mark() const;
  Status write_ref(const HubName& name, const std::string& commit) const;

 private:
  std::filesystem::path root_;
};

// Held while it lives. Waits for another program that holds it, telling so. Errors: Cancelled; Io.
class BlobLock {
 public:
  static Result<BlobLock> acquire(const std::filesystem::path& path, const Sentence& phase, const TaskContext& task);

 private:
  explicit BlobLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}   // namespace lift
