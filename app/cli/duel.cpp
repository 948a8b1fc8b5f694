// lift duel: several ways to train, from one recipe, side by side, each at its own learning rate and with several
// seeds.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"
#include "app/cli/train_console.h"
#include "core/base/say.h"
#include "core/duel/duel.h"
#include "core/duel/duel_report.h"

namespace lift::cli {

namespace {

struct DuelOptions {
  RecipeOptions recipe;
  std::string methods = "lift,full,lora,magnitude,random", rates = "auto", resume, show;
  DuelConfig config;
  std::vector<std::string> tasks;
  bool plan = false;
};

RunControl* g_control = nullptr;   // the handler of Ctrl-C has no other way to it
void stop_and_save() { g_control->request_stop(StopKind::SaveAndStop); }

std::string spread_text(const std::optional<Spread>& spread, double factor, const char* form) {
  if (!spread) return "-";
  const auto number = [&](double value) { return fmt::format(fmt::runtime(form), factor * value); };
  if (!spread->interval) return number(spread->mean);
  return fmt::format("{} ({} to {})", number(spread->mean), number(spread->interval->low),
                     number(spread->interval->high));
}

void print(const DuelReport& report) {
  fmt::print("\n{:<20}{:>9}  {:<24}{:<28}{:<24}{:>9}{:>10}{:>10}\n", "method", "rate", "exactly right %",
             "held-out loss", "kept %", "tokens/s", "peak", "delta");
  for (const DuelRow& row : report.rows) {
    const auto mean = [](const std::optional<Spread>& spread) { return spread ? spread->mean : 0; };
    fmt::print("{:<20}{:>9}  {:<24}{:<28}{:<24}{:>9.0f}{:>10}{:>10}{}\n", row.contestant,
               row.rate ? fmt::format("{:g}", *row.rate) : "-", spread_text(row.exact, 100, "{:.1f}"),
               spread_text(row.held_out_loss, 1, "{:.4f}"), spread_text(row.kept, 100, "{:.1f}"),
               mean(row.tokens_per_second), human_memory(mean(row.peak_bytes)), human_bytes(mean(row.delta_bytes)),
               row.failed > 0 ? fmt::format("  {} failed", row.failed) : "");
  }
  fmt::print("\n");
  for (const DuelDifference& difference : report.differences)
    for (const Sentence& sentence : difference.words) fmt::print("{}\n", sentence.text());
  for (const DuelPair& pair : report.pairs)
    if (pair.visible()) fmt::print("{}\n", pair.words.text());
  for (const Sentence& remark : report.remarks) fmt::print("{}\n", remark.text());
}

std::string job_text(const DuelJob& job) {
  return job.search ? fmt::format("{}: looking for a learning rate, {:g}", job.contestant, job.rate)
                    : fmt::format("{}: seed {}, learning rate {:g}", job.contestant, job.seed, job.rate);
}

int show(const DuelState& state, const std::filesystem::path& folder, const Options& options) {
  if (Status status = write_duel_report(folder, state); !status.ok()) return fail(options, status.error());
  const DuelReport report = report_of(state);
  if (options.json) print_json(to_json(report));
  else {
    print(report);
    fmt::print("\nThe report is {}\n", (folder / kDuelReportName).string());
  }
  return kSuccess;
}

// Empty before the first run has ended.
std::string time_left(const DuelState& state) {
  const auto seconds = state.seconds_left();
  return seconds ? fmt::format(", about {} left", human_seconds(*seconds)) : std::string();
}

int go(Duel duel, Session& session, RunControl& control, TrainConsole& console, const Options& options) {
  std::int64_t ended = std::ssize(duel.state().searches) + std::ssize(duel.state().finals);
  const Duel::Watch watch{.begins =
                              [&](const DuelJob& job) {
                                console.clear_line();
                                if (options.json)
                                  print_json({{"event", "duel_run"},
                                              {"method", job.contestant},
                                              {"search", job.search},
                                              {"rate", job.rate},
                                              {"seed", job.seed}});
                                else if (!options.quiet)
                                  fmt::print(stderr, "\n[{} of {}{}] {}\n", ended + 1, ended + duel.state().runs_left(),
                                             time_left(duel.state()), job_text(job));
                              },
                          .ended =
                              [&](const DuelState& state) {
                                ++ended;
                                // A report that can't be written is told at the end; the runs go on.
                                [[maybe_unused]] const Status written = write_duel_report(duel.folder(), state);
                              }};
  const auto finished = duel.run(session, control, console, watch, console.task());
  console.clear_line();
  if (!finished.ok()) {
    const int code = fail(options, finished.error());
    if (!options.json)
      fmt::print(stderr, "The runs so far are kept. To go on:\n  lift duel --resume {}\n", duel.folder().string());
    return code;
  }
  const int code = show(duel.state(), duel.folder(), options);
  if (*finished || code != kSuccess) return code;
  if (!options.json) fmt::print("\nStopped. To go on:\n  lift duel --resume {}\n", duel.folder().string());
  return kInterrupted;
}

void print_plan(const DuelState& state, const Options& options) {
  const DuelConfig& config = state.config;
  const auto ended = std::ssize(state.searches) + std::ssize(state.finals);
  const auto seconds = state.seconds_left();
  if (options.json)
    return print_json({{"runs", ended + state.runs_left()},
                       {"runs_left", state.runs_left()},
                       {"seconds_left", seconds ? nlohmann::json(*seconds) : nlohmann::json()},
                       {"config", to_json(config)}});
  fmt::print("{} runs: ", ended + state.runs_left());
  const auto searching = std::ranges::count_if(
      config.contestants, [&](const auto& name) { return !DuelState{{}, {}, config, {}, {}, {}}.search_over(name); });
  if (searching > 0)
    fmt::print(
        "{} for each of {} methods to find its learning rate, by {:.0f} % of the training rows, set aside; then ",
        config.rates.empty() ? config.search_runs : std::ssize(config.rates), searching, 100 * config.validation_share);
  fmt::print("{} seeds for each of {}\n", config.seeds, config.contestants.size());
  if (state.runs_left() == 0) {
    fmt::print("All are done\n");
    return;
  }
  fmt::print("{} are left, {}\n", state.runs_left(),
             seconds ? "about " + human_seconds(*seconds) : "their time is known once the first is done");
  if (const auto job = state.next())
    fmt::print("The next: {}, {}\n", job_text(*job),
               job->recipe.train.steps > 0 ? fmt::format("{} steps", job->recipe.train.steps)
                                           : fmt::format("{} epochs", job->recipe.train.epochs));
}

std::filesystem::path duel_folder(const Session& session, const std::string& given) {
  return std::filesystem::exists(given) ? std::filesystem::path(given) : session.runs_directory() / given;
}

int run(DuelOptions given, const Options& options) {
  TrainConsole console(options);
  Session session({.runs_directory = options.runs_directory, .notices = console.notices(), .threads = 0});
  if (!given.show.empty()) {
    const auto folder = duel_folder(session, given.show);
    const auto state = read_duel(folder);
    return state.ok() ? show(*state, folder, options) : fail(options, state.error());
  }
  RunControl control;
  g_control = &control;
  InterruptGuard guard(stop_and_save);
  if (!given.resume.empty()) {
    auto duel = Duel::open(duel_folder(session, given.resume));
    return duel.ok() ? go(std::move(duel).value(), session, control, console, options) : fail(options, duel.error());
  }
  auto recipe = make_recipe(given.recipe);
  if (!recipe.ok()) return fail(options, recipe.error());
  given.config.recipe = std::move(recipe).value();
  given.config.contestants = contestant_names(given.methods);
  for (const std::string& task : given.tasks) {   // other words are refused with the rest
    const std::size_t file = std::min(task.find(':'), task.size());
    given.config.tasks.push_back(
        file == task.size()
            ? task
            : task.substr(0, file + 1) + std::filesystem::absolute(task.substr(file + 1)).lexically_normal().string());
  }
  auto rates = parse_rates(given.rates);
  if (!rates.ok()) return fail(options, rates.error());
  given.config.rates = std::move(rates).value();
  if (Status status = given.config.validate(); !status.ok()) return fail(options, status.error());
  const std::string& recipe_name = given.config.recipe.name;
  const std::string name = (recipe_name.empty() ? "" : recipe_name + "-") + "duel";
  if (given.plan) {
    DuelState state{name, {}, given.config, {}, {}, {}};
    if (auto begun = read_duel(session.runs_directory() / folder_part(name));
        begun.ok() && to_json(begun->config) == to_json(given.config))
      state = std::move(begun).value();
    return print_plan(state, options), kSuccess;
  }
  auto duel = Duel::create_or_open(session.runs_directory(), name, given.config);
  return duel.ok() ? go(std::move(duel).value(), session, control, console, options) : fail(options, duel.error());
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("duel", "Ways to train, side by side: what each learns, keeps and costs");
  auto given = std::make_shared<DuelOptions>();
  auto& recipe = given->recipe;
  app->add_option("recipe", recipe.file, "A recipe file, which all runs begin from");
  app->add_option("-m,--model", recipe.model, kModelHelp);
  app->add_option("--data", recipe.data, "Files with the training rows");
  app->add_option("--held-out", recipe.held_out, "Files whose rows are evaluated and never train");
  app->add_option("--probe", recipe.probe, "Choice questions of another field, or \"shipped\": what is kept");
  app->add_option("--name", recipe.name, "The duel's folder is NAME-duel");
  app->add_option("--set", recipe.assignments, "Any field of the recipe, for all runs: FIELD=VALUE");
  app->add_option("--methods", given->methods,
                  "What is compared: methods (" + names_of(method_choices()) + ") and criteria (" +
                      names_of(criterion_choices()) +
                      "), with fields of their own behind a colon: lift,lift:selection.density=0.01,lora:lora.rank=8")
      ->capture_default_str();
  app->add_option("--seeds", given->config.seeds, "Runs of each that count, with different seeds")
      ->capture_default_str();
  app->add_option(
         "--lr", given->rates,
         "auto: each method looks for its own; or rates to choose from, such as 1e-4,3e-4; one is taken as it is")
      ->capture_default_str();
  app->add_option("--search-runs", given->config.search_runs, "Runs that each method has to look for its rate")
      ->capture_default_str();
  app->add_option("--search-steps", given->config.search_steps, "Steps of such a run; 0: as many as the recipe says");
  app->add_option("--validation-share", given->config.validation_share,
                  "Share of the training rows by whose loss a rate is chosen")
      ->capture_default_str();
  app->add_option("--task", given->tasks,
                  "Asked after every run that counts, besides the held-out rows and the probe: generate:FILE or "
                  "probe:FILE; may be given several times");
  app->add_flag("--plan", given->plan, "Only say how many runs it takes, and, once one is done, how long");
  auto* resume = app->add_option("--resume", given->resume, "Go on with a duel: its folder, or its name");
  app->add_option("--show", given->show, "Only show what a duel has reached, and write its report anew")
      ->excludes(resume);
  app->footer(
      "The runs that count are in the runs' folder (lift runs), the duel's own folder has duel.json and report.html.\n"
      "Ctrl-C ends the step and saves; the same command goes on, and so does --resume.\n"
      "  lift duel resources/recipes/demo.json --model demo --methods lift,full,lora --seeds 3 --lr auto");
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kDuel;
const Verb kDuel{add};

}   // namespace lift::cli
