// What a person names as a model: opened, or told what it is instead.
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/model/recognise.h"
#include "core/model/weight_source.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

bool is_gguf(const fs::path& file) {
  char head[4] = {};
  std::ifstream stream(file, std::ios::binary);
  stream.read(head, sizeof head);
  return stream.gcount() == sizeof head && std::string_view(head, sizeof head) == "GGUF";
}

// Every file of a repository that was cloned without Git LFS is a note of three lines.
std::optional<Error> only_pointers(const fs::path& folder) {
  std::error_code ignored;
  for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->path().extension() != ".safetensors" || at->file_size(ignored) > 1024) continue;
    char head[32] = {};
    std::ifstream(at->path(), std::ios::binary).read(head, sizeof head);
    if (std::string_view(head, sizeof head).starts_with("version https://git-lfs"))
      return make_error(ErrorCode::Unsupported, at->path().string(),
                        say("expected weights, found a Git LFS pointer: the file itself was not fetched"),
                        say("Run git lfs pull in the folder"));
  }
  return {};
}

Result<std::unique_ptr<WeightSource>> open_folder(const fs::path& folder) {
  std::error_code ignored;
  if (fs::status(folder / "config.json", ignored).type() == fs::file_type::not_found) return what_folder_is(folder);
  LIFT_ASSIGN(const nlohmann::json config, read_json_file(folder / "config.json"));
  if (auto quantised = quantised_folder(folder, config)) return *quantised;
  if (auto pointer = only_pointers(folder)) return *pointer;
  auto opened = open_folder_weights(folder);
  if (!opened.ok() && opened.error().code == ErrorCode::NotFound && opened.error().subject.text() == folder.string())
    if (auto other = weights_of_another_form(folder)) return *other;
  return opened;
}

}   // namespace

Result<std::unique_ptr<WeightSource>> open_weights(const fs::path& path) {
  std::error_code trouble;
  const fs::file_status status = fs::status(path, trouble);
  if (status.type() == fs::file_type::not_found)
    return make_error(ErrorCode::NotFound, path.string(), say("expected a model folder or a GGUF file, found nothing"));
  if (fs::is_directory(status)) return open_folder(path);
  if (fs::is_regular_file(status) && !is_gguf(path)) return what_file_is(path);
  return open_gguf_weights(path);
}

}   // namespace lift
