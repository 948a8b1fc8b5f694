// lift hub: find models and data sets on the hub, see what they hold, bring them into the Hugging Face cache.
// The one verb that makes a connection, and only to the hub's address (docs/hub.md).
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "core/base/say.h"
#include "core/data/row_file_name.h"
#include "core/hub/download.h"
#include "core/hub/file_choice.h"

namespace lift::cli {

namespace {

struct HubOptions {
  std::string id, revision = "main", words;
  bool data = false, all = false;
  int limit = 20;
  std::vector<std::string> patterns;

  HubKind kind() const { return data ? HubKind::DataSet : HubKind::Model; }
  HubName name() const { return {.kind = kind(), .id = id, .revision = revision}; }
  HubFileChoice choice() const { return {.patterns = patterns, .all = all, .is_row_file = is_row_file}; }
};

std::string bytes_text(std::int64_t bytes) { return human_bytes(static_cast<double>(bytes)); }
std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

Result<HubEndpoint> told_endpoint(const ConsoleTask& console) {
  LIFT_ASSIGN(HubEndpoint endpoint, hub_endpoint());
  for (const Sentence& notice : endpoint.notices) console.notices()({Severity::Warning, notice});
  return endpoint;
}

nlohmann::json json_of(const HubFile& file) {
  return {{"path", file.path}, {"bytes", file.bytes}, {"digest", file.digest}};
}

nlohmann::json json_of(const std::vector<HubFile>& files) {
  nlohmann::json list = nlohmann::json::array();
  for (const HubFile& file : files) list.push_back(json_of(file));
  return list;
}

int search(const HubOptions& given, const Options& options) {
  ConsoleTask console(options);
  const InterruptGuard guard(nullptr);
  auto endpoint = told_endpoint(console);
  if (!endpoint.ok()) return fail(options, endpoint.error());
  HubClient client(*std::move(endpoint));
  const auto hits = search_hub(client, given.kind(), given.words, given.limit, console.context());
  if (!hits.ok()) return fail(options, hits.error());
  if (options.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const HubHit& hit : *hits)
      list.push_back({{"id", hit.id},
                      {"licence", hit.licence},
                      {"gated", hit.gated},
                      {"downloads", hit.downloads},
                      {"likes", hit.likes},
                      {"parameters", hit.parameters},
                      {"safetensors", hit.has_safetensors},
                      {"gguf", hit.has_gguf}});
    print_json(list);
    return kSuccess;
  }
  std::size_t width = 10;
  for (const HubHit& hit : *hits) width = std::max(width, hit.id.size());
  fmt::print("{:<{}}  {:>12}  {:>15}  {:<16}  {}\n", "name", width, "downloads", given.data ? "" : "parameters",
             "licence", "");
  for (const HubHit& hit : *hits) {
    std::string more;
    if (hit.has_safetensors) more += "safetensors ";
    if (hit.has_gguf) more += "GGUF ";
    if (!hit.gated.empty()) more += "gated";
    fmt::print("{:<{}}  {:>12}  {:>15}  {:<16}  {}\n", hit.id, width, human_count(hit.downloads),
               hit.parameters ? human_count(hit.parameters) : "", or_dash(hit.licence), more);
  }
  if (hits->empty()) fmt::print("nothing of this name\n");
  return kSuccess;
}

void print_heading(const HubRepository& found) {
  const auto row = [](const char* name, const std::string& value) { fmt::print("{:<12}{}\n", name, value); };
  row("name", found.name.id);
  row("revision", fmt::format("{} ({})", found.name.revision, found.commit));
  row("licence", found.licence.empty() ? "its card names none" : found.licence);
  row("access", found.is_private ? "private" : found.gated.empty() ? "open" : "gated: its terms are to be accepted");
  row("downloads", human_count(found.downloads));
  row("all files", fmt::format("{}, {}", found.files.size(), bytes_text(bytes_of(found.files))));
}

int show(const HubOptions& given, const Options& options) {
  ConsoleTask console(options);
  const InterruptGuard guard(nullptr);
  auto endpoint = told_endpoint(console);
  if (!endpoint.ok()) return fail(options, endpoint.error());
  const HubCache cache(endpoint->cache);
  HubClient client(*std::move(endpoint));
  const auto found = ask_repository(client, given.name(), console.context());
  if (!found.ok()) return fail(options, found.error());
  const auto chosen = choose_files(*found, given.choice());
  const std::int64_t missing = chosen.ok() ? missing_bytes(cache, *found, chosen->files) : 0;
  if (options.json) {
    nlohmann::json value{{"id", found->name.id},           {"revision", found->name.revision},
                         {"commit", found->commit},        {"licence", found->licence},
                         {"gated", found->gated},          {"private", found->is_private},
                         {"downloads", found->downloads},  {"tags", found->tags},
                         {"files", json_of(found->files)}, {"bytes", bytes_of(found->files)}};
    if (chosen.ok())
      value["get"] = {
          {"files", json_of(chosen->files)}, {"bytes", bytes_of(chosen->files)}, {"missing_bytes", missing}};
    else value["get"] = {{"reason", chosen.error().sentence()}};
    print_json(value);
    return kSuccess;
  }
  print_heading(*found);
  fmt::print("\n");
  for (const HubFile& file : found->files) {
    const bool is_chosen =
        chosen.ok() && std::ranges::find(chosen->files, file.path, &HubFile::path) != chosen->files.end();
    fmt::print("{} {:>10}  {}\n", is_chosen ? "*" : " ", bytes_text(file.bytes), file.path);
  }
  if (chosen.ok())
    fmt::print("\n* lift hub get brings these: {}, of which {} are not in the cache yet\n",
               bytes_text(bytes_of(chosen->files)), bytes_text(missing));
  else fmt::print("\n{}\n", chosen.error().sentence());
  return kSuccess;
}

int get(const HubOptions& given, const Options& options) {
  ConsoleTask console(options);
  const InterruptGuard guard(nullptr);
  auto endpoint = told_endpoint(console);
  if (!endpoint.ok()) return fail(options, endpoint.error());
  const HubCache cache(endpoint->cache);
  HubClient client(*std::move(endpoint));
  const auto found = ask_repository(client, given.name(), console.context());
  if (!found.ok()) return fail(options, found.error());
  const auto chosen = choose_files(*found, given.choice());
  if (!chosen.ok()) return fail(options, chosen.error());
  const std::int64_t missing = missing_bytes(cache, *found, chosen->files);
  const auto tell = [&](Sentence text) { console.notices()({Severity::Info, std::move(text)}); };
  tell(say("{}: {} files, {}, of which {} are to be downloaded; licence: {}", found->name.id, chosen->files.size(),
           bytes_text(bytes_of(chosen->files)), bytes_text(missing), or_dash(found->licence)));
  if (!chosen->left.empty())
    tell(say("{} further files, {}, are left out; lift hub show lists them, --all gets them", chosen->left.size(),
             bytes_text(bytes_of(chosen->left))));
  const auto got = download(client, cache, *found, chosen->files, console.context(), console.notices());
  if (!got.ok()) return fail(options, got.error());
  if (options.json)
    print_json({{"id", found->name.id},
                {"commit", found->commit},
                {"path", got->snapshot.string()},
                {"files", json_of(chosen->files)},
                {"received_bytes", got->received_bytes},
                {"kept_bytes", got->kept_bytes}});
  else fmt::print("{}\n", got->snapshot.string());
  return kSuccess;
}

int list(const HubOptions& given, const Options& options) {
  const HubCache cache(hub_cache_folder());
  const auto repositories = cache.list();
  nlohmann::json json = nlohmann::json::array();
  if (!options.json) fmt::print("{}\n", cache.root().string());
  for (const CachedRepository& repository : repositories) {
    if (given.data && repository.kind != HubKind::DataSet) continue;
    nlohmann::json snapshots = nlohmann::json::array();
    if (!options.json)
      fmt::print("{:<9} {:>10}  {}{}\n", repository.kind == HubKind::DataSet ? "data set" : "model",
                 bytes_text(repository.bytes), repository.id,
                 repository.incomplete_bytes
                     ? fmt::format(" (and {} of files that are not whole yet)", bytes_text(repository.incomplete_bytes))
                     : "");
    for (const CachedSnapshot& snapshot : repository.snapshots) {
      snapshots.push_back({{"commit", snapshot.commit},
                           {"path", snapshot.path.string()},
                           {"revisions", snapshot.revisions},
                           {"files", snapshot.files},
                           {"missing", snapshot.missing},
                           {"bytes", snapshot.bytes}});
      if (!options.json)
        fmt::print("{:>20}  {} {}: {} files{}\n", bytes_text(snapshot.bytes), snapshot.commit.substr(0, 8),
                   or_dash(fmt::format("{}", fmt::join(snapshot.revisions, ", "))), snapshot.files,
                   snapshot.missing ? fmt::format(", {} of them without content", snapshot.missing) : "");
    }
    json.push_back({{"kind", repository.kind == HubKind::DataSet ? "dataset" : "model"},
                    {"id", repository.id},
                    {"path", repository.path.string()},
                    {"bytes", repository.bytes},
                    {"incomplete_bytes", repository.incomplete_bytes},
                    {"snapshots", snapshots}});
  }
  if (options.json) print_json({{"cache", cache.root().string()}, {"repositories", json}});
  else if (json.empty()) fmt::print("nothing in it yet\n");
  return kSuccess;
}

constexpr const char* kFooter = R"(The hub is https://huggingface.co, or HF_ENDPOINT.
A token comes from HF_TOKEN or from "hf auth login", never from an option. HF_HUB_OFFLINE=1: no connection.
Files go into the Hugging Face cache (HF_HUB_CACHE, HF_HOME), which other programs share. Interrupted or not, "get" run
again goes on where it stopped.)";

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("hub", "Find models and data sets on huggingface.co and bring them here");
  app->require_subcommand(1);
  app->footer(kFooter);
  auto given = std::make_shared<HubOptions>();
  const auto sub = [&](const char* name, const char* help, int (*body)(const HubOptions&, const Options&)) {
    auto* command = app->add_subcommand(name, help);
    command->add_flag("--data", given->data, "Data sets instead of models");
    bodies.emplace_back(command, [given, &options, body] { return body(*given, options); });
    return command;
  };
  auto* find = sub("search", "Models or data sets by words of their names, most downloaded first", search);
  find->add_option("words", given->words, "Parts of the name")->required();
  find->add_option("--limit", given->limit, "How many at most")->check(CLI::Range(1, 100))->capture_default_str();
  const auto of_one = [&](CLI::App* command) {
    command->add_option("name", given->id, "Such as HuggingFaceTB/SmolLM2-135M-Instruct")->required();
    command->add_option("--revision", given->revision, "Branch, tag or commit")->capture_default_str();
    auto* file = command->add_option(
        "--file", given->patterns, "These files alone, by name or pattern (\"*Q4_K_M*\", \"main/*\"); may be repeated");
    command->add_flag("--all", given->all, "Every file, not only what LIFT Studio reads")->excludes(file);
  };
  of_one(sub("show", "Licence, sizes and files of one, before anything is downloaded", show));
  of_one(sub("get", "Download one into the Hugging Face cache; prints the folder", get));
  sub("list", "What the Hugging Face cache has; makes no connection", list);
}

}   // namespace

extern const Verb kHub;
const Verb kHub{add};

}   // namespace lift::cli
