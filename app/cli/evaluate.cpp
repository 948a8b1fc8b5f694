// lift evaluate: held-out loss, choice questions, and written answers compared with those expected.
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"
#include "core/base/say.h"
#include "core/evaluate/paired_outcome.h"
#include "core/io/json.h"
#include "core/session/lm_eval_json.h"
#include "core/session/model_name.h"

namespace lift::cli {

namespace {

struct EvaluateOptions {
  ModelOptions model;
  std::vector<std::string> data, map, probes, questions;
  std::string rule = "auto", lm_eval;
  std::int64_t limit = 0, max_tokens = 512;
  bool compare = false;
};

void add_answers(const TaskScore& score, nlohmann::json& task) {
  task["right"] = score.exact->right;
  task["rule"] = score.exact->rule;
  task["rule_guessed"] = score.rule_guessed;
  task["cut"] = score.exact->cut;
  if (score.exact->valid_json) task["valid_json"] = *score.exact->valid_json;
  if (score.keys > 0) task["keys_right"] = {score.keys_right, score.keys};
  nlohmann::json& rows = task["rows"] = nlohmann::json::array();
  for (const AnsweredRow& row : score.rows)
    rows.push_back({{"row", row.row},
                    {"question", row.question},
                    {"expected", row.expected},
                    {"answer", row.tuned->text},
                    {"right", row.tuned->right}});
}

nlohmann::json json_of(const std::vector<TaskScore>& scores, const char* which) {
  nlohmann::json list = nlohmann::json::array();
  for (const TaskScore& s : scores) {
    nlohmann::json& task = list.emplace_back(nlohmann::json{{"task", s.task},
                                                            {"items", s.items},
                                                            {"score", s.score},
                                                            {"low", s.low},
                                                            {"high", s.high},
                                                            {"seconds", s.seconds}});
    if (!s.right.empty()) task["outcomes"] = s.right;
    if (s.exact) add_answers(s, task);
  }
  return {{"model", which}, {"tasks", std::move(list)}};
}

// "38 of 60 right, compared as JSON, by value (guessed); valid JSON 60 of 60; keys 131 of 150"
void print_answers(const TaskScore& s) {
  const auto rule = parse_answer_rule(s.exact->rule);
  std::string text = fmt::format("{} of {} right, compared {}{}", s.exact->right, s.exact->asked,
                                 rule ? words_of(*rule).text() : s.exact->rule,
                                 s.rule_guessed ? " (guessed from the answers; --rule decides)" : "");
  if (s.exact->valid_json) text += fmt::format("; valid JSON {} of {}", *s.exact->valid_json, s.exact->asked);
  if (s.keys > 0) text += fmt::format("; keys {} of {}", s.keys_right, s.keys);
  if (s.exact->cut > 0) text += fmt::format("; {} ran into the longest answer", s.exact->cut);
  fmt::print("{:<7}  {}\n", "", text);
}

void print(const std::vector<TaskScore>& scores, const char* which) {
  for (const TaskScore& s : scores) {
    const bool loss = s.task == "held-out loss";
    fmt::print("{:<7}{:<40}{:>10}  {:<18}{:>7} items  {}\n", which, s.task,
               loss ? fmt::format("{:.4f}", s.score) : fmt::format("{:.1f} %", 100 * s.score),
               loss || s.low == s.high ? "" : fmt::format("({:.1f} to {:.1f} %)", 100 * s.low, 100 * s.high), s.items,
               human_seconds(s.seconds));
    if (s.exact) print_answers(s);
  }
}

Result<std::vector<TaskScore>> score(Session& session, const std::vector<std::string>& tasks,
                                     const EvaluateOptions& given, const Options& options, const TaskContext& task,
                                     const char* which) {
  auto scores = session.evaluate(tasks, given.limit, task, parse_answer_rule(given.rule));
  if (!scores.ok()) return scores;
  if (options.json) print_json(json_of(*scores, which));
  else print(*scores, which);
  return scores;
}

nlohmann::json json_of(const std::string& task, const PairedOutcome& outcome) {
  return {{"task", task},
          {"items", outcome.items},
          {"gained", outcome.gained},
          {"lost", outcome.lost},
          {"difference", outcome.difference},
          {"low", outcome.interval.low},
          {"high", outcome.interval.high},
          {"p", outcome.p}};
}

// Item by item: two shares whose intervals overlap may still differ.
Status compare(const std::vector<TaskScore>& base, const std::vector<TaskScore>& tuned, const Options& options) {
  nlohmann::json list = nlohmann::json::array();
  for (std::size_t i = 0; i < tuned.size(); ++i) {
    if (tuned[i].right.empty()) continue;
    LIFT_ASSIGN(const PairedOutcome outcome, compare_paired(base[i].right, tuned[i].right));
    if (options.json) list.push_back(json_of(tuned[i].task, outcome));
    else fmt::print("{:<7}{:<40}{}\n", "pairs", tuned[i].task, paired_sentence(outcome).text());
  }
  if (options.json) print_json({{"model", "pairs"}, {"tasks", std::move(list)}});
  return {};
}

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

// Of the model that was asked for: the tuned one where there is a delta.
Status write_lm_eval(const Session& session, const std::vector<TaskScore>& scores, const EvaluateOptions& given,
                     double start) {
  const LmEvalModel model{.name = model_name_of(session.model()->path) + (session.has_delta() ? " with a delta" : ""),
                          .dtype = given.model.dtype,
                          .device = given.model.device,
                          .limit = given.limit,
                          .start = start,
                          .end = now()};
  return write_json_file(given.lm_eval, lm_eval_results(scores, model), BrokenText::Replace);
}

int run(const EvaluateOptions& given, const Options& options) {
  const double start = now();
  ConsoleTask console(options);
  std::vector<std::string> tasks;
  if (!given.data.empty()) tasks.push_back("held_out");
  if (!given.data.empty() && given.rule != "off") tasks.push_back("answers");
  for (const std::string& file : given.probes) tasks.emplace_back("probe:" + file);
  for (const std::string& file : given.questions) tasks.emplace_back("generate:" + file);
  if (tasks.empty())
    return fail(options, make_error(ErrorCode::InvalidArgument, Sentence::verbatim("lift evaluate"),
                                    say("there is nothing to evaluate"), say("Give --data, --choices or --answers")));
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  if (!given.data.empty()) {
    DataConfig data;
    const auto files = resolve_data(given.data);
    if (!files.ok()) return fail(options, files.error());
    data.files = data.held_out_files = *files;
    data.max_tokens = given.max_tokens;
    if (Status status = apply_map(given.map, data.column_map); !status.ok()) return fail(options, status.error());
    if (const auto opened = session.open_data(data, console.context()); !opened.ok())
      return fail(options, opened.error());
  }
  std::optional<std::vector<TaskScore>> base;
  if (given.compare && session.has_delta()) {
    if (Status status = session.set_delta_strength(0); !status.ok()) return fail(options, status.error());
    auto scores = score(session, tasks, given, options, console.context(), "base");
    if (!scores.ok()) return fail(options, scores.error());
    base = std::move(scores).value();
    if (Status status = session.set_delta_strength(1); !status.ok()) return fail(options, status.error());
  }
  const auto scores = score(session, tasks, given, options, console.context(), session.has_delta() ? "tuned" : "base");
  if (!scores.ok()) return fail(options, scores.error());
  if (!given.lm_eval.empty())
    if (Status status = write_lm_eval(session, *scores, given, start); !status.ok())
      return fail(options, status.error());
  if (base)
    if (Status status = compare(*base, *scores, options); !status.ok()) return fail(options, status.error());
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("evaluate", "Measure a model: held-out loss, exact matches, choice questions");
  auto given = std::make_shared<EvaluateOptions>();
  add_model_options(*app, given->model, true, true);
  app->add_option("--data", given->data, "Rows whose responses' loss is measured, and which are answered and compared");
  app->add_option("--map", given->map, "Columns by hand: role=column");
  app->add_option("--choices", given->probes, "Files of choice questions (ARC-easy, BoolQ, PIQA, the demo's probe)");
  app->add_option("--answers", given->questions,
                  "Files of questions that are answered and compared (GSM8K, AQuA), or tasks that say how");
  app->add_option("--rule", given->rule, "How answers are compared: auto, text, json, number, letter; off: loss alone")
      ->check(CLI::IsMember({"auto", "text", "json", "number", "letter", "off"}))
      ->capture_default_str();
  app->add_option("--limit", given->limit, "Items per task; 0: all")->capture_default_str();
  app->add_option("--max-tokens", given->max_tokens, "Longest row of --data in tokens")->capture_default_str();
  app->add_option("--lm-eval", given->lm_eval, "Write the scores as lm-evaluation-harness does, into this file");
  app->add_flag("--compare", given->compare,
                "With a delta: the base first, then the tuned model, then both item by item");
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kEvaluate;
const Verb kEvaluate{add};

}   // namespace lift::cli
