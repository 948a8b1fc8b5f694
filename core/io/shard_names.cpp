#include "core/io/shard_names.h"

#include <fmt/format.h>

#include <charconv>

namespace lift {

namespace {

constexpr std::size_t kDigits = 5;
constexpr int kMostParts = 99'999;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || value < 0) return {};
  return value;
}

}   // namespace

std::string ShardName::name_of(int part) const {
  return fmt::format("{}-{:05}-of-{:05}{}", stem, part, count, extension);
}

std::optional<ShardName> parse_shard_name(const std::string& file_name) {
  constexpr std::string_view of = "-of-";
  ShardName shard;
  const auto dot = file_name.rfind('.');
  if (dot == std::string::npos) return {};
  shard.extension = file_name.substr(dot);
  const std::string_view name = std::string_view(file_name).substr(0, dot);
  constexpr std::size_t tail = 1 + kDigits + of.size() + kDigits;
  if (name.size() <= tail) return {};
  const std::string_view end = name.substr(name.size() - tail);
  if (end[0] != '-' || end.substr(1 + kDigits, of.size()) != of) return {};
  const auto part = number(end.substr(1, kDigits)), count = number(end.substr(1 + kDigits + of.size()));
  if (!part || !count || *part < 1 || *part > *count || *count > kMostParts) return {};
  shard.stem = name.substr(0, name.size() - tail);
  shard.number = *part;
  shard.count = *count;
  return shard;
}

std::vector<int> missing_parts(const std::filesystem::path& folder, const ShardName& set) {
  std::vector<int> missing;
  std::error_code ignored;
  for (int part = 1; part <= set.count; ++part)
    if (!std::filesystem::is_regular_file(folder / set.name_of(part), ignored)) missing.push_back(part);
  return missing;
}

}   // namespace lift
