#include "core/session/hub_offer.h"

#include <algorithm>
#include <set>

#include "core/data/row_file_name.h"
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

// "main/" of "main/train.parquet", empty at the top.
std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == path.npos ? std::string() : path.substr(0, slash + 1);
}

bool has_rows(const HubFile& file) { return is_row_file(file.path.substr(file.path.rfind('/') + 1)); }

// The folders of rows, where a person must say which: each is a data set of its own.
std::set<std::string> folders_of_rows(const std::vector<HubFile>& files) {
  std::set<std::string> folders;
  for (const HubFile& file : files)
    if (has_rows(file)) folders.insert(folder_of(file.path));
  if (folders.contains("") || folders.contains("data/")) return {};   // what opening the whole reads
  return folders;
}

void choose_rows(HubOffer& offer, std::vector<HubFile> files) {
  const std::set<std::string> folders = folders_of_rows(files);
  if (folders.size() == 1) offer.part = *folders.begin();
  if (offer.part.empty() && !folders.empty()) {
    offer.choices.assign(folders.begin(), folders.end());
    return;
  }
  for (HubFile& file : files)
    if (offer.part.empty() || !has_rows(file) || folder_of(file.path) == offer.part)
      offer.files.push_back(std::move(file));
}

Status choose_weights(HubOffer& offer, Result<ChosenFiles> chosen) {
  if (chosen.ok()) {
    offer.files = std::move(chosen->files);
    return {};
  }
  if (chosen.error().code != ErrorCode::InvalidArgument || has_safetensors(offer.repository))
    return std::move(chosen).error();
  for (const HubFile& one : offer.repository.files)
    if (is_first_gguf(one.path) && one.path.find("mmproj") == std::string::npos) offer.choices.push_back(one.path);
  return {};
}

}   // namespace

Result<std::vector<HubHit>> hub_search(HubKind kind, const std::string& words, const TaskContext& task,
                                       const NoticeSink& notices) {
  constexpr int kMostHits = 20;
  LIFT_ASSIGN(HubEndpoint endpoint, told_endpoint(notices));
  HubClient client(std::move(endpoint));
  return search_hub(client, kind, words, kMostHits, task);
}

Result<HubOffer> hub_offer(const HubName& name, const std::string& part, const TaskContext& task,
                           const NoticeSink& notices) {
  LIFT_ASSIGN(HubEndpoint endpoint, told_endpoint(notices));
  const HubCache cache(endpoint.cache);
  HubClient client(std::move(endpoint));
  HubOffer offer{.part = part};
  LIFT_ASSIGN(offer.repository, ask_repository(client, name, task));
  HubFileChoice choice{.is_row_file = is_row_file};
  if (name.kind == HubKind::DataSet) {
    LIFT_ASSIGN(ChosenFiles chosen, choose_files(offer.repository, choice));
    choose_rows(offer, std::move(chosen.files));
  } else {
    if (!part.empty()) choice.patterns = {part};
    LIFT_RETURN_IF_ERROR(choose_weights(offer, choose_files(offer.repository, choice)));
  }
  offer.bytes = bytes_of(offer.files);
  offer.missing = missing_bytes(cache, offer.repository, offer.files);
  return offer;
}

Result<std::filesystem::path> get_hub_offer(const HubOffer& offer, const TaskContext& task, const NoticeSink& notices) {
  LIFT_ASSIGN(HubEndpoint endpoint, told_endpoint(notices));
  const HubCache cache(endpoint.cache);
  HubClient client(std::move(endpoint));
  LIFT_ASSIGN(const HubDownload got, download(client, cache, offer.repository, offer.files, task, notices));
  if (offer.repository.name.kind == HubKind::DataSet)
    return offer.part.empty() ? got.snapshot : got.snapshot / offer.part.substr(0, offer.part.size() - 1);
  for (const HubFile& file : offer.files)
    if (is_first_gguf(file.path)) return got.snapshot / file.path;
  return got.snapshot;
}

}   // namespace lift
