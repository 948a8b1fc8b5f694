// lift: the command line. Parses, runs one verb, ends with a documented exit code.
#include <array>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/verbs.h"
#include "core/base/exception_bridge.h"
#include "core/base/version.h"
#include "core/kernels/isa/cpu_limit.h"
#include "core/session/prepare_process.h"

namespace {

constexpr const char* kFooter = R"(Typical use:
  lift inspect demo                          what is in a model file
  lift tokens data.jsonl --model demo        how rows become tokens, and which of them train
  lift train --recipe recipe.json            fine-tune; Ctrl-C saves, --resume goes on
  lift generate "2 + 2 = ?" --model demo --delta RUN/delta.safetensors

A model is a GGUF file, a Hugging Face folder, the word "demo" (the model that packaging/setup fetched), or a name of
the hub, such as HuggingFaceTB/SmolLM2-135M-Instruct, once "lift hub get" has brought it.
Every verb has --help. Results go to standard output, progress and notices to standard error.

Exit codes: 0 done | 1 fault of this program | 2 wrong option or setting | 3 a file or run is missing, broken,
unsupported or does not belong | 4 the system refused (disk full, no permission) | 5 out of memory |
6 the loss or a gradient became NaN or infinite | 130 interrupted (a run has saved its state first)

LIFT_CPU=portable|avx2|avx512|avx512bf16|amx in the environment: no faster instruction set than this. --version says
which one is used and which this processor has: name both when you report a fault.)";

std::string version_text() { return fmt::format("lift {}\nkernels: {}", lift::kVersion, lift::cpu_levels_in_words()); }

}   // namespace

int main(int argc, char** argv) {
  using namespace lift::cli;
  const lift::Status prepared = lift::prepare_process();
  CLI::App app("LIFT Studio's command line: fine-tune language models by training their principal weights.", "lift");
  app.footer(kFooter);
  app.set_version_flag("--version", version_text);
  app.require_subcommand(1);
  app.fallthrough();

  Options options;
  app.add_flag("--json", options.json, "Print JSON for scripts: one document, or one line per event");
  app.add_flag("-q,--quiet", options.quiet, "No progress and no notices");
  app.add_option("--runs-directory", options.runs_directory, "Where runs are kept (default: the user's data folder)");

  if (!prepared.ok()) return fail(options, prepared.error());

  std::vector<std::pair<CLI::App*, Body>> bodies;
  for (const Verb& verb : verbs()) verb.add(app, options, bodies);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kSuccess : kBadUsage;
  }
  for (const auto& [command, body] : bodies) {
    if (!command->parsed()) continue;
    try {
      return body();
    } catch (...) {
      return fail(options, lift::error_from_current_exception(lift::Sentence::verbatim("lift " + command->get_name())));
    }
  }
  return kBadUsage;
}
