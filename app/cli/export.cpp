// lift export: the tuned model as files that other programs read, compared with the model in memory.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/export_report.h"
#include "app/cli/model_options.h"

namespace lift::cli {

namespace {

struct ExportOptions {
  ModelOptions model;
  std::string format = "hf_folder", target;
};

int run(const ExportOptions& given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const auto report = session.export_model(given.format, given.target, console.context());
  if (!report.ok()) return fail(options, report.error());
  print_export(*report, options);
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("export", "Write the tuned model for other programs, read back and compared");
  auto given = std::make_shared<ExportOptions>();
  std::string names;
  for (const ExporterName& exporter : exporters())
    names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", exporter.name, exporter.title.text());
  add_model_options(*app, given->model, false, true);
  app->add_option("--to", given->target, "Where to write")->required();
  app->add_option("--format", given->format, names)->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

void print_export(const ExportReport& report, const Options& options) {
  if (options.json) {
    print_json({{"path", report.path.string()},
                {"bytes", report.bytes},
                {"exact", report.exact},
                {"largest_logit_difference", report.largest_logit_difference},
                {"prompts", report.prompts},
                {"same_text", report.same_text},
                {"notices", texts_of(report.notices)}});
    return;
  }
  fmt::print("wrote {} ({})\n", report.path.string(), human_bytes(static_cast<double>(report.bytes)));
  fmt::print(
      "read back: {}; largest difference of logits {:.1e} of the largest; {} of {} greedy answers are the same\n",
      report.exact ? "every tensor equal, bit for bit" : "tensors differ", report.largest_logit_difference,
      report.same_text, report.prompts);
  for (const Sentence& notice : report.notices) fmt::print("note: {}\n", notice.text());
}

extern const Verb kExport;
const Verb kExport{add};

}   // namespace lift::cli
