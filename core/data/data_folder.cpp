#include "core/data/data_folder.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/data/row_file_name.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

enum class Split : std::uint8_t { None, Train, Validation, Test };

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// "train-00000-of-00002.parquet", "my_test.jsonl": the word stands by itself, as the datasets library wants it.
bool has_word(const std::string& name, std::string_view word) {
  for (std::size_t at = name.find(word); at != name.npos; at = name.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter_or_digit(name[at - 1]);
    const std::size_t end = at + word.size();
    if (begins && (end == name.size() || !std::isalpha(static_cast<unsigned char>(name[end])))) return true;
  }
  return false;
}

Split split_of(const std::string& file_name) {
  constexpr std::array<std::pair<std::string_view, Split>, 8> words{{{"train", Split::Train},
                                                                     {"training", Split::Train},
                                                                     {"validation", Split::Validation},
                                                                     {"valid", Split::Validation},
                                                                     {"dev", Split::Validation},
                                                                     {"test", Split::Test},
                                                                     {"eval", Split::Test},
                                                                     {"testing", Split::Test}}};
  const std::string name = lower(file_name);
  for (const auto& [word, split] : words)
    if (has_word(name, word)) return split;
  return Split::None;
}

}   // namespace

bool is_row_file(const std::string& file_name) {
  constexpr std::array<std::string_view, 14> endings{".jsonl", ".json",    ".ndjson", ".csv",     ".tsv",
                                                     ".tab",   ".psv",     ".txt",    ".text",    ".parquet",
                                                     ".arrow", ".feather", ".md",     ".markdown"};
  // What stands beside the rows of a data set and describes it.
  constexpr std::array<std::string_view, 8> beside{"readme.md",         "dataset_info.json", "dataset_infos.json",
                                                   "dataset_dict.json", "state.json",        "license.txt",
                                                   "license.md",        "recipe.json"};
  std::string name = lower(file_name);
  if (std::ranges::find(beside, name) != beside.end()) return false;
  for (const std::string_view packed : {".gz", ".zst", ".zstd"})
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

namespace {

// "part-2" before "part-10".
bool natural_less(const std::string& a, const std::string& b) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!is_digit(a[i]) || !is_digit(b[j])) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    const auto number = [&](const std::string& text, std::size_t& at) {
      while (at < text.size() && text[at] == '0') ++at;
      const std::size_t begin = at;
      while (at < text.size() && is_digit(text[at])) ++at;
      return text.substr(begin, at - begin);
    };
    const std::string left = number(a, i), right = number(b, j);
    if (left.size() != right.size()) return left.size() < right.size();
    if (left != right) return left < right;
  }
  return a.size() - i < b.size() - j;
}

struct Listing {
  std::vector<fs::path> rows;
  std::vector<std::string> others;
};

Status list(const fs::path& folder, Listing& listing) {
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) continue;
    if (at->is_directory(ignored)) {
      if (name != "data") listing.others.push_back(name + "/");
    } else if (is_row_file(name) && at->is_regular_file(ignored)) {
      listing.rows.push_back(at->path());
    } else {
      listing.others.push_back(name);
    }
    if (listing.rows.size() > kMostDataFiles)
      return make_error(ErrorCode::Unsupported, folder.string(),
                        say("expected a folder of at most {} files", kMostDataFiles));
  }
  if (failure)
    return make_error(ErrorCode::Io, folder.string(), say("the folder could not be read: {}", failure.message()));
  return {};
}

// "a, b, c and 12 more"
Sentence few(std::vector<std::string> names) {
  constexpr std::size_t shown = 4;
  std::ranges::sort(names, natural_less);
  if (names.size() <= shown + 1) return Sentence::verbatim(fmt::format("{}", fmt::join(names, ", ")));
  const std::size_t more = names.size() - shown;
  names.resize(shown);
  return say("{} and {} more", fmt::join(names, ", "), more);
}

Split wanted_split(const std::map<Split, std::vector<fs::path>>& splits, DataPart part) {
  const auto has = [&](Split split) { return splits.contains(split); };
  if (part == DataPart::Training) return has(Split::Train) ? Split::Train : Split::None;
  if (has(Split::Validation)) return Split::Validation;
  return has(Split::Test) ? Split::Test : Split::None;
}

}   // namespace

Result<DataFolder> files_of_data(const fs::path& path, DataPart part) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return DataFolder{{path}, {}};
  Listing listing;
  LIFT_RETURN_IF_ERROR(list(path, listing));
  if (fs::is_directory(path / "data", ignored)) LIFT_RETURN_IF_ERROR(list(path / "data", listing));
  std::map<Split, std::vector<fs::path>> splits;
  for (fs::path& file : listing.rows) splits[split_of(file.filename().string())].push_back(std::move(file));

  const Split wanted = wanted_split(splits, part);
  DataFolder found;
  std::vector<std::string> others;
  for (auto& [split, files] : splits)
    for (fs::path& file : files)
      if (split == wanted) found.files.push_back(std::move(file));
      else others.push_back(file.filename().string());
  std::ranges::sort(found.files,
                    [](const fs::path& a, const fs::path& b) { return natural_less(a.string(), b.string()); });
  const std::string name = path.string();
  if (found.files.empty()) {
    const Sentence what = part == DataPart::Training ? say("training rows") : say("held-out rows");
    const Sentence there = others.empty() && listing.others.empty() ? say("an empty folder")
                           : others.empty()                         ? few(listing.others)
                                                                    : few(others);
    return make_error(
        ErrorCode::NotFound, name,
        say("expected files of {} (.jsonl, .json, .csv, .tsv, .txt, .parquet, .arrow), found {}", what, there),
        say("Name the files themselves"));
  }
  found.told.push_back(say("{}: {} files of rows", name, found.files.size()));
  if (!others.empty())
    found.told.push_back(say("{}: files of other parts of the data set are left out: {}", name, few(others)));
  if (!listing.others.empty()) found.told.push_back(say("{}: not rows, left out: {}", name, few(listing.others)));
  return found;
}

}   // namespace lift
