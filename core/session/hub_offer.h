#pragma once
// A model or data set of the hub, looked for, looked at and then got, as the window does it step by step. Each asks the
// hub: call them when a person asked. Tensor-free. Thread: any, one at a time.
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/log.h"
#include "core/hub/file_choice.h"

namespace lift {

// What the hub has under these words, most downloaded first; at most 20. Errors: those of HubClient::ask.
Result<std::vector<HubHit>> hub_search(HubKind kind, const std::string& words, const TaskContext& task,
                                       const NoticeSink& notices = {});

struct HubOffer {
  HubRepository repository;
  std::string part;                      // what was chosen of `choices`, if there was a choice
  std::vector<HubFile> files;            // that would be got
  std::int64_t bytes = 0, missing = 0;   // of them; those that the cache lacks
  // Of which one must be chosen first, `files` is empty then: GGUF files of a model, folders of a data set that has no
  // rows at its top or in "data".
  std::vector<std::string> choices;
};

// `part`: one of the choices; empty: none. Errors: those of ask_repository and choose_files.
Result<HubOffer> hub_offer(const HubName& name, const std::string& part, const TaskContext& task,
                           const NoticeSink& notices = {});

// Downloads what is offered and returns what to open: the snapshot's folder, or the GGUF file or folder of rows in it.
// Errors: those of download.
Result<std::filesystem::path> get_hub_offer(const HubOffer& offer, const TaskContext& task,
                                            const NoticeSink& notices = {});

}   // namespace lift
