#include "core/exchange/lm_studio_export.h"

#include "core/base/say.h"
#include "core/exchange/gguf_export.h"
#include "core/exchange/name_of_model.h"
#include "core/io/atomic_file.h"
#include "core/io/system_error.h"
#include "core/io/user_folders.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestPath = 4096;
constexpr const char* kPublisher = "lift-studio";

// LM Studio's own folder: named by a file in the home folder, else at its usual places. Empty: there is none.
fs::path own_folder() {
  const fs::path home = home_folder();
  std::error_code ignored;
  if (const auto pointer = read_whole_file(home / ".lmstudio-home-pointer", kLongestPath); pointer.ok()) {
    std::string place = *pointer;
    while (!place.empty() && (place.back() == '\n' || place.back() == '\r')) place.pop_back();
    if (fs::is_directory(place, ignored)) return place;
  }
  for (const fs::path& place : {home / ".lmstudio", home / ".cache" / "lm-studio"})
    if (fs::is_directory(place, ignored)) return place;
  return {};
}

Result<fs::path> place(const std::string& name) {
  LIFT_RETURN_IF_ERROR(check_model_name(name));
  const fs::path own = own_folder();
  if (own.empty())
    return make_error(ErrorCode::NotFound, (home_folder() / ".lmstudio").string(),
                      say("expected LM Studio's folder, found none"),
                      say("Start LM Studio once, or write a file with the format \"gguf\""));
  const fs::path file = own / "models" / kPublisher / name / (name + ".gguf");
  std::error_code problem;
  if (fs::exists(file, problem))
    return make_error(ErrorCode::InvalidArgument, file.string(), say("expected a new model, found one of this name"),
                      say("Choose another name; nothing is overwritten"));
  return file;
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  std::error_code problem;
  fs::create_directories(request.target.parent_path(), problem);
  if (problem) return system_error(request.target.parent_path(), say("could not make the folder"), problem.value());
  auto written = gguf_exporter().write(request, task);
  if (!written.ok()) fs::remove(request.target.parent_path(), problem);   // goes only if nothing is in it
  return written;
}

}   // namespace

Exporter lm_studio_exporter() {
  Exporter exporter = gguf_exporter();
  exporter.name = "lmstudio";
  exporter.title = say("Into LM Studio on this machine");
  exporter.target = ExportTarget::Name;
  exporter.extension = {};
  exporter.place = place;
  exporter.write = write;
  return exporter;
}

}   // namespace lift
