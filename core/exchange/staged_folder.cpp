#include "core/exchange/staged_folder.h"

#include <unistd.h>

#include <string>
#include <utility>

#include "core/base/say.h"

namespace lift {

namespace fs = std::filesystem;

Result<StagedFolder> StagedFolder::beside(const fs::path& target) {
  std::error_code problem;
  if (fs::exists(target, problem) && (!fs::is_directory(target, problem) || !fs::is_empty(target, problem)))
    return make_error(ErrorCode::InvalidArgument, target.string(),
                      say("expected a new or empty folder, found files in it"),
                      say("Choose another name; nothing is overwritten"));
  StagedFolder folder;
  folder.target_ = fs::absolute(target);
  folder.staged_ = folder.target_.parent_path() /
                   ("." + folder.target_.filename().string() + ".partial-" + std::to_string(::getpid()));
  fs::remove_all(folder.staged_, problem);
  if (!fs::create_directories(folder.staged_, problem) || problem)
    return make_error(ErrorCode::Io, folder.staged_.string(), say("could not make the folder: {}", problem.message()));
  return folder;
}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : target_(std::move(other.target_)), staged_(std::exchange(other.staged_, fs::path())) {}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  if (!staged_.empty()) fs::remove_all(staged_, ignored);
}

std::int64_t StagedFolder::bytes() const {
  std::int64_t bytes = 0;
  std::error_code problem;
  for (const auto& entry : fs::recursive_directory_iterator(staged_, problem))
    if (entry.is_regular_file(problem)) bytes += static_cast<std::int64_t>(entry.file_size(problem));
  return bytes;
}

Status StagedFolder::commit() {
  std::error_code problem;
  fs::rename(staged_, target_, problem);
  if (problem)
    return make_error(ErrorCode::Io, target_.string(),
                      say("could not give the folder its name: {}", problem.message()));
  staged_.clear();
  return {};
}

}   // namespace lift
