// lift runs: the history of runs, what became of each, and how two differ.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/model_options.h"
#include "core/metrics/run_record_json.h"
#include "core/session/outcome_words.h"
#include "core/session/run_page.h"

namespace lift::cli {

namespace {

struct RunsOptions {
  std::vector<std::string> names;
  bool log = false;
  std::string csv, events, html;
};

nlohmann::json json_of(const RunSummary& run) {
  const auto number = [](const std::optional<double>& value) { return value ? nlohmann::json(*value) : nullptr; };
  return {{"id", run.id},
          {"folder", run.folder.string()},
          {"state", std::string(name_of(run.state))},
          {"reason", run.reason.text()},
          {"title", run.title},
          {"note", run.remark},
          {"obstacle", run.obstacle.text()},
          {"tokens_per_second", run.tokens_per_second},
          {"peak_bytes", run.peak_bytes},
          {"better", texts_of(run.verdict.better)},
          {"worse", texts_of(run.verdict.worse)},
          {"created", run.created},
          {"model", run.model_name},
          {"data", run.data_name},
          {"step", run.step},
          {"total_steps", run.total_steps},
          {"seconds", run.seconds},
          {"last_loss", number(run.last_loss)},
          {"held_out_loss", {number(run.held_out_before), number(run.held_out_after)}},
          {"retention", number(run.retention)},
          {"can_resume", run.can_resume},
          {"delta", run.delta.string()}};
}

std::string spark(const std::vector<float>& curve, std::size_t width) {
  static const char* const levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (curve.empty()) return {};
  const auto [low, high] = std::minmax_element(curve.begin(), curve.end());
  std::string text;
  for (std::size_t i = 0; i < std::min(width, curve.size()); ++i) {
    const float value = curve[i * curve.size() / std::min(width, curve.size())];
    const float share = *high > *low ? (value - *low) / (*high - *low) : 0;
    text += levels[std::min(7, static_cast<int>(share * 8))];
  }
  return text;
}

std::string number_or(const std::optional<double>& value, const char* form, double factor = 1) {
  return value ? fmt::format(fmt::runtime(form), factor * *value) : "-";
}

int list(const Session& session, const Options& options) {
  const auto runs = session.runs();
  if (!runs.ok()) return fail(options, runs.error());
  if (options.json) {
    nlohmann::json array = nlohmann::json::array();
    for (const RunSummary& run : *runs) array.push_back(json_of(run));
    print_json(array);
    return kSuccess;
  }
  if (runs->empty()) {
    fmt::print("No runs yet in {}. Start one with lift train.\n", session.runs_directory().string());
    return kSuccess;
  }
  fmt::print("{:<28}{:<13}{:>11}{:>9}{:>10}{:>11}  {}\n", "run", "state", "step", "loss", "held-out", "retention",
             "created");
  for (const RunSummary& run : *runs)
    fmt::print("{:<28}{:<13}{:>11}{:>9}{:>10}{:>11}  {}  {}\n", run.id, name_of(run.state),
               fmt::format("{}/{}", run.step, run.total_steps), number_or(run.last_loss, "{:.4f}"),
               number_or(run.held_out_after, "{:.4f}"), number_or(run.retention, "{:.1f} %", 100), run.created,
               spark(run.loss_curve, 16));
  return kSuccess;
}

Result<RunHistory> find(const Session& session, const std::string& name) {
  const std::filesystem::path given(name);
  return session.history(std::filesystem::exists(given) ? given : session.runs_directory() / given);
}

// The run as files of other programs.
Status write_files(const RunHistory& history, const RunsOptions& given) {
  if (!given.html.empty()) {
    LIFT_ASSIGN(const auto page, write_run_file(history, RunFile::Page, given.html));
    fmt::print("wrote {}\n", page.string());
  }
  if (!given.csv.empty()) {
    LIFT_ASSIGN(const auto table, write_run_file(history, RunFile::Table, given.csv));
    fmt::print("wrote {}: {} steps, {} evaluations\n", table.string(), history.steps.size(),
               history.evaluations.size());
  }
  if (!given.events.empty()) {
    LIFT_ASSIGN(const auto events, write_run_file(history, RunFile::Events, given.events));
    fmt::print("wrote {}: tensorboard --logdir {}\n", events.string(), events.parent_path().string());
  }
  return {};
}

int show(const RunHistory& history, const RunsOptions& given, const Options& options) {
  const RunSummary& run = history.summary;
  if (given.log) {
    for (const auto& step : history.steps) print_record(to_line(step));
    for (const auto& evaluation : history.evaluations) print_record(to_line(evaluation));
    return kSuccess;
  }
  if (options.json) {
    nlohmann::json value = json_of(run);
    value["recipe"] = to_json(history.recipe);
    print_json(value);
    return kSuccess;
  }
  fmt::print("{}: {}{}\n", run.id, name_of(run.state), run.reason.empty() ? "" : ", " + run.reason.text());
  fmt::print("  folder     {}\n  model      {}\n  data       {}\n  created    {}\n  steps      {} of {}, {}\n",
             run.folder.string(), run.model_name, run.data_name, run.created, run.step, run.total_steps,
             human_seconds(run.seconds));
  fmt::print("  loss       {} -> {}  {}\n", number_or(run.first_loss, "{:.4f}"), number_or(run.last_loss, "{:.4f}"),
             spark(run.loss_curve, 48));
  fmt::print("  held-out   {} -> {}\n  retention  {}\n", number_or(run.held_out_before, "{:.4f}"),
             number_or(run.held_out_after, "{:.4f}"), number_or(run.retention, "{:.1f} %", 100));
  if (run.tokens_per_second > 0)
    fmt::print("  speed      {:.0f} tokens/s, peak memory {}\n", run.tokens_per_second,
               human_memory(static_cast<double>(run.peak_bytes)));
  if (const Sentence verdict = run.verdict.text(); !verdict.empty()) fmt::print("  verdict    {}\n", verdict.text());
  if (!run.title.empty()) fmt::print("  name       {}\n", run.title);
  if (!run.remark.empty()) fmt::print("  note       {}\n", run.remark);
  if (!run.obstacle.empty()) fmt::print("  go on      not yet: {}\n", run.obstacle.text());
  if (run.exact_before && run.exact_after)
    fmt::print("  exact      {} -> {} of held-out rows, compared as {}\n", exact_sentence(*run.exact_before).text(),
               exact_sentence(*run.exact_after).text(), run.exact_after->rule);
  if (!run.delta.empty()) fmt::print("  delta      {}\n", run.delta.string());
  if (run.can_resume) fmt::print("  go on      lift train --resume {}\n", run.folder.string());
  return kSuccess;
}

int compare(const RunHistory& left, const RunHistory& right, const Options& options) {
  const auto differences = difference(left.recipe, right.recipe);
  if (options.json) {
    nlohmann::json array = nlohmann::json::array();
    for (const auto& d : differences) array.push_back({{"field", d.path}, {"left", d.left}, {"right", d.right}});
    print_json({{"left", json_of(left.summary)}, {"right", json_of(right.summary)}, {"recipe", std::move(array)}});
    return kSuccess;
  }
  fmt::print("{:<28}{:<28}{}\n", "", left.summary.id, right.summary.id);
  for (const auto& d : differences) fmt::print("{:<28}{:<28}{}\n", d.path, d.left, d.right);
  fmt::print("{:<28}{:<28}{}\n", "held-out loss", number_or(left.summary.held_out_after, "{:.4f}"),
             number_or(right.summary.held_out_after, "{:.4f}"));
  fmt::print("{:<28}{:<28}{}\n", "retention", number_or(left.summary.retention, "{:.1f} %", 100),
             number_or(right.summary.retention, "{:.1f} %", 100));
  return kSuccess;
}

int run(const RunsOptions& given, const Options& options) {
  ConsoleTask console(options);
  const Session session(session_options(options, console));
  if (given.names.empty()) return list(session, options);
  const auto first = find(session, given.names[0]);
  if (!first.ok()) return fail(options, first.error());
  if (given.names.size() == 1 && !(given.csv + given.events + given.html).empty()) {
    const Status written = write_files(*first, given);
    return written.ok() ? kSuccess : fail(options, written.error());
  }
  if (given.names.size() == 1) return show(*first, given, options);
  const auto second = find(session, given.names[1]);
  if (!second.ok()) return fail(options, second.error());
  return compare(*first, *second, options);
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("runs", "List runs, show one, or compare two");
  auto given = std::make_shared<RunsOptions>();
  app->add_option("run", given->names, "One run to show, two to compare: folders, or names in the runs' folder")
      ->expected(0, 2);
  app->add_flag("--log", given->log, "Print the steps and evaluations of the run as JSON lines");
  app->add_option("--csv", given->csv, "Write the numbers of the run's steps and evaluations as a table");
  app->add_option("--html", given->html, "Write the run as one page to share: curves, answers, recipe");
  app->add_option("--events", given->events, "Write them as an event file into this folder, for TensorBoard");
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kRuns;
const Verb kRuns{add};

}   // namespace lift::cli
