// lift delta: info, verify, merge; apply and undo on a model folder.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/delta_algebra.h"
#include "app/cli/export_report.h"
#include "app/cli/model_options.h"
#include "core/base/say.h"
#include "core/checkpoint/delta_folder.h"

namespace lift::cli {

namespace {

struct DeltaOptions {
  std::string delta, model, target;
};

// A run's folder stands for its delta.
std::filesystem::path delta_path(const std::string& text) {
  const std::filesystem::path path(text);
  return std::filesystem::is_directory(path) ? path / "delta.safetensors" : path;
}

void print(const DeltaInfo& info) {
  const Manifest& m = info.manifest;
  const auto row = [](const char* name, const std::string& value) { fmt::print("{:<16}{}\n", name, value); };
  const auto pair = [](const std::optional<double>& a, const std::optional<double>& b, double factor,
                       const char* form) {
    return a && b ? fmt::format("{} -> {}", fmt::format(fmt::runtime(form), factor * *a),
                                fmt::format(fmt::runtime(form), factor * *b))
                  : std::string("not measured");
  };
  row("base", fmt::format("{}, family {}, {} parameters, {}", m.model_name, m.family, human_count(m.parameters()),
                          name_of(m.dtype)));
  row("changed", fmt::format("{} weights ({:.2f} %)", human_count(m.changed()),
                             100.0 * static_cast<double>(m.changed()) /
                                 static_cast<double>(std::max<std::int64_t>(1, m.parameters()))));
  row("size", fmt::format("{}, {:.2f} bytes per changed weight", human_bytes(static_cast<double>(info.file_bytes)),
                          info.bytes_per_entry()));
  row("steps", human_count(m.steps));
  row("held-out loss", pair(m.metrics.held_out_loss_before, m.metrics.held_out_loss_after, 1, "{:.4f}"));
  row("probe", pair(m.metrics.probe_score_before, m.metrics.probe_score_after, 100, "{:.1f} %"));
  if (m.metrics.retention) row("retention", fmt::format("{:.1f} % of the base", 100 * *m.metrics.retention));
  row("made by", m.program);
  std::size_t tensors = 0;
  for (const TensorRecord& tensor : m.tensors) tensors += tensor.changed > 0;
  row("tensors", fmt::format("{} of {} changed", tensors, m.tensors.size()));
}

int info(const DeltaOptions& given, const Options& options) {
  const auto read = read_delta_info(delta_path(given.delta));
  if (!read.ok()) return fail(options, read.error());
  if (options.json) {
    nlohmann::json value = to_json(read->manifest);
    value["file_bytes"] = read->file_bytes;
    value["bytes_per_entry"] = read->bytes_per_entry();
    print_json(value);
  } else {
    print(*read);
  }
  return kSuccess;
}

// The base that the run's recipe names, when none is given.
Result<std::filesystem::path> base_of(const DeltaOptions& given) {
  if (!given.model.empty()) return resolve_model(given.model);
  const std::filesystem::path recipe_file = delta_path(given.delta).parent_path() / "recipe.json";
  if (std::filesystem::exists(recipe_file)) {
    LIFT_ASSIGN(const Recipe recipe, read_recipe(recipe_file));
    return std::filesystem::path(recipe.model);
  }
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--model"),
                    say("no base is named and no recipe lies beside the delta"),
                    say("Name the base model with --model"));
}

int verify(const DeltaOptions& given, const Options& options) {
  ConsoleTask console(options);
  const auto base = base_of(given);
  if (!base.ok()) return fail(options, base.error());
  Session session(session_options(options, console));
  const auto proof = session.verify_delta(*base, delta_path(given.delta), console.context());
  if (!proof.ok()) return fail(options, proof.error());
  if (options.json)
    print_json({{"verified", true},
                {"entries", proof->entries},
                {"tensors_changed", proof->tensors_changed},
                {"tensors_checked", proof->tensors_checked}});
  else
    fmt::print(
        "verified: all {} tensors are the recorded base; with {} weights replaced, {} become the recorded tuned ones;\n"
        "undone, all are the base's again, bit for bit.\n",
        proof->tensors_checked, human_count(proof->entries), proof->tensors_changed);
  return kSuccess;
}

int merge(const DeltaOptions& given, const Options& options) {
  ConsoleTask console(options);
  const auto base = base_of(given);
  if (!base.ok()) return fail(options, base.error());
  const auto read = read_delta_info(delta_path(given.delta));
  if (!read.ok()) return fail(options, read.error());
  Session session(session_options(options, console));
  ModelOptions model;
  model.model = base->string();
  model.dtype = std::string(name_of(read->manifest.dtype));
  model.delta = delta_path(given.delta).string();
  if (Status status = open(session, model, console.context()); !status.ok()) return fail(options, status.error());
  const auto report = session.export_model("hf_folder", given.target, console.context());
  if (!report.ok()) return fail(options, report.error());
  print_export(*report, options);
  return kSuccess;
}

struct ImportOptions {
  ModelOptions model;
  std::string source, target;
};

int import_adapter(const ImportOptions& given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const auto report = session.import_delta(given.source, given.target, console.context());
  if (!report.ok()) return fail(options, report.error());
  print_import(*report, options);
  return kSuccess;
}

int change_folder(const DeltaOptions& given, const Options& options, bool apply) {
  ConsoleTask console(options);
  const auto change = apply ? apply_to_folder : undo_in_folder;
  const auto done = change(given.model, delta_path(given.delta), console.context());
  if (!done.ok()) return fail(options, done.error());
  if (options.json)
    print_json({{"folder", given.model}, {"entries", done->entries}, {"tensors_changed", done->tensors_changed}});
  else
    fmt::print("{}: {} weights in {} tensors {}\n", given.model, human_count(done->entries), done->tensors_changed,
               apply ? "replaced; the folder now holds the tuned model (lift delta undo gives the base back)"
                     : "put back; the folder holds the base again, proven by its fingerprints");
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app =
      parent.add_subcommand("delta", "Look into a delta, prove it, apply, undo or merge it; make one of an adapter");
  app->require_subcommand(1);
  auto given = std::make_shared<DeltaOptions>();
  const auto sub = [&](const char* name, const char* help, int (*body)(const DeltaOptions&, const Options&)) {
    auto* command = app->add_subcommand(name, help);
    command->add_option("delta", given->delta, "A delta file, or the folder of the run that made it")->required();
    bodies.emplace_back(command, [given, &options, body] { return body(*given, options); });
    return command;
  };
  sub("info", "Show what a delta belongs to and how it was made", info);
  sub("verify", "Prove that it applies to its base and undoes exactly", verify)
      ->add_option("-m,--model", given->model, "The base (default: what the run's recipe names)");
  auto* merged = sub("merge", "Write base and delta as one Hugging Face folder", merge);
  merged->add_option("-m,--model", given->model, "The base (default: what the run's recipe names)");
  merged->add_option("--to", given->target, "The new folder")->required();
  auto imported = std::make_shared<ImportOptions>();
  auto* command = app->add_subcommand(
      "import", "Make a delta of another program's adapter (PEFT, llama.cpp) or of a fully tuned model");
  command
      ->add_option("source", imported->source,
                   "A PEFT adapter's folder, a GGUF LoRA, or a model's folder or GGUF file tuned from the base")
      ->required();
  add_model_options(*command, imported->model, false, false);
  command->add_option("--to", imported->target, "The new delta file")->required();
  bodies.emplace_back(command, [imported, &options] { return import_adapter(*imported, options); });
  add_delta_algebra(*app, options, bodies);
  sub("apply", "Replace weights in a Hugging Face folder, in place and exactly undoable",
      [](const DeltaOptions& d, const Options& o) { return change_folder(d, o, true); })
      ->add_option("folder", given->model, "The base as a Hugging Face folder")
      ->required();
  sub("undo", "Give a Hugging Face folder its base weights back",
      [](const DeltaOptions& d, const Options& o) { return change_folder(d, o, false); })
      ->add_option("folder", given->model, "The folder that the delta was applied to")
      ->required();
}

}   // namespace

void print_import(const ImportReport& report, const Options& options) {
  if (options.json) {
    print_json({{"path", report.path.string()},
                {"made_from", report.title.text()},
                {"changed", report.changed},
                {"tensors", report.tensors},
                {"bytes", report.bytes},
                {"notices", texts_of(report.notices)}});
    return;
  }
  fmt::print("wrote {} ({}): {} weights in {} tensors differ from the base\nmade from {}\n", report.path.string(),
             human_bytes(static_cast<double>(report.bytes)), human_count(report.changed), report.tensors,
             report.title.text());
  for (const Sentence& notice : report.notices) fmt::print("note: {}\n", notice.text());
}

extern const Verb kDelta;
const Verb kDelta{add};

}   // namespace lift::cli
