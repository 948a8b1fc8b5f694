#include "app/cli/model_options.h"

#include <CLI/CLI.hpp>

#include "core/session/named_model.h"

namespace lift::cli {

void add_model_options(CLI::App& app, ModelOptions& options, bool positional, bool with_delta) {
  app.add_option(positional ? "model" : "-m,--model", options.model, kModelHelp)->required();
  app.add_option("--dtype", options.dtype, "Weights in memory: bf16 or fp32")->capture_default_str();
  app.add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
  app.add_option("--threads", options.threads, "Engine threads; 0: all cores")->check(CLI::Range(0, 1024));
  if (with_delta)
    app.add_option("-d,--delta", options.delta, "A delta or a PEFT adapter to apply on top, for this call only");
}

Result<std::filesystem::path> resolve_model(const std::string& text) { return named_model(text); }

Result<std::vector<std::string>> resolve_data(const std::vector<std::string>& texts) {
  std::vector<std::string> paths;
  paths.reserve(texts.size());
  for (const std::string& text : texts) {
    LIFT_ASSIGN(const std::filesystem::path path, named_data(text));
    paths.push_back(path.string());
  }
  return paths;
}

Status open(Session& session, const ModelOptions& options, const TaskContext& task) {
  LIFT_ASSIGN(const DType dtype, parse_dtype(options.dtype));
  LIFT_ASSIGN(const Device device, parse_device(options.device));
  LIFT_ASSIGN(const std::filesystem::path model, resolve_model(options.model));
  LIFT_ASSIGN([[maybe_unused]] const ModelSummary summary, session.open_model(model, dtype, device, task));
  if (options.delta.empty()) return {};
  return session.attach_delta(options.delta, task);
}

SessionOptions session_options(const Options& options, const ConsoleTask& console, std::int64_t threads) {
  return {.runs_directory = options.runs_directory, .notices = console.notices(), .threads = threads};
}

}   // namespace lift::cli
