#include "core/session/hub_model.h"

#include <algorithm>
#include <set>

#include "core/hub/download.h"
#include "core/io/shard_names.h"

namespace lift {

namespace {

bool is_first_gguf(const std::string& path) {
  const auto shard = parse_shard_name(path.substr(path.rfind('/') + 1));
  return path.ends_with(".gguf") && (!shard || shard->number == 1);
}

bool has_safetensors(const HubRepository& repository) {
  return std::ranges::any_of(repository.files, [](const HubFile& file) {
    return file.path.ends_with(".safetensors") && file.path.find('/') == std::string::npos;
  });
}

Result<HubEndpoint> told_endpoint(const NoticeSink& notices) {
  LIFT_ASSIGN(HubEndpoint endpoint, hub_endpoint());
  if (notices)
    for (const Sentence& notice : endpoint.notices) notices({Severity::Warning, notice});
  return endpoint;
}

}   // namespace

Result<HubOffer> hub_offer(const std::string& id, const std::string& file, const TaskContext& task,
                           const NoticeSink& notices) {
  LIFT_ASSIGN(HubEndpoint endpoint, told_endpoint(notices));
  const HubCache cache(endpoint.cache);
  HubClient client(std::move(endpoint));
  HubOffer offer;
  LIFT_ASSIGN(offer.repository, ask_repository(client, {.id = id}, task));
  HubFileChoice choice;
  if (!file.empty()) choice.patterns = {file};
  auto chosen = choose_files(offer.repository, choice);
  if (!chosen.ok()) {
    if (chosen.error().code != ErrorCode::InvalidArgument || has_safetensors(offer.repository))
      return std::move(chosen).error();
    for (const HubFile& one : offer.repository.files)
      if (is_first_gguf(one.path) && one.path.find("mmproj") == std::string::npos) offer.choices.push_back(one.path);
    return offer;
  }
  offer.files = std::move(chosen->files);
  offer.bytes = bytes_of(offer.files);
  offer.missing = missing_bytes(cache, offer.repository, offer.files);
  return offer;
}

Result<std::filesystem::path> get_hub_model(const HubOffer& offer, const TaskContext& task, const NoticeSink& notices) {
  LIFT_ASSIGN(HubEndpoint endpoint, told_endpoint(notices));
  const HubCache cache(endpoint.cache);
  HubClient client(std::move(endpoint));
  LIFT_ASSIGN(const HubDownload got, download(client, cache, offer.repository, offer.files, task, notices));
  for (const HubFile& file : offer.files)
    if (is_first_gguf(file.path)) return got.snapshot / file.path;
  return got.snapshot;
}

}   // namespace lift
