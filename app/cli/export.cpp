// lift export: the tuned model as files that other programs read, compared with the model in memory.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/export_report.h"
#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"
#include "core/session/export_form.h"
#include "core/session/export_report_json.h"

namespace lift::cli {

namespace {

struct ExportOptions {
  ModelOptions model;
  std::string format = "hf_folder", target, type;
  std::vector<std::string> data, map;
};

int run(const ExportOptions& given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  if (!given.data.empty()) {
    DataConfig data;
    const auto files = resolve_data(given.data);
    if (!files.ok()) return fail(options, files.error());
    data.files = data.held_out_files = *files;
    if (Status status = apply_map(given.map, data.column_map); !status.ok()) return fail(options, status.error());
    if (const auto opened = session.open_data(data, console.context()); !opened.ok())
      return fail(options, opened.error());
  }
  const auto report = session.export_model(given.type.empty() ? given.format : given.format + ":" + given.type,
                                           given.target, console.context());
  if (!report.ok()) return fail(options, report.error());
  print_export(*report, options);
  return kSuccess;
}

const char* kind_of(const ExportForm& form) {
  if (form.named) return "a name there";
  return form.folder ? "folder" : "file";
}

std::string formats() {
  std::string text = "One of:";
  for (const ExporterName& exporter : exporters())
    text +=
        fmt::format("\n  {:<10} {} ({})", exporter.name, exporter.title.text(), kind_of(export_form(exporter.name)));
  return text;
}

std::string types() {
  std::string text = "How the weights are stored:";
  for (const ExporterName& exporter : exporters())
    if (const ExportForm form = export_form(exporter.name); !form.types.empty())
      text += fmt::format("\n  {:<10} {}", exporter.name, fmt::join(form.types, ", "));
  return text + "\n\"base\" is each tensor as the base stores it";
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("export", "Write the tuned model for other programs, read back and compared");
  auto given = std::make_shared<ExportOptions>();
  add_model_options(*app, given->model, false, true);
  app->add_option("--to", given->target, "Where to write: a new folder or file, or the model's name in another program")
      ->required();
  app->add_option("--format", given->format, formats())->capture_default_str();
  app->add_option("--weights", given->type, types());
  app->add_option("--data", given->data,
                  "Rows that did not train: the report says what the format's rounding costs in their loss");
  app->add_option("--map", given->map, map_help());
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

void print_export(const ExportReport& report, const Options& options) {
  if (options.json) {
    print_json(to_json(report));
    return;
  }
  fmt::print("wrote {} ({})\n", report.path.string(), human_bytes(static_cast<double>(report.bytes)));
  if (report.prompts > 0)
    fmt::print(
        "loaded and asked: largest difference of logits {:.1e} of the largest; {} of {} greedy answers are the same\n",
        report.largest_logit_difference, report.same_text, report.prompts);
  for (const Sentence& notice : report.notices) fmt::print("note: {}\n", notice.text());
}

extern const Verb kExport;
const Verb kExport{add};

}   // namespace lift::cli
