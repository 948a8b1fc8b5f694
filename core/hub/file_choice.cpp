#include "core/hub/file_choice.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/io/shard_names.h"

namespace lift {

namespace {

using Names = std::set<std::string>;

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool is_at_top(const HubFile& file) { return file.path.find('/') == std::string::npos; }

bool is_weights(const std::string& path, std::string_view ending) { return lower(path).ends_with(ending); }

// Configuration, tokenizer, templates, and the words about the model that an export carries along.
bool is_beside_weights(const HubFile& file) {
  if (!is_at_top(file)) return file.path.starts_with("additional_chat_templates/");
  constexpr std::array<std::string_view, 6> endings{".json", ".jinja", ".model", ".txt", ".md", ".tiktoken"};
  if (file.path.front() == '.') return false;
  return file.path.find('.') == std::string::npos ||
         std::ranges::any_of(endings, [&](std::string_view ending) { return file.path.ends_with(ending); });
}

// Of several sets the one that transformers opens: model.safetensors or its parts, an adapter; else all there are.
std::vector<const HubFile*> safetensors_of(const HubRepository& repository) {
  std::vector<const HubFile*> all, model, adapter;
  for (const HubFile& file : repository.files) {
    if (!is_at_top(file) || !file.path.ends_with(".safetensors")) continue;
    all.push_back(&file);
    const auto shard = parse_shard_name(file.path);
    if (file.path == "model.safetensors" || (shard && shard->stem == "model")) model.push_back(&file);
    if (file.path == "adapter_model.safetensors") adapter.push_back(&file);
  }
  return !model.empty() ? model : !adapter.empty() ? adapter : all;
}

std::vector<const HubFile*> ggufs_of(const HubRepository& repository) {
  std::vector<const HubFile*> found;
  for (const HubFile& file : repository.files) {
    const std::string name = lower(last_part(file.path));
    if (name.ends_with(".gguf") && !name.starts_with("mmproj")) found.push_back(&file);   // mmproj: pictures' half
  }
  return found;
}

// What stands for the set that the file is a part of: equal for all of its parts.
std::string set_of(const std::string& path) {
  const auto shard = parse_shard_name(last_part(path));
  return shard ? path.substr(0, path.rfind('/') + 1) + shard->name_of(1) : path;
}

Result<Names> names_by_patterns(const HubRepository& repository, const std::vector<std::string>& patterns) {
  Names names;
  for (const std::string& pattern : patterns) {
    const bool whole_path = pattern.find('/') != pattern.npos;
    bool any = false;
    for (const HubFile& file : repository.files) {
      if (::fnmatch(pattern.c_str(), (whole_path ? file.path : last_part(file.path)).c_str(), 0) != 0) continue;
      any = true;
      for (const HubFile& part : repository.files)
        if (set_of(part.path) == set_of(file.path)) names.insert(part.path);
    }
    if (!any)
      return make_error(ErrorCode::NotFound, quote_name(pattern), say("{} has no such file", repository.name.id),
                        say("See its files with lift hub show {}", repository.name.id));
  }
  return names;
}

Result<Names> names_of_model(const HubRepository& repository) {
  Names names;
  for (const HubFile* file : safetensors_of(repository)) names.insert(file->path);
  if (names.empty()) {
    std::set<std::string> sets;
    for (const HubFile* file : ggufs_of(repository)) sets.insert(set_of(file->path)), names.insert(file->path);
    if (sets.size() > 1) {
      std::vector<Sentence> list;
      list.reserve(sets.size());
      for (const std::string& set : sets) list.push_back(Sentence::verbatim(set));
      return make_error(ErrorCode::InvalidArgument, repository.name.id,
                        say("it has several GGUF files: {}", joined(list)),
                        say("Choose one with --file, for example --file \"{}\"", last_part(*sets.begin())));
    }
  }
  if (names.empty())
    return make_error(
        ErrorCode::Unsupported, repository.name.id,
        say("expected safetensors or GGUF files, found none among its {} files", repository.files.size()),
        say("See its files with lift hub show {}, and whether it is a data set (--data)", repository.name.id));
  const bool is_gguf = is_weights(*names.begin(), ".gguf");
  for (const HubFile& file : repository.files)
    if (is_gguf ? is_at_top(file) && (file.path == "README.md" || lower(file.path).starts_with("license"))
                : is_beside_weights(file))
      names.insert(file.path);
  return names;
}

Result<Names> names_of_data(const HubRepository& repository, const HubFileChoice& choice) {
  Names names;
  for (const HubFile& file : repository.files)
    if (choice.is_row_file && choice.is_row_file(last_part(file.path))) names.insert(file.path);
  if (names.empty())
    return make_error(ErrorCode::Unsupported, repository.name.id,
                      say("expected JSONL, JSON, CSV, Parquet, Arrow or text files, found none among its {} files",
                          repository.files.size()),
                      say("See its files with lift hub show --data {}", repository.name.id));
  for (const HubFile& file : repository.files)
    if (is_at_top(file) && (file.path == "README.md" || lower(file.path).starts_with("license")))
      names.insert(file.path);
  return names;
}

}   // namespace

Result<ChosenFiles> choose_files(const HubRepository& repository, const HubFileChoice& choice) {
  if (choice.all) return ChosenFiles{repository.files, {}};
  auto names = !choice.patterns.empty()                   ? names_by_patterns(repository, choice.patterns)
               : repository.name.kind == HubKind::DataSet ? names_of_data(repository, choice)
                                                          : names_of_model(repository);
  if (!names.ok()) return std::move(names).error();
  ChosenFiles chosen;
  for (const HubFile& file : repository.files)
    (names->contains(file.path) ? chosen.files : chosen.left).push_back(file);
  return chosen;
}

}   // namespace lift
