#pragma once
// What the hub tells of a model or data set before anything is downloaded: its files with sizes and checksums, licence,
// whether it is gated. Everything that a reply says is checked here: names of files become paths. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/hub/hub_client.h"

namespace lift {

struct HubFile {
  std::string path;   // inside the repository, "/" between folders; safe to append to a folder
  std::int64_t bytes = 0;
  // The name of its blob in the cache, and what its content is checked against: 64 hexadecimal digits are the SHA-256
  // of the content, 40 git's SHA-1 of the blob.
  std::string digest;
};

struct HubRepository {
  HubName name;
  std::string commit;    // what `name.revision` stands for now
  std::string licence;   // as the card has it; empty: it says none
  std::string gated;     // empty: open; "auto" or "manual": how its owner lets people in
  bool is_private = false;
  std::int64_t downloads = 0;   // in the last month
  std::vector<std::string> tags;
  std::vector<HubFile> files;   // sorted by path
};
std::int64_t bytes_of(const std::vector<HubFile>& files);

// Errors: those of HubClient::ask; Malformed for a reply with a path that leads out of the folder, a missing size or a
// digest that is none.
Result<HubRepository> ask_repository(HubClient& client, const HubName& name, const TaskContext& task);

// What ask_repository makes of a reply. Without sizes in it `files` is empty: the tree is to be asked.
Result<HubRepository> read_repository(const nlohmann::json& reply, const HubName& name);

struct HubHit {
  std::string id, licence, gated;
  std::int64_t downloads = 0, likes = 0;
  std::int64_t parameters = 0;   // 0: the hub does not say
  bool has_gguf = false, has_safetensors = false;
};
// At most `limit` (1 to 100), most downloaded first.
Result<std::vector<HubHit>> search_hub(HubClient& client, HubKind kind, const std::string& words, int limit,
                                       const TaskContext& task);

// What search_hub makes of a reply; hits that could not be asked for are left out.
Result<std::vector<HubHit>> read_hits(const nlohmann::json& reply, HubKind kind);

}   // namespace lift
