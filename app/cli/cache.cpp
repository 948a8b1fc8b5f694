// lift cache: what is kept of large data sets between starts, and how to be rid of it.
#include <ctime>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "core/data/kept_rows.h"

namespace lift::cli {

namespace {

std::string day_of(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm local{};
  localtime_r(&time, &local);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday,
                     local.tm_hour, local.tm_min);
}

int show(const Options& options) {
  const std::vector<KeptRows> kept = kept_rows();
  std::int64_t bytes = 0;
  nlohmann::json list = nlohmann::json::array();
  for (const KeptRows& rows : kept) {
    bytes += rows.bytes;
    list.push_back({{"folder", rows.folder.string()},
                    {"files", rows.files},
                    {"rows", rows.rows},
                    {"tokens", rows.tokens},
                    {"bytes", rows.bytes},
                    {"used", rows.used}});
  }
  if (options.json) {
    print_json({{"folder", kept_rows_folder().string()},
                {"bytes", bytes},
                {"most_bytes", most_kept_bytes()},
                {"kept", std::move(list)}});
    return kSuccess;
  }
  for (const KeptRows& rows : kept)
    fmt::print("{}  {:>9}  {} rows, {} tokens  {}\n", day_of(rows.used), human_bytes(static_cast<double>(rows.bytes)),
               human_count(rows.rows), human_count(rows.tokens), fmt::join(rows.files, ", "));
  fmt::print("{} of at most {} in {}; lift cache --empty removes them\n", human_bytes(static_cast<double>(bytes)),
             human_bytes(static_cast<double>(most_kept_bytes())), kept_rows_folder().string());
  return kSuccess;
}

int empty(const Options& options) {
  if (const Status emptied = empty_kept_rows(); !emptied.ok()) return fail(options, emptied.error());
  return show(options);
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  CLI::App* app = parent.add_subcommand("cache", "Show the tokens that are kept of large data sets; empty them");
  auto remove = std::make_shared<bool>(false);
  app->add_flag("--empty", *remove, "Remove them: the next start makes them again");
  bodies.emplace_back(app, [&options, remove] { return *remove ? empty(options) : show(options); });
}

}   // namespace

extern const Verb kCache;
const Verb kCache{add};

}   // namespace lift::cli
