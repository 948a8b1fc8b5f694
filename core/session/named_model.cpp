#include "core/session/named_model.h"

#include <algorithm>
#include <vector>

#include "core/base/say.h"
#include "core/data/row_file_name.h"
#include "core/hub/cache.h"
#include "core/io/shard_names.h"
#include "core/session/demo_model.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

// "a/b.gguf" is a path that was mistyped, not a name on the hub; so is "a/b/c" and "./b".
bool may_be_of_the_hub(const std::string& text, HubName& name) {
  const fs::path path = text;
  if (path.is_absolute() || path.extension() == ".gguf" || path.extension() == ".safetensors") return false;
  const auto at = text.find('@');
  name.id = text.substr(0, at);
  if (at != text.npos) name.revision = text.substr(at + 1);
  return validate(name).ok();
}

Result<fs::path> model_in(const fs::path& snapshot, const std::string& text) {
  std::error_code error;
  if (fs::exists(snapshot / "config.json", error)) return snapshot;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(snapshot, error), end; !error && at != end; at.increment(error)) {
    const auto shard = parse_shard_name(at->path().filename().string());
    if (at->path().extension() == ".gguf" && (!shard || shard->number == 1)) files.push_back(at->path());
  }
  if (files.size() == 1) return files.front();
  if (files.empty()) return snapshot;   // opening it says what is wrong
  std::ranges::sort(files);
  std::vector<Sentence> names;
  names.reserve(files.size());
  for (const fs::path& file : files) names.push_back(Sentence::verbatim(file.string()));
  return make_error(ErrorCode::InvalidArgument, text, say("the cache has several GGUF files of it: {}", joined(names)),
                    say("Name one of them"));
}

Error not_there(const std::string& text, const HubName& name, const HubCache& cache) {
  const bool is_data = name.kind == HubKind::DataSet;
  const std::string command = std::string("lift hub get ") + (is_data ? "--data " : "") + name.id +
                              (name.revision == "main" ? std::string() : " --revision " + name.revision);
  return make_error(
      ErrorCode::NotFound, text,
      is_data ? say("there is no file or folder of this name, and no such data set in the Hugging Face cache ({})",
                    cache.root().string())
              : say("there is no file or folder of this name, and no such model in the Hugging Face cache ({})",
                    cache.root().string()),
      say("Get it with: {}", command));
}

}   // namespace

Result<fs::path> named_model(const std::string& text, const Environment& environment) {
  std::error_code error;
  if (fs::exists(text, error)) return fs::path(text);
  if (text == "demo") return demo_model_path();
  HubName name;
  if (!may_be_of_the_hub(text, name)) return fs::path(text);
  const HubCache cache(hub_cache_folder(environment));
  if (const auto snapshot = cache.find(name)) return model_in(*snapshot, text);
  if (name.id.find('/') == name.id.npos) return fs::path(text);   // more likely a file's name than an old model's
  return not_there(text, name, cache);
}

Result<fs::path> named_data(const std::string& text, const Environment& environment) {
  std::error_code error;
  const fs::path path = text;
  if (fs::exists(path, error) || path.is_absolute() || is_row_file(path.filename().string())) return path;
  const auto owner_ends = text.find('/');
  const auto name_ends = owner_ends == text.npos ? text.npos : text.find('/', owner_ends + 1);
  HubName name{.kind = HubKind::DataSet};
  if (owner_ends == text.npos || !may_be_of_the_hub(text.substr(0, name_ends), name)) return path;
  const HubCache cache(hub_cache_folder(environment));
  const auto snapshot = cache.find(name);
  if (!snapshot) return not_there(text, name, cache);
  if (name_ends == text.npos) return *snapshot;
  const fs::path inside = *snapshot / text.substr(name_ends + 1);
  if (fs::exists(inside, error)) return inside;
  return make_error(ErrorCode::NotFound, text,
                    say("the cache has {}, but not {} of it", name.id, text.substr(name_ends + 1)),
                    say("See what there is with lift hub show --data {}, and get it with --file", name.id));
}

}   // namespace lift
