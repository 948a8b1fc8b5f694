#include "core/exchange/model_card.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/io/keep_file_names.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kLongestHead = 200;   // lines of a README's head that are looked at

// A value that YAML takes as text whatever is in it; JSON's quotes are YAML's too.
std::string quoted(const std::string& text) { return json(text).dump(-1, ' ', false, json::error_handler_t::replace); }

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\"'"), end = text.find_last_not_of(" \t\r\"'");
  return begin == text.npos ? std::string() : text.substr(begin, end - begin + 1);
}

std::string row(std::string_view name, const std::string& before, const std::string& after) {
  return fmt::format("| {} | {} | {} |\n", name, before, after);
}

std::string measures(const DeltaMetrics& m) {
  std::string rows;
  if (m.held_out_loss_before && m.held_out_loss_after)
    rows += row("loss on held-out rows", fmt::format("{:.4f}", *m.held_out_loss_before),
                fmt::format("{:.4f}", *m.held_out_loss_after));
  if (m.probe_score_before && m.probe_score_after)
    rows += row("choice questions of the retention probe", fmt::format("{:.1f} %", 100 * *m.probe_score_before),
                fmt::format("{:.1f} %", 100 * *m.probe_score_after));
  if (rows.empty()) return "Nothing was measured.\n";
  if (m.retention && m.retention_low && m.retention_high)
    rows += fmt::format("\nRetention: {:.1f} % of the base's score (95 % interval {:.1f} to {:.1f} %).\n",
                        100 * *m.retention, 100 * *m.retention_low, 100 * *m.retention_high);
  return "| | base | tuned |\n|---|---|---|\n" + rows;
}

std::string files_in(const json& recipe, const char* key) {
  std::string names;
  const json data = recipe.value("data", json::object());
  for (const json& file : data.value(key, json::array()))
    if (file.is_string()) names += (names.empty() ? "" : ", ") + file.get<std::string>();
  return names;
}

}   // namespace

std::optional<std::string> license_of(const fs::path& base) {
  std::error_code ignored;
  if (!fs::is_directory(base, ignored)) {
    const auto reader = GgufReader::open(base);
    const auto text = reader.ok() ? reader->string_key("general.license") : Result<std::string>(Error{});
    return text.ok() && !text->empty() ? std::optional(*text) : std::nullopt;
  }
  std::ifstream file(base / "README.md");
  std::string line;
  if (!std::getline(file, line) || trimmed(line) != "---") return std::nullopt;
  for (std::size_t i = 0; i < kLongestHead && std::getline(file, line) && trimmed(line) != "---"; ++i)
    if (line.starts_with("license:")) {
      const std::string value = trimmed(line.substr(std::string_view("license:").size()));
      return value.empty() ? std::nullopt : std::optional(value);
    }
  return std::nullopt;
}

std::optional<std::string> hub_name_of(const fs::path& base) {
  constexpr std::string_view before = "models--", between = "--";
  for (const fs::path& part : base) {
    std::string name = part.string();
    if (!name.starts_with(before)) continue;
    name = name.substr(before.size());
    const std::size_t at = name.find(between);
    if (at != name.npos) name.replace(at, between.size(), "/");
    return name;
  }
  return std::nullopt;
}

std::string model_card(const Manifest& manifest, const fs::path& base) {
  const auto license = license_of(base);
  const auto hub = hub_name_of(base);
  const double share = 100.0 * static_cast<double>(manifest.changed()) /
                       static_cast<double>(std::max<std::int64_t>(1, manifest.parameters()));
  std::string card = "---\n";
  if (license) card += fmt::format("license: {}\n", quoted(*license));
  if (hub) card += fmt::format("base_model: {}\n", quoted(*hub));
  card += "tags:\n- lift\n- sparse-fine-tuning\n---\n";
  card += fmt::format("# {}, fine-tuned\n\n", manifest.model_name);
  card += fmt::format(
      "{} of {} weights ({:.2f} %) of {} were changed{}, by {}. All others are the base's, bit for bit.\n\n",
      manifest.changed(), manifest.parameters(), share, hub.value_or(manifest.model_name),
      // An imported delta has no steps of its own.
      manifest.steps > 0 ? fmt::format(" in {} steps", manifest.steps) : std::string(), manifest.program);
  card += "## What it achieved\n" + measures(manifest.metrics);
  auto recipe = parse_json(manifest.recipe_json, std::string("recipe"));
  if (recipe.ok() && recipe->is_object()) {
    keep_file_names(*recipe);
    if (const std::string files = files_in(*recipe, "files"); !files.empty())
      card += fmt::format("\n## Data\nTrained on: {}\n", files);
    if (const std::string held_out = files_in(*recipe, "held_out_files"); !held_out.empty())
      card += fmt::format("\nMeasured on: {}\n", held_out);
    card += "\n## Recipe\n```json\n" + recipe->dump(2, ' ', false, json::error_handler_t::replace) + "\n```\n";
  }
  card += "\n## Licence\n";
  card += license ? fmt::format("The base says: {}. ", *license) : std::string("The base's files name no licence. ");
  card += "What the data's licence allows is for whoever publishes this to look up.\n";
  return card;
}

}   // namespace lift
