#include "core/data/kept_rows.h"

#include <sys/stat.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/cache_folder.h"
#include "core/io/disk_space.h"
#include "core/io/json.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t kMostKept = std::int64_t{64} << 30;   // bytes
constexpr std::size_t kKeyDigits = 64;

std::int64_t size_of(const fs::path& folder) {
  std::error_code failure;
  std::int64_t bytes = 0;
  for (const fs::directory_entry& file : fs::directory_iterator(folder, failure)) {
    const auto size = file.file_size(failure);
    if (!failure) bytes += static_cast<std::int64_t>(size);
  }
  return bytes;
}

template <typename T>
T member(const json& value, const char* name, T otherwise) {
  const auto found = value.find(name);
  try {
    return found == value.end() ? otherwise : found->get<T>();
  } catch (const json::exception&) {
    return otherwise;
  }
}

KeptRows look_at(const fs::path& folder) {
  KeptRows kept{.folder = folder, .files = {}, .bytes = size_of(folder)};
  struct stat status {};
  if (::stat((folder / "entry.json").c_str(), &status) == 0) kept.used = status.st_mtim.tv_sec;
  const auto entry = read_json_file(folder / "entry.json");
  if (!entry.ok() || !entry->is_object()) return kept;
  const json summary = member(*entry, "summary", json::object());
  if (!summary.is_object()) return kept;
  for (const std::string& file : member(summary, "files", std::vector<std::string>()))
    kept.files.push_back(fs::path(file).filename().string());
  kept.rows = member<std::int64_t>(summary, "rows", 0);
  kept.tokens = member<std::int64_t>(summary, "tokens", 0);
  return kept;
}

}   // namespace

fs::path kept_rows_folder() { return cache_folder("rows"); }

std::int64_t most_kept_bytes() {
  std::int64_t kept = 0;
  for (const KeptRows& rows : kept_rows()) kept += rows.bytes;
  const auto free = free_disk_space(kept_rows_folder());
  return free.ok() ? std::min(kMostKept, (*free + kept) / 2) : kMostKept;
}

std::vector<KeptRows> kept_rows() {
  std::vector<KeptRows> all;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(kept_rows_folder(), failure))
    if (entry.path().filename().string().size() == kKeyDigits && entry.is_directory(failure))
      all.push_back(look_at(entry.path()));
  std::ranges::stable_sort(all, std::greater<>{}, &KeptRows::used);
  return all;
}

Status empty_kept_rows() {
  for (const KeptRows& rows : kept_rows()) {
    std::error_code failure;
    fs::remove_all(rows.folder, failure);
    if (failure) return system_error(rows.folder, say("could not remove kept rows"), failure.value());
  }
  return {};
}

void make_room_on_disk(std::int64_t bytes) {
  const auto free = free_disk_space(kept_rows_folder());
  if (!free.ok() || *free >= bytes) return;
  std::int64_t kept = 0;
  for (const KeptRows& rows : kept_rows()) kept += rows.bytes;
  trim_kept_rows(std::max<std::int64_t>(0, kept - (bytes - *free)));
}

void trim_kept_rows(std::int64_t bytes, const fs::path& except) {
  std::vector<KeptRows> all = kept_rows();
  std::int64_t kept = 0;
  for (const KeptRows& rows : all) kept += rows.bytes;
  for (; kept > bytes && !all.empty(); all.pop_back()) {
    if (all.back().folder == except) continue;
    std::error_code ignored;
    fs::remove_all(all.back().folder, ignored);
    kept -= all.back().bytes;
  }
}

}   // namespace lift
