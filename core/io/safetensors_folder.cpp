#include "core/io/safetensors_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_types.h"
#include "core/io/shard_names.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kOneFile = "model.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";
constexpr std::size_t kMostNamed = 4;   // of a list in a sentence

std::string first_of(const std::vector<std::string>& names) {
  const std::vector<std::string> shown(names.begin(),
                                       names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed)));
  return fmt::format("{}{}", fmt::join(shown, ", "), names.size() > kMostNamed ? ", ..." : "");
}

std::vector<std::string> safetensors_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".safetensors") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Error no_weights(const fs::path& folder, const std::vector<std::string>& others) {
  return make_error(ErrorCode::NotFound, folder.string(),
                    say("expected {} or {}, found {}", kOneFile, kIndex,
                        others.empty() ? say("neither") : Sentence::verbatim(first_of(others))),
                    others.empty() ? Sentence() : say("A model's weights have one of these two names"));
}

// Shards of one set, all there, that no index names.
Result<std::vector<std::string>> numbered_shards(const fs::path& folder) {
  const std::vector<std::string> files = safetensors_in(folder);
  std::vector<std::string> shards;
  std::optional<ShardName> set;
  for (const std::string& file : files) {
    const auto shard = parse_shard_name(file);
    if (!shard || shard->stem != "model") continue;
    if (set && set->count != shard->count)
      return make_error(
          ErrorCode::Malformed, folder.string(),
          say("expected shards of one set, found {} and {} and no {}", set->name_of(set->number), file, kIndex));
    set = shard;
    shards.push_back(file);
  }
  if (!set) return no_weights(folder, files);
  if (const auto missing = missing_parts(folder, *set); !missing.empty())
    return make_error(
        ErrorCode::NotFound, (folder / set->name_of(missing.front())).string(),
        say("expected this shard, one of {}, found no such file; {} of them are missing", set->count, missing.size()),
        say("The download is incomplete: get the missing file"));
  return shards;
}

bool same_tensor(const TensorView& a, const TensorView& b) {
  return a.dtype == b.dtype && a.shape == b.shape && std::ranges::equal(a.bytes, b.bytes);
}

}   // namespace

struct SafetensorsFolder::Index {
  std::map<std::string, std::string> shard_of;   // tensor -> shard
  std::optional<std::int64_t> total_bytes;       // metadata.total_size
};

Result<SafetensorsFolder::Index> SafetensorsFolder::read_index(const fs::path& file) {
  LIFT_ASSIGN(const nlohmann::json json, read_json_file(file));
  const auto map = json.is_object() ? json.find("weight_map") : json.end();
  if (!json.is_object() || map == json.end() || !map->is_object() || map->empty())
    return make_error(ErrorCode::Malformed, file.string(),
                      say("expected an object weight_map from tensor to shard, found none"));
  Index index;
  for (const auto& [tensor, shard] : map->items()) {
    if (!shard.is_string())
      return make_error(ErrorCode::Malformed, file.string(),
                        say("expected the name of a shard for {}, found {}", quote_name(tensor), json_kind(shard)));
    const auto& name = shard.get_ref<const std::string&>();
    // A name, not a path: an index never reaches out of its folder.
    if (name.empty() || name.find_first_of("/\\") != name.npos || name.find('\0') != name.npos)
      return make_error(
          ErrorCode::Malformed, file.string(),
          say("expected the name of a file of this folder for {}, found {}", quote_name(tensor), quote_name(name)));
    index.shard_of.emplace(tensor, name);
  }
  if (const auto metadata = json.find("metadata"); metadata != json.end() && metadata->is_object())
    if (const auto size = metadata->find("total_size"); size != metadata->end() && size->is_number_unsigned())
      index.total_bytes = size->get<std::int64_t>();
  return index;
}

Status SafetensorsFolder::add(const std::string& name, Pages pages) {
  const fs::path file = folder_ / name;
  LIFT_ASSIGN(auto mapped, pages == Pages::CopyOnWrite ? MappedFile::open_copy_on_write(file) : MappedFile::open(file));
  LIFT_ASSIGN(SafetensorsReader reader, SafetensorsReader::read(std::move(mapped)));
  std::vector<std::string> twice;
  const auto place = [&](const std::string& tensor) {
    const auto [found, fresh] = place_.try_emplace(tensor, name);
    if (fresh) return;
    const TensorView *before = shards_.at(found->second).find(tensor), *now = reader.find(tensor);
    if (before && now && same_tensor(*before, *now)) twice.push_back(quote_name(tensor));
    else conflict_.emplace(tensor, name);
  };
  for (const TensorView& tensor : reader.tensors()) place(tensor.name);
  for (const ForeignTensor& tensor : reader.foreign()) place(tensor.name);
  if (!twice.empty())
    notices_.push_back(say("{} of {} holds again what another shard has, with equal values: {}", name, folder_.string(),
                           first_of(twice)));
  shards_.emplace(name, std::move(reader));
  return {};
}

Status SafetensorsFolder::add_all(const Index& index, Pages pages) {
  std::set<std::string> names;
  for (const auto& [tensor, shard] : index.shard_of) names.insert(shard);
  for (const std::string& name : names) {
    Status added = add(name, pages);
    if (!added.ok() && added.error().code == ErrorCode::NotFound)
      return make_error(ErrorCode::NotFound, (folder_ / name).string(),
                        say("expected this shard, one of {} that {} names, found no such file", names.size(), kIndex),
                        say("The download is incomplete: get the missing file"));
    LIFT_RETURN_IF_ERROR(std::move(added));
  }
  compare_with(index);
  note_unlisted(names);
  return {};
}

void SafetensorsFolder::compare_with(const Index& index) {
  std::vector<std::string> nowhere, elsewhere, unlisted;
  for (const auto& [tensor, shard] : index.shard_of) {
    const auto found = place_.find(tensor);
    if (found == place_.end()) nowhere.push_back(quote_name(tensor));
    else if (!shards_.at(shard).find(tensor) && !shards_.at(shard).find_foreign(tensor))
      elsewhere.push_back(quote_name(tensor));
  }
  for (const auto& [tensor, shard] : place_)
    if (!index.shard_of.contains(tensor)) unlisted.push_back(quote_name(tensor));
  const auto tell = [&](const std::vector<std::string>& names, const Sentence& what) {
    if (!names.empty())
      notices_.push_back(
          say("{} contradicts the files: {} tensors {}: {}", kIndex, names.size(), what, first_of(names)));
  };
  tell(nowhere, say("that it lists are in no shard"));
  tell(elsewhere, say("lie in another shard than it says"));
  tell(unlisted, say("are in a shard and not in its list"));
  std::int64_t bytes = 0;
  for (const auto& [name, shard] : shards_)
    for (const TensorView& tensor : shard.tensors()) bytes += static_cast<std::int64_t>(tensor.bytes.size());
  const bool foreign = std::ranges::any_of(shards_, [](const auto& shard) { return !shard.second.foreign().empty(); });
  if (index.total_bytes && !foreign && *index.total_bytes != bytes)
    notices_.push_back(
        say("{} says {} bytes in all, the shards hold {}; the shards count", kIndex, *index.total_bytes, bytes));
}

void SafetensorsFolder::note_unlisted(const std::set<std::string>& listed) {
  for (const std::string& file : safetensors_in(folder_))
    if (!listed.contains(file)) not_used_.push_back(say("file {}", file));
}

Result<SafetensorsFolder> SafetensorsFolder::open(const fs::path& folder, Pages pages) {
  SafetensorsFolder opened;
  opened.folder_ = folder;
  std::error_code ignored;
  if (fs::exists(folder / kOneFile, ignored)) {
    LIFT_RETURN_IF_ERROR(opened.add(kOneFile, pages));
    opened.note_unlisted({kOneFile});
    if (fs::exists(folder / kIndex, ignored)) opened.not_used_.push_back(say("file {}", kIndex));
    return opened;
  }
  if (fs::exists(folder / kIndex, ignored)) {
    LIFT_ASSIGN(const Index index, read_index(folder / kIndex));
    LIFT_RETURN_IF_ERROR(opened.add_all(index, pages));
    return opened;
  }
  LIFT_ASSIGN(const std::vector<std::string> shards, numbered_shards(folder));
  for (const std::string& shard : shards) LIFT_RETURN_IF_ERROR(opened.add(shard, pages));
  opened.notices_.push_back(say("There is no {}: all {} numbered shards are read", kIndex, shards.size()));
  opened.note_unlisted({shards.begin(), shards.end()});
  return opened;
}

Sentence SafetensorsFolder::subject_of(std::string_view name) const {
  const auto found = place_.find(name);
  const fs::path file = found != place_.end() ? folder_ / found->second
                        : shards_.size() == 1 ? folder_ / shards_.begin()->first
                                              : folder_;
  return say("{}, tensor {}", file.string(), name);
}

Result<SafetensorsFolder::Found> SafetensorsFolder::find(std::string_view name) const {
  const auto found = place_.find(name);
  if (found == place_.end())
    return make_error(ErrorCode::NotFound, subject_of(name),
                      say("expected it, found {} tensors without it", place_.size()),
                      say("The folder is incomplete, or is not a causal language model of this family"));
  if (const auto other = conflict_.find(name); other != conflict_.end())
    return make_error(ErrorCode::Malformed, subject_of(name),
                      say("expected one tensor of this name, found another with other values in {}", other->second),
                      say("Take one of the two away: nobody can tell which is right"));
  const SafetensorsReader& shard = shards_.at(found->second);
  if (const TensorView* view = shard.find(name)) return Found{*view, shard.file()};
  return make_error(ErrorCode::Unsupported, subject_of(name),
                    say("expected fp32, fp16 or bf16, found {}", quote_name(shard.find_foreign(name)->type)),
                    say("Take the original model, which is not quantised"));
}

std::set<std::string> SafetensorsFolder::names() const {
  std::set<std::string> names;
  for (const auto& [tensor, shard] : place_) names.insert(tensor);
  return names;
}

std::map<std::string, std::int64_t> SafetensorsFolder::types() const {
  std::map<std::string, std::int64_t> types;
  for (const auto& [name, shard] : shards_) {
    for (const TensorView& tensor : shard.tensors()) ++types[std::string(name_of(tensor.dtype))];
    for (const ForeignTensor& tensor : shard.foreign()) ++types[tensor.type];
  }
  return types;
}

std::int64_t SafetensorsFolder::file_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& [name, shard] : shards_) bytes += static_cast<std::int64_t>(shard.file()->bytes().size());
  return bytes;
}

}   // namespace lift
