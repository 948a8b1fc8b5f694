#include "core/data/row_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/version.h"
#include "core/data/data_folder.h"
#include "core/data/file_content.h"
#include "core/data/kept_rows.h"
#include "core/data/summary_json.h"
#include "core/io/descriptor.h"
#include "core/io/json.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::uint64_t kFewBytes = 4u << 20;   // of data files: their rows become tokens in no time
constexpr std::array<const char*, 7> kArrays{"ids", "trained", "rows", "places", "marks", "train", "held_out"};

std::int64_t modified(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return -1;
  return status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
}

json settings_of(const DataConfig& config) {
  return {{"layout", config.layout},
          {"column_map", config.column_map},
          {"max_tokens", config.max_tokens},
          {"overflow", config.overflow},
          {"held_out_share", config.held_out_share},
          {"replay_share", config.replay_share},
          {"validation_share", config.validation_share}};
}

json json_of(const SftDataset::Totals& totals) {
  return {totals.tokens, totals.labels, totals.longest, totals.most_labels};
}

SftDataset::Totals totals_of(const json& value) { return {value.at(0), value.at(1), value.at(2), value.at(3)}; }

// The files of the data set in the order in which they are read, and what else of them is told.
struct Files {
  std::vector<fs::path> paths;
  json names = json::array();
};

Result<Files> files_of(const DataConfig& config) {
  Files files;
  const auto add = [&](const std::vector<std::string>& given, DataPart part) -> Status {
    json names = json::array();
    for (const std::string& name : given) {
      LIFT_ASSIGN(const DataFolder folder, files_of_data(name, part));
      for (const fs::path& path : folder.files) {
        files.paths.push_back(path);
        names.push_back(path.filename().string());
      }
      for (const Sentence& told : folder.told) names.push_back(told.text());
    }
    files.names.push_back(std::move(names));
    return {};
  };
  LIFT_RETURN_IF_ERROR(add(config.files, DataPart::Training));
  LIFT_RETURN_IF_ERROR(add(config.held_out_files, DataPart::HeldOut));
  if (config.replay_share > 0) LIFT_RETURN_IF_ERROR(add(config.replay_files, DataPart::HeldOut));
  return files;
}

json special_ids(const SpecialTokens& special) {
  const auto id = [](const std::optional<TokenId>& token) { return token ? json(*token) : json(); };
  return {id(special.bos), id(special.eos), id(special.pad), id(special.unknown), special.end_of_generation};
}

Status sync(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.open() && ::fsync(file.get()) == 0) return {};
  return system_error(path, say("could not keep rows on disk"), errno);
}

Sentence kept_in(const fs::path& folder) {
  return say("The tokens of these rows are kept for the next start in {}; lift cache --empty removes them",
             folder.string());
}

Error damaged(const fs::path& file) {
  return make_error(ErrorCode::Malformed, file.string(), say("expected the array as it was written, found another"));
}

// Indices that lead nowhere would end the program.
Status check_bounds(const TokenRows& rows, const StoredArray<std::int64_t>& chosen, const fs::path& file) {
  for (std::int64_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] < 0 || chosen[i] >= rows.rows.size()) return damaged(file);
  return {};
}

Status check_bounds(const TokenRows& rows, std::int64_t source_rows, const fs::path& folder) {
  std::uint64_t begin = 0;
  for (std::int64_t i = 0; i < rows.rows.size(); ++i) {
    const TokenRows::Row& row = rows.rows[i];
    if (row.begin != begin || row.source_row < 0 || row.source_row >= source_rows || row.labels > row.length)
      return damaged(folder / "rows");
    begin += row.length;
  }
  return begin == static_cast<std::uint64_t>(rows.ids.size()) ? Status() : damaged(folder / "ids");
}

}   // namespace

Result<std::optional<RowCache>> RowCache::of(const DataConfig& config, const Tokenizer& tokenizer,
                                             const PromptTemplate& prompt, std::uint64_t seed,
                                             std::int64_t embedding_rows, const TaskContext& task) {
  if (config.limit_rows > 0) return std::optional<RowCache>();   // a first look
  const auto files = files_of(config);
  if (!files.ok()) return std::optional<RowCache>();
  std::uint64_t bytes = 0;
  std::error_code failure;
  for (const fs::path& path : files->paths) {
    const std::uint64_t size = fs::file_size(path, failure);
    if (failure) return std::optional<RowCache>();
    bytes += size;
  }
  if (bytes < kFewBytes) return std::optional<RowCache>();
  RowCache cache;
  json contents = json::array();
  for (const fs::path& path : files->paths) {
    cache.files_.push_back({path, fs::file_size(path, failure), modified(path)});
    const auto content = content_of(path, task);
    if (!content.ok() && content.error().code == ErrorCode::Cancelled) return content.error();
    if (!content.ok()) return std::optional<RowCache>();
    contents.push_back(content->hex());
  }
  const json made_of{{"format", kKeptRowsFormat},
                     {"program", kVersion},
                     {"files", files->names},
                     {"contents", std::move(contents)},
                     {"settings", settings_of(config)},
                     {"tokenizer", tokenizer.fingerprint().hex()},
                     {"special_tokens", special_ids(tokenizer.special_tokens())},
                     {"prompt", prompt.fingerprint().hex()},
                     {"seed", seed},
                     {"embedding_rows", embedding_rows}};
  cache.key_ = fingerprint_of(made_of.dump(-1, ' ', false, json::error_handler_t::replace)).hex();
  return std::optional(std::move(cache));
}

fs::path RowCache::entry() const { return kept_rows_folder() / key_; }

std::optional<SftData> RowCache::find(const DataConfig& config) {
  std::error_code failure;
  if (!fs::exists(entry(), failure)) return std::nullopt;
  auto data = catch_exceptions(entry().string(), [&] { return read(config); });
  if (data.ok()) {
    fs::last_write_time(entry() / "entry.json", fs::file_time_type::clock::now(), failure);   // used last
    return std::move(data).value();
  }
  trouble_ = say("The tokens kept of an earlier start cannot be used and were made again: {}", data.error().sentence());
  fs::remove_all(entry(), failure);
  return std::nullopt;
}

Result<SftData> RowCache::read(const DataConfig& config) const {
  const fs::path folder = entry();
  LIFT_ASSIGN(const json value, read_json_file(folder / "entry.json"));
  if (value.at("format") != kKeptRowsFormat || value.at("key") != key_) return damaged(folder / "entry.json");
  std::map<std::string, std::int64_t> counts;
  for (const char* name : kArrays) {
    const json& array = value.at("arrays").at(name);
    if (array.at("modified").get<std::int64_t>() != modified(folder / name)) return damaged(folder / name);
    counts[name] = array.at("count");
    if (counts[name] < 0) return damaged(folder / "entry.json");
  }
  auto rows = std::make_shared<TokenRows>();
  LIFT_ASSIGN(rows->ids, StoredArray<TokenId>::open(folder / "ids", counts["ids"]));
  LIFT_ASSIGN(rows->trained, StoredArray<std::uint8_t>::open(folder / "trained", counts["ids"]));
  LIFT_ASSIGN(rows->rows, StoredArray<TokenRows::Row>::open(folder / "rows", counts["rows"]));
  SftData data;
  LIFT_ASSIGN(data.places_, StoredArray<RowPlace>::open(folder / "places", counts["places"]));
  LIFT_ASSIGN(data.marks_, StoredArray<std::uint8_t>::open(folder / "marks", counts["places"]));
  LIFT_RETURN_IF_ERROR(check_bounds(*rows, counts["places"], folder));
  for (const char* name : {"train", "held_out"}) {
    LIFT_ASSIGN(auto chosen, StoredArray<std::int64_t>::open(folder / name, counts[name]));
    LIFT_RETURN_IF_ERROR(check_bounds(*rows, chosen, folder / name));
    (name == std::string("train") ? data.train : data.held_out) =
        SftDataset(rows, std::move(chosen), totals_of(value.at("totals").at(name)));
  }
  data.train.release();
  data.held_out.release();
  LIFT_ASSIGN(data.summary, summary_from_json(value.at("summary")));
  DataSummary& summary = data.summary;
  summary.remarks.push_back(kept_in(folder));
  if (summary.files.size() != files_.size() || summary.read_as.size() != files_.size())
    return damaged(folder / "entry.json");
  data.config_ = config;
  data.kept_ = folder;
  for (std::size_t i = 0; i < files_.size(); ++i) {   // the same content may lie elsewhere by now
    FileView& file = summary.read_as[i];
    summary.files[i] = file.path = files_[i].path.string();
    LIFT_ASSIGN(const DataLayout layout, layout_of(file.layout));
    data.sources_.push_back({nullptr, {layout, file.column_map, file.columns}, {}});
  }
  for (std::int64_t i = 0; i < data.places_.size(); ++i)
    if (data.places_[i].file < 0 || data.places_[i].file >= std::ssize(files_)) return damaged(folder / "places");
  data.places_.release();
  return data;
}

Status RowCache::keep(SftData& data, TemporaryRows& folder, const TaskContext& task) const {
  std::error_code failure;
  for (const File& file : files_)
    if (fs::file_size(file.path, failure) != file.size || modified(file.path) != file.modified) return {};
  const fs::path made = folder.path();
  for (const auto& [name, part] : {std::pair("train", &data.train), std::pair("held_out", &data.held_out)}) {
    auto chosen = StoredArray<std::int64_t>::in_file(made / name);
    for (std::int64_t row = 0; row < part->size(); ++row) chosen.append(part->place(row));
    LIFT_RETURN_IF_ERROR(chosen.finish());
  }
  for (const fs::directory_entry& file : fs::directory_iterator(made, failure))   // what only reading needed
    if (std::ranges::find(kArrays, file.path().filename()) == kArrays.end() &&
        file.path().filename() != FileLock::file_name)
      fs::remove(file.path(), failure);
  json arrays;
  const TokenRows& rows = data.train.rows();
  const std::array<std::int64_t, kArrays.size()> counts{rows.ids.size(),     rows.trained.size(), rows.rows.size(),
                                                        data.places_.size(), data.marks_.size(),  data.train.size(),
                                                        data.held_out.size()};
  for (std::size_t i = 0; i < kArrays.size(); ++i) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, made.string(), say("reading was cancelled"));
    task.report(say("keeping the tokens"), static_cast<std::int64_t>(i), std::ssize(kArrays));
    LIFT_RETURN_IF_ERROR(sync(made / kArrays[i]));
    arrays[kArrays[i]] = {{"count", counts[i]}, {"modified", modified(made / kArrays[i])}};
  }
  const json totals{{"train", json_of(data.train.totals())}, {"held_out", json_of(data.held_out.totals())}};
  LIFT_RETURN_IF_ERROR(write_json_file(made / "entry.json", {{"format", kKeptRowsFormat},
                                                             {"key", key_},
                                                             {"arrays", std::move(arrays)},
                                                             {"totals", totals},
                                                             {"summary", to_json(data.summary)}}));
  if (!folder.become(entry())) return {};   // another program was faster
  data.kept_ = entry();
  data.summary.remarks.push_back(kept_in(entry()));
  trim_kept_rows(most_kept_bytes(), entry());
  return {};
}

}   // namespace lift
