// lift tokens: how the rows of a data set become tokens, and which of them train.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"

namespace lift::cli {

namespace {

struct TokensOptions {
  ModelOptions model;
  DataConfig data;
  std::vector<std::string> map;
  std::vector<std::int64_t> rows;
  bool ids = false;
};

const char* name_of(RowFate fate) {
  switch (fate) {
    case RowFate::Kept: return "kept";
    case RowFate::Truncated: return "truncated";
    case RowFate::Dropped: return "dropped";
  }
  return "?";
}

nlohmann::json json_of(const DataSummary& s) {
  nlohmann::json notices = nlohmann::json::array();
  for (const RowNotice& n : s.notices)
    notices.push_back(
        {{"row", n.row}, {"place", n.place.text()}, {"fate", name_of(n.fate)}, {"reason", n.reason.text()}});
  return {{"files", s.files},
          {"layout", s.layout},
          {"columns", s.columns},
          {"column_map", s.column_map},
          {"prompt_format", s.prompt_format},
          {"end_token", s.end_token},
          {"rows", s.rows},
          {"kept", s.kept},
          {"truncated", s.truncated},
          {"dropped", s.dropped},
          {"train_rows", s.train_rows},
          {"held_out_rows", s.held_out_rows},
          {"tokens", s.tokens},
          {"trained_tokens", s.trained_tokens},
          {"longest", s.longest},
          {"notices", std::move(notices)},
          {"fingerprint", s.fingerprint.hex()}};
}

nlohmann::json json_of(const RowView& row) {
  nlohmann::json tokens = nlohmann::json::array();
  for (const TokenView& t : row.tokens)
    tokens.push_back({{"id", t.id},
                      {"piece", t.piece},
                      {"begin", t.begin},
                      {"end", t.end},
                      {"trained", t.trained},
                      {"kept", t.kept}});
  return {{"row", row.row},
          {"place", row.place.text()},
          {"fate", name_of(row.fate)},
          {"reason", row.reason.text()},
          {"rendered", row.rendered},
          {"tokens", std::move(tokens)}};
}

void print(const DataSummary& s) {
  fmt::print("layout      {}, prompts as {}", s.layout, s.prompt_format);
  for (const auto& [role, column] : s.column_map) fmt::print(", {} = {}", role, column);
  fmt::print("\nrows        {}: {} kept ({} truncated), {} dropped; {} train, {} held out\n", human_count(s.rows),
             human_count(s.kept), human_count(s.truncated), human_count(s.dropped), human_count(s.train_rows),
             human_count(s.held_out_rows));
  fmt::print("tokens      {}, {} of them train; the longest row has {}; every response ends in {}\n",
             human_count(s.tokens), human_count(s.trained_tokens), human_count(s.longest), s.end_token);
  constexpr std::size_t shown = 10;
  for (std::size_t i = 0; i < std::min(shown, s.notices.size()); ++i)
    fmt::print("{:<12}{}: {}\n", name_of(s.notices[i].fate), s.notices[i].place.text(), s.notices[i].reason.text());
  if (const std::int64_t rest = s.truncated + s.dropped - static_cast<std::int64_t>(shown); rest > 0)
    fmt::print("            and {} more\n", human_count(rest));
}

// Trained tokens stand out: in colour on a terminal, in [[ ]] elsewhere.
void print(const RowView& row, bool ids) {
  fmt::print("\n{} ({}{}{})\n", row.place.text(), name_of(row.fate), row.reason.empty() ? "" : ": ", row.reason.text());
  const bool colour = is_terminal(STDOUT_FILENO);
  if (ids) {
    for (const TokenView& t : row.tokens)
      fmt::print("{:>7}  {:<9}{}\n", t.id,
                 t.trained ? "trains"
                 : t.kept  ? ""
                           : "cut off",
                 nlohmann::json(t.piece).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  bool on = false;
  for (const TokenView& t : row.tokens) {
    if (!t.kept) break;
    if (t.trained != on) fmt::print("{}", colour ? (t.trained ? "\033[1;36m" : "\033[0m") : (t.trained ? "[[" : "]]"));
    on = t.trained;
    fmt::print("{}", t.piece);
  }
  fmt::print("{}\n", on ? (colour ? "\033[0m" : "]]") : "");
}

int run(TokensOptions given, const Options& options) {
  ConsoleTask console(options);
  if (Status status = apply_map(given.map, given.data.column_map); !status.ok()) return fail(options, status.error());
  if (Status status = given.data.validate(); !status.ok()) return fail(options, status.error());
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const auto summary = session.open_data(given.data, console.context());
  if (!summary.ok()) return fail(options, summary.error());
  nlohmann::json rows = nlohmann::json::array();
  if (!options.json) print(*summary);
  for (const std::int64_t index : given.rows) {
    const auto row = session.row(index);
    if (!row.ok()) return fail(options, row.error());
    if (options.json) rows.push_back(json_of(*row));
    else print(*row, given.ids);
  }
  if (options.json) {
    nlohmann::json value = json_of(*summary);
    value["shown"] = std::move(rows);
    print_json(value);
  }
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("tokens", "Show how rows become tokens, and which of them train");
  auto given = std::make_shared<TokensOptions>();
  given->rows = {0};
  app->add_option("data", given->data.files, "JSONL or JSON files")->required();
  add_model_options(*app, given->model, false, false);
  app->add_option("--map", given->map, "Columns by hand: role=column");
  app->add_option("--row", given->rows, "Rows to show, from 0")->capture_default_str();
  app->add_flag("--ids", given->ids, "One token a line, with its id");
  app->add_option("--layout", given->data.layout, "auto, question_answer, prompt_completion, instruction, messages")
      ->capture_default_str();
  app->add_option("--prompt-format", given->data.prompt_format, "auto, chat, alpaca, plain")->capture_default_str();
  app->add_option("--system-prompt", given->data.system_prompt, "Put before conversations that have none");
  app->add_option("--max-tokens", given->data.max_tokens, "Longest row in tokens")->capture_default_str();
  app->add_option("--overflow", given->data.overflow, "Longer rows: truncate or drop")->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kTokens;
const Verb kTokens{add};

}   // namespace lift::cli
