// lift tokens: how the rows of a data set become tokens, and which of them train.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"
#include "app/cli/text_tokens.h"

namespace lift::cli {

namespace {

struct TokensOptions {
  ModelOptions model;
  DataConfig data;
  std::vector<std::string> map;
  std::vector<std::int64_t> rows;
  TextTokensOptions text;
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

const char* name_of(FieldUse::Where where) {
  switch (where) {
    case FieldUse::Where::Row: return "row";
    case FieldUse::Where::Message: return "message";
    case FieldUse::Where::Template: return "chat_template_kwargs";
  }
  return "?";
}

nlohmann::json json_of(const DataSummary& s) {
  nlohmann::json read_as = nlohmann::json::array(), fields = nlohmann::json::array(),
                 left_out = nlohmann::json::array(), remarks = nlohmann::json::array();
  for (const FileView& file : s.read_as)
    read_as.push_back(
        {{"file", file.path}, {"layout", file.layout}, {"columns", file.columns}, {"column_map", file.column_map}});
  for (const FieldUse& use : s.fields)
    fields.push_back({{"file", use.file},
                      {"of", name_of(use.where)},
                      {"name", use.name},
                      {"used_as", use.role.empty() ? nlohmann::json() : nlohmann::json(use.role)},
                      {"count", use.count}});
  for (const LeftOutRows& out : s.left_out)
    left_out.push_back({{"reason", out.reason.text()}, {"rows", out.rows}, {"first", out.first.text()}});
  for (const Sentence& remark : s.remarks) remarks.push_back(remark.text());
  nlohmann::json notices = nlohmann::json::array();
  for (const RowNotice& n : s.notices)
    notices.push_back(
        {{"row", n.row}, {"place", n.place.text()}, {"fate", name_of(n.fate)}, {"reason", n.reason.text()}});
  return {{"files", s.files},
          {"layout", s.layout},
          {"columns", s.columns},
          {"read_as", std::move(read_as)},
          {"fields", std::move(fields)},
          {"left_out", std::move(left_out)},
          {"remarks", std::move(remarks)},
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
  for (std::size_t i = 0; i < s.read_as.size(); ++i) {
    const FileView& file = s.read_as[i];
    fmt::print("layout      {}", file.layout);
    for (const auto& [role, column] : file.column_map) fmt::print(", {} = {}", role, column);
    if (s.read_as.size() > 1) fmt::print(" ({})", std::filesystem::path(file.path).filename().string());
    fmt::print("\n");
  }
  fmt::print("prompts     {}\n", s.prompt_format);
  fmt::print("rows        {}: {} kept ({} truncated), {} dropped; {} train, {} held out\n", human_count(s.rows),
             human_count(s.kept), human_count(s.truncated), human_count(s.dropped), human_count(s.train_rows),
             human_count(s.held_out_rows));
  fmt::print("tokens      {}, {} of them train; the longest row has {}; every response ends in {}\n",
             human_count(s.tokens), human_count(s.trained_tokens), human_count(s.longest), s.end_token);
  for (const Sentence& remark : s.remarks) fmt::print("note        {}\n", remark.text());
  for (const LeftOutRows& out : s.left_out) fmt::print("dropped     {}\n", sentence_of(out).text());
  // Rows that are left out stand above by their reasons.
  std::int64_t left = 10;
  for (const RowNotice& notice : s.notices)
    if (notice.fate == RowFate::Truncated && left-- > 0)
      fmt::print("{:<12}{}: {}\n", name_of(notice.fate), notice.place.text(), notice.reason.text());
  if (s.truncated > 10) fmt::print("            and {} more\n", human_count(s.truncated - 10));
}

std::string quoted(const std::string& piece) {
  return nlohmann::json(piece).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Trained tokens stand out: in colour on a terminal, in [[ ]] elsewhere.
void print(const RowView& row, bool ids) {
  fmt::print("\n{} ({}{}{})\n", row.place.text(), name_of(row.fate), row.reason.empty() ? "" : ": ", row.reason.text());
  const bool colour = is_terminal(STDOUT_FILENO);
  if (ids) {
    for (const TokenView& t : row.tokens)
      fmt::print("{:>7}  {:<9}{}\n", t.id, t.trained ? "trains" : t.kept ? "" : "cut off", quoted(t.piece));
    return;
  }
  bool on = false;
  for (const TokenView& t : row.tokens) {
    if (!t.kept) break;
    if (t.trained != on) fmt::print("{}", colour ? (t.trained ? "\033[1;36m" : "\033[0m") : (t.trained ? "[[" : "]]"));
    on = t.trained;
    fmt::print("{}", t.text);
  }
  fmt::print("{}\n", on ? (colour ? "\033[0m" : "]]") : "");
}

int run(TokensOptions given, const Options& options) {
  if (given.text.text) return show_text_tokens(given.text, given.model.model, given.ids, options);
  ConsoleTask console(options);
  if (Status status = apply_map(given.map, given.data.column_map); !status.ok()) return fail(options, status.error());
  auto files = resolve_data(given.data.files);
  if (!files.ok()) return fail(options, files.error());
  given.data.files = *std::move(files);
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
  app->add_option("data", given->data.files,
                  "JSONL, JSON, CSV, TSV, Parquet, Arrow or text files, also packed (.gz, .zst), and folders of them");
  add_text_options(*app, given->text);
  add_model_options(*app, given->model, false, false);
  app->add_option("--map", given->map, map_help());
  app->add_option("--row", given->rows, "Rows to show, from 0")->capture_default_str();
  app->add_flag("--ids", given->ids, "One token a line, with its id");
  app->add_option("--layout", given->data.layout,
                  "auto, question_answer, prompt_completion, instruction, messages, preference, text")
      ->capture_default_str();
  app->add_option("--prompt-format", given->data.prompt_format, "auto, chat, alpaca, plain")->capture_default_str();
  app->add_option("--system-prompt", given->data.system_prompt, "Put before conversations that have none");
  app->add_option("--max-tokens", given->data.max_tokens, "Longest row in tokens")->capture_default_str();
  app->add_option("--first", given->data.limit_rows, "Only the first rows, this many; 0: all")->capture_default_str();
  app->add_option("--overflow", given->data.overflow, "Longer rows: truncate or drop")->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kTokens;
const Verb kTokens{add};

}   // namespace lift::cli
