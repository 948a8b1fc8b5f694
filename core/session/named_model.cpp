#include "core/session/named_model.h"

#include <algorithm>
#include <vector>

#include "core/base/say.h"
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
  for (const fs::path& file : files) names.push_back(Sentence::verbatim(file.string()));
  return make_error(ErrorCode::InvalidArgument, text, say("the cache has several GGUF files of it: {}", joined(names)),
                    say("Name one of them"));
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
  const std::string command =
      "lift hub get " + name.id + (name.revision == "main" ? std::string() : " --revision " + name.revision);
  return make_error(ErrorCode::NotFound, text,
                    say("there is no file or folder of this name, and no such model in the Hugging Face cache ({})",
                        cache.root().string()),
                    say("Get it with: {}", command));
}

}   // namespace lift
