#include "core/hub/repository.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::size_t kMostFiles = 1'000'000, kLongestPath = 1024, kLongestPart = 255;

const json* member(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text(const json& object, const char* key) {
  const json* value = member(object, key);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

std::int64_t whole(const json& object, const char* key) {
  const json* value = member(object, key);
  return value && value->is_number_integer() ? value->get<std::int64_t>() : -1;
}

std::vector<std::string> texts(const json* value) {
  std::vector<std::string> list;
  if (!value || !value->is_array()) return list;
  for (const json& item : *value)
    if (item.is_string()) list.push_back(item);
  return list;
}

// "license:mit" among the tags is there for those whose card has it.
std::string licence_of(const json& reply) {
  if (const json* card = member(reply, "cardData")) {
    if (std::string named = text(*card, "license_name"); !named.empty()) return named;
    if (std::string licence = text(*card, "license"); !licence.empty()) return licence;
    if (const auto several = texts(member(*card, "license")); !several.empty())
      return fmt::format("{}", fmt::join(several, ", "));
  }
  for (const std::string& tag : texts(member(reply, "tags")))
    if (tag.starts_with("license:")) return tag.substr(8);
  return {};
}

// false or "auto" or "manual".
std::string gated_of(const json& reply) {
  const json* gated = member(reply, "gated");
  if (!gated || *gated == false) return {};
  return gated->is_string() ? gated->get<std::string>() : std::string("auto");
}

bool is_hex(const std::string& text, std::size_t digits) {
  return text.size() == digits &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_safe_path(const std::string& path) {
  if (path.empty() || path.size() > kLongestPath || path.find('\\') != path.npos) return false;
  if (std::ranges::any_of(path, [](unsigned char c) { return c < ' ' || c == 0x7f; })) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = std::string_view(path).substr(begin, end - begin);
    if (part.empty() || part == "." || part == ".." || part.size() > kLongestPart) return false;
    begin = end + 1;
  }
  return true;
}

// Both forms have the same three facts: siblings {rfilename, size, blobId, lfs: {sha256}} and the tree's
// {path, size, oid, lfs: {oid}}. std::nullopt: a folder, or a sibling without a size.
Result<std::optional<HubFile>> file_of(const json& entry, const HubName& name) {
  const std::string type = text(entry, "type");
  if (type == "directory") return std::optional<HubFile>();
  HubFile file;
  file.path = text(entry, member(entry, "rfilename") ? "rfilename" : "path");
  if (!is_safe_path(file.path))
    return make_error(ErrorCode::Malformed, name.id,
                      say("expected names of files inside the repository, found {}", quote_name(file.path)),
                      say("Nothing was downloaded"));
  file.bytes = whole(entry, "size");
  file.digest = text(entry, member(entry, "blobId") ? "blobId" : "oid");
  if (const json* lfs = member(entry, "lfs")) {
    file.digest = text(*lfs, member(*lfs, "sha256") ? "sha256" : "oid");
    if (whole(*lfs, "size") >= 0) file.bytes = whole(*lfs, "size");
  }
  if (file.bytes < 0 && file.digest.empty()) return std::optional<HubFile>();
  if (file.bytes < 0 || (!is_hex(file.digest, 40) && !is_hex(file.digest, 64)))
    return make_error(
        ErrorCode::Malformed, name.id,
        say("expected a size and a checksum of {}, found {} and {}", file.path, file.bytes, quote_name(file.digest)),
        say("Nothing was downloaded"));
  return std::optional(std::move(file));
}

std::string api_path(const HubName& name) {
  return fmt::format("/api/{}/{}", name.kind == HubKind::DataSet ? "datasets" : "models", name.id);
}

// The list of the tree, page by page: for hosts whose first reply has no sizes.
Status ask_tree(HubClient& client, HubRepository& repository, const TaskContext& task) {
  const std::string first = fmt::format("{}/tree/{}?recursive=true", api_path(repository.name), repository.commit);
  for (std::string path = first, next; !path.empty(); path = next) {
    LIFT_ASSIGN(const json page, client.ask(path, repository.name, say("reading the list of files"), task, &next));
    if (!page.is_array())
      return make_error(ErrorCode::Malformed, repository.name.id,
                        say("expected a list of files, found {}", json_kind(page)));
    for (const json& entry : page) {
      LIFT_ASSIGN(const std::optional<HubFile> file, file_of(entry, repository.name));
      if (file) repository.files.push_back(*file);
    }
    if (repository.files.size() > kMostFiles)
      return make_error(ErrorCode::Unsupported, repository.name.id, say("it has more than {} files", kMostFiles));
  }
  return {};
}

// Each file once, and no file that is the folder of another one as well: such a list can't be laid down.
Status check_paths(HubRepository& repository) {
  std::ranges::sort(repository.files, {}, &HubFile::path);
  std::set<std::string_view> seen;
  for (const HubFile& file : repository.files) {
    const std::string_view path = file.path;
    bool clash = !seen.insert(path).second;
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
      clash = clash || seen.contains(path.substr(0, slash));
    if (clash)
      return make_error(ErrorCode::Malformed, repository.name.id,
                        say("expected each file once and none that is a folder too, found {}", quote_name(path)),
                        say("Nothing was downloaded"));
  }
  return {};
}

}   // namespace

std::int64_t bytes_of(const std::vector<HubFile>& files) {
  std::int64_t bytes = 0;
  for (const HubFile& file : files)
    if (__builtin_add_overflow(bytes, file.bytes, &bytes)) return INT64_MAX;
  return bytes;
}

Result<HubRepository> read_repository(const json& reply, const HubName& name) {
  HubRepository repository{.name = name, .commit = text(reply, "sha")};
  if (!is_commit(repository.commit))
    return make_error(
        ErrorCode::Malformed, name.id,
        say("expected a commit of 40 hexadecimal digits in the reply, found {}", quote_name(repository.commit)));
  repository.licence = licence_of(reply);
  repository.gated = gated_of(reply);
  const json* is_private = member(reply, "private");
  repository.is_private = is_private && *is_private == true;
  repository.downloads = std::max<std::int64_t>(0, whole(reply, "downloads"));
  repository.tags = texts(member(reply, "tags"));
  const json* siblings = member(reply, "siblings");
  if (!siblings || !siblings->is_array()) return repository;
  bool all_sized = true;
  for (const json& entry : *siblings) {
    LIFT_ASSIGN(const std::optional<HubFile> file, file_of(entry, name));
    if (file) repository.files.push_back(*file);
    else all_sized = false;
  }
  if (!all_sized) repository.files.clear();
  LIFT_RETURN_IF_ERROR(check_paths(repository));
  return repository;
}

Result<HubRepository> ask_repository(HubClient& client, const HubName& name, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(validate(name));
  const std::string path = fmt::format("{}/revision/{}?blobs=true", api_path(name), url_escaped(name.revision));
  LIFT_ASSIGN(const json reply, client.ask(path, name, say("asking the hub about {}", name.id), task));
  LIFT_ASSIGN(HubRepository repository, read_repository(reply, name));
  if (repository.files.empty()) {
    LIFT_RETURN_IF_ERROR(ask_tree(client, repository, task));
    LIFT_RETURN_IF_ERROR(check_paths(repository));
  }
  return repository;
}

Result<std::vector<HubHit>> search_hub(HubClient& client, HubKind kind, const std::string& words, int limit,
                                       const TaskContext& task) {
  std::string path =
      fmt::format("/api/{}?search={}&sort=downloads&direction=-1&limit={}",
                  kind == HubKind::DataSet ? "datasets" : "models", url_escaped(words), std::clamp(limit, 1, 100));
  for (const char* field : {"downloads", "likes", "tags", "gated", "private"})
    path += fmt::format("&expand%5B%5D={}", field);
  if (kind == HubKind::Model) path += "&expand%5B%5D=safetensors&expand%5B%5D=gguf";
  LIFT_ASSIGN(const json reply, client.ask(path, {.kind = kind}, say("searching the hub"), task));
  return read_hits(reply, kind);
}

Result<std::vector<HubHit>> read_hits(const json& reply, HubKind kind) {
  if (!reply.is_array())
    return make_error(ErrorCode::Malformed, say("the search"),
                      say("expected a list of what was found, found {}", json_kind(reply)));
  std::vector<HubHit> hits;
  for (const json& entry : reply) {
    HubHit hit{.id = text(entry, "id"), .licence = licence_of(entry), .gated = gated_of(entry)};
    if (!validate({.kind = kind, .id = hit.id}).ok()) continue;   // nothing that could be asked for
    hit.downloads = std::max<std::int64_t>(0, whole(entry, "downloads"));
    hit.likes = std::max<std::int64_t>(0, whole(entry, "likes"));
    for (const char* form : {"gguf", "safetensors"})
      if (const json* facts = member(entry, form)) hit.parameters = std::max(hit.parameters, whole(*facts, "total"));
    for (const std::string& tag : texts(member(entry, "tags"))) {
      hit.has_gguf |= tag == "gguf";
      hit.has_safetensors |= tag == "safetensors";
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

}   // namespace lift
