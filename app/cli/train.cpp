// lift train: fine-tunes, keeps a verified delta; goes on with a run that was stopped or cut off.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/matrix_choice.h"
#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"
#include "app/cli/started_ranks.h"
#include "app/cli/train_console.h"
#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/session/demo_model.h"
#include "core/session/outcome_words.h"

namespace lift::cli {

namespace {

struct TrainOptions {
  RecipeOptions recipe;
  std::string resume, write_recipe;
  bool no_verify = false;
  RankOptions ranks;
};

RunControl* g_control = nullptr;   // the handler of Ctrl-C has no other way to it
void stop_and_save() { g_control->request_stop(StopKind::SaveAndStop); }

nlohmann::json json_of(const RunOutcome& outcome) {
  const auto number = [](const std::optional<double>& value) { return value ? nlohmann::json(*value) : nullptr; };
  const RunVerdict& verdict = outcome.summary.verdict;
  nlohmann::json value{{"event", "outcome"},
                       {"state", std::string(name_of(outcome.state))},
                       {"run", outcome.summary.folder.string()},
                       {"delta", outcome.summary.delta.string()},
                       {"steps", outcome.summary.step},
                       {"changed", outcome.changed},
                       {"delta_bytes", outcome.delta_bytes},
                       {"tokens_per_second", outcome.tokens_per_second},
                       {"peak_bytes", outcome.peak_bytes},
                       {"seconds", outcome.summary.seconds},
                       {"better", texts_of(verdict.better)},
                       {"worse", texts_of(verdict.worse)},
                       {"advice", verdict.advice.text()}};
  if (outcome.before && outcome.after) {
    value["held_out_loss"] = {number(outcome.before->held_out_loss), number(outcome.after->held_out_loss)};
    value["probe_score"] = {number(outcome.before->probe_score), number(outcome.after->probe_score)};
    value["retention"] = number(outcome.after->retention);
    const auto exact = [](const std::optional<ExactMatch>& match) -> nlohmann::json {
      if (!match) return nullptr;
      return {{"right", match->right},
              {"asked", match->asked},
              {"rule", match->rule},
              {"valid_json", match->valid_json ? nlohmann::json(*match->valid_json) : nullptr}};
    };
    value["exact_match"] = {exact(outcome.before->exact), exact(outcome.after->exact)};
  }
  return value;
}

void print_comparison(const char* name, const std::optional<double>& before, const std::optional<double>& after,
                      bool percent, const std::string& note = {}) {
  if (!before || !after) return;
  const auto text = [percent](double v) {
    return percent ? fmt::format("{:.1f} %", 100 * v) : fmt::format("{:.4f}", v);
  };
  fmt::print("{:<18}{:>9} -> {:<9}{}\n", name, text(*before), text(*after), note);
}

// What became worse stands at the end, where it is read; the exit code is that of the run.
void print_verdict(const RunVerdict& verdict) {
  if (verdict.good()) return;
  fmt::print("\nNot all went well. {}.\n", verdict.text().text());
  if (!verdict.advice.empty()) fmt::print("{}.\n", verdict.advice.text());
}

void print_exact(const RunOutcome& outcome) {
  if (!outcome.before || !outcome.after || !outcome.before->exact || !outcome.after->exact) return;
  const ExactMatch &before = *outcome.before->exact, &after = *outcome.after->exact;
  fmt::print("{:<18}{} -> {} of held-out rows\n", "exact matches", exact_sentence(before).text(),
             exact_sentence(after).text());
  if (before.valid_json && after.valid_json)
    fmt::print("{:<18}{} of {} -> {} of {}\n", "valid JSON", *before.valid_json, before.asked, *after.valid_json,
               after.asked);
  if (const Sentence remark = exact_remark(after); !remark.empty()) fmt::print("{:<18}{}\n", "", remark.text());
}

std::string on_one_line(std::string text) {
  constexpr std::size_t kLongest = 200;
  std::ranges::replace(text, '\n', ' ');
  if (text.size() <= kLongest) return text;
  text.resize(kLongest);
  text.resize(text.size() - unfinished_utf8_suffix(text));
  return text + "…";
}

void print_rows(const std::vector<AnsweredRow>& rows) {
  const auto answer = [](const char* who, const GivenAnswer& given) {
    fmt::print("    {:<9}{} {}\n", who, given.right ? "✓" : "✗", on_one_line(given.text));
  };
  for (const AnsweredRow& row : telling_rows(rows)) {
    fmt::print("  \"{}\"\n    {:<9}  {}\n", on_one_line(row.question), "expected", on_one_line(row.expected));
    answer("base", *row.base);
    answer("tuned", *row.tuned);
  }
}

// What was learned first, then what was kept, then what it took.
void print(const RunOutcome& outcome) {
  fmt::print("\n");
  print_exact(outcome);
  print_rows(outcome.answers);
  if (outcome.before && outcome.after) {
    if (const Sentence kept = knowledge_sentence(*outcome.before, *outcome.after); !kept.empty())
      fmt::print("{:<18}{}\n", "kept knowledge", kept.text());
    print_comparison("held-out loss", outcome.before->held_out_loss, outcome.after->held_out_loss, false);
  }
  print_comparison("training loss", outcome.summary.first_loss, outcome.summary.last_loss, false,
                   "  first and last step");
  fmt::print("{:<18}{:.0f} tokens/s, peak memory {}, {} in all\n", "speed", outcome.tokens_per_second,
             human_memory(static_cast<double>(outcome.peak_bytes)), human_seconds(outcome.summary.seconds));
  if (!outcome.summary.delta.empty())
    fmt::print(
        "{:<18}{} weights changed, {} ({:.2f} bytes each)\n", "delta", human_count(outcome.changed),
        human_bytes(static_cast<double>(outcome.delta_bytes)),
        static_cast<double>(outcome.delta_bytes) / static_cast<double>(std::max<std::int64_t>(1, outcome.changed)));
}

void print_next(const RunOutcome& outcome, const std::string& path) {
  const std::string model = std::filesystem::path(path) == demo_model_path() ? "demo" : path;
  const std::string run = outcome.summary.folder.string();
  if (outcome.state == RunState::Stopped) {
    fmt::print("\nStopped and saved at step {}. To go on:\n  lift train --resume {}\n", outcome.summary.step, run);
    return;
  }
  const std::string delta = outcome.summary.delta.string();
  fmt::print("\nThe delta is {}\nNext:\n", delta);
  fmt::print("  lift generate \"Your question\" --model {} --delta {} --compare\n", model, delta);
  fmt::print("  lift delta info {}\n", delta);
  fmt::print("  lift export --model {} --delta {} --to FOLDER\n", model, delta);
}

int verify(Session& session, const RunOutcome& outcome, const std::string& model, TrainConsole& console,
           const Options& options) {
  const auto proof = session.verify_delta(model, outcome.summary.delta, console.task());
  console.clear_line();
  if (!proof.ok()) return fail(options, proof.error());
  if (options.json)
    print_json({{"event", "verified"},
                {"entries", proof->entries},
                {"tensors_changed", proof->tensors_changed},
                {"tensors_checked", proof->tensors_checked}});
  else
    fmt::print(
        "{:<18}applied to the base, {} of {} tensors become the tuned ones; undone, all are the base's, bit for bit\n",
        "verified", proof->tensors_changed, proof->tensors_checked);
  return kSuccess;
}

int finish(Session& session, const Result<RunOutcome>& outcome, const std::string& model, bool verified,
           TrainConsole& console, const Options& options) {
  console.clear_line();
  if (!outcome.ok()) return fail(options, outcome.error());
  if (options.json) print_json(json_of(*outcome));
  else print(*outcome);
  int code = outcome->state == RunState::Done ? kSuccess : kInterrupted;
  if (outcome->state == RunState::Done && verified && !outcome->summary.delta.empty())
    code = verify(session, *outcome, model, console, options);
  if (!options.json && code != kBadInput) {
    print_next(*outcome, model);
    if (outcome->state == RunState::Done) print_verdict(outcome->summary.verdict);
  }
  return code;
}

// Beside --resume, --model and --data say where the run's files lie now.
Result<MovedFiles> moved_files(const RecipeOptions& given) {
  MovedFiles moved;
  if (!given.model.empty()) {
    LIFT_ASSIGN(const std::filesystem::path model, resolve_model(given.model));
    moved.model = std::filesystem::absolute(model);
  }
  if (given.data.empty()) return moved;
  if (given.data.size() > 1 || !std::filesystem::is_directory(given.data.front()))
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--data"),
                      say("beside --resume expected the folder in which the run's data lies now"));
  moved.data_folder = std::filesystem::absolute(given.data.front());
  return moved;
}

// Of the processes that torchrun or srun started the first one tells of the run, and every one of its own failure.
int follow(Session& session, const TrainOptions& given, const Recipe& recipe, const std::filesystem::path& folder,
           const MovedFiles& moved, RunControl& control, const Options& options) {
  TrainObserver silent;
  const auto outcome = given.resume.empty() ? session.train(recipe, control, silent)
                                            : session.resume(folder, control, silent, {}, moved);
  if (!outcome.ok()) return fail(options, outcome.error());
  return outcome->state == RunState::Done ? kSuccess : kInterrupted;
}

int run(const TrainOptions& given, const Options& options) {
  auto company = join_started_ranks(given.ranks);
  if (!company.ok()) return fail(options, company.error());
  const bool follows = company->ranks && !company->ranks->is_first();
  TrainConsole console(options);
  Session session({.runs_directory = options.runs_directory,
                   .notices = follows ? NoticeSink() : console.notices(),
                   .threads = 0,
                   .ranks = company->ranks.get(),
                   .processes_here = company->processes_here});
  RunControl control;
  g_control = &control;
  InterruptGuard guard(stop_and_save);
  if (!given.resume.empty()) {
    const std::filesystem::path folder = std::filesystem::exists(given.resume)
                                             ? std::filesystem::path(given.resume)
                                             : session.runs_directory() / given.resume;
    const auto recipe = read_recipe(folder / "recipe.json");
    if (!recipe.ok()) return fail(options, recipe.error());
    const auto moved = moved_files(given.recipe);
    if (!moved.ok()) return fail(options, moved.error());
    const Recipe now = with_moved(*recipe, *moved);
    if (follows) return follow(session, given, now, folder, *moved, control, options);
    return finish(session, session.resume(folder, control, console, console.task(), *moved), now.model,
                  !given.no_verify, console, options);
  }
  auto recipe = make_recipe(given.recipe);
  if (!recipe.ok()) return fail(options, recipe.error());
  if (!given.write_recipe.empty()) {
    if (Status status = write_recipe(given.write_recipe, *recipe); !status.ok()) return fail(options, status.error());
    if (!options.json)
      fmt::print("wrote {}; start it with: lift train --recipe {}\n", given.write_recipe, given.write_recipe);
    return kSuccess;
  }
  if (follows) return follow(session, given, *recipe, {}, {}, control, options);
  return finish(session, session.train(*recipe, control, console, console.task()), recipe->model, !given.no_verify,
                console, options);
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("train", "Fine-tune the principal weights of a model and keep a delta");
  auto given = std::make_shared<TrainOptions>();
  add_recipe_options(*app, given->recipe);
  auto* resume =
      app->add_option("--resume", given->resume,
                      "Go on with a run: its folder, or its name in the runs' folder; with --model FILE and --data "
                      "FOLDER where they lie elsewhere now");
  app->add_option("--write-recipe", given->write_recipe, "Only write the recipe that these options make")
      ->excludes(resume);
  app->add_flag("--no-verify", given->no_verify, "Leave out the proof of the delta at the end");
  app->add_option("--backend", given->ranks.backend,
                  "By what the processes that torchrun or srun started exchange gradients: gloo");
  app->add_option("--rank-timeout", given->ranks.timeout_seconds,
                  "Seconds that such processes wait for one another, at the start and in a step");
  app->footer(
      "Ctrl-C ends the step, saves and says how to go on; twice stops at once.\n"
      "Without a recipe, --model and --data are enough:\n"
      "  lift train --model demo --data mine.jsonl --probe shipped\n"
      "A tenth of the rows is held out and never trains: how many of them the model answers exactly is told before\n"
      "and after. --held-out-share 0 trains on all.");
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kTrain;
const Verb kTrain{add};

}   // namespace lift::cli
