// lift inspect: what is in a model file, without loading its weights.
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "core/model/inspection.h"
#include "core/model/model_loader.h"

namespace lift::cli {

namespace {

nlohmann::json json_of(const ModelSummary& summary, const std::vector<Sentence>& not_used) {
  const ModelConfig& c = summary.config;
  return {{"path", summary.path},
          {"format", summary.format},
          {"stored_types", summary.stored_types.text()},
          {"dequantised", summary.dequantised},
          {"file_bytes", summary.file_bytes},
          {"family", c.family},
          {"name", c.name},
          {"parameters", c.parameter_count()},
          {"layers", c.layer_count},
          {"hidden_size", c.hidden_size},
          {"intermediate_size", c.intermediate_size},
          {"heads", c.head_count},
          {"kv_heads", c.kv_head_count},
          {"head_dim", c.head_dim},
          {"vocabulary_size", c.vocabulary_size},
          {"max_positions", c.max_positions},
          {"tied_head", c.tied_head},
          {"rope_base", c.rope.base},
          {"rope_scaling", scaling_in_words(c.rope).text()},
          {"tokenizer", summary.tokenizer_description.text()},
          {"chat_template", summary.has_chat_template},
          {"chat_template_problem", summary.chat_template_problem.text()},
          {"notices", texts_of(summary.notices)},
          {"not_used", texts_of(not_used)}};
}

void print(const ModelSummary& summary, const std::vector<Sentence>& not_used) {
  const ModelConfig& c = summary.config;
  const auto row = [](const char* name, const std::string& value) { fmt::print("{:<14}{}\n", name, value); };
  row("model", c.name.empty() ? summary.path : fmt::format("{} ({})", c.name, summary.path));
  row("format", fmt::format("{}, {}", summary.format, human_bytes(static_cast<double>(summary.file_bytes))));
  row("stored as", summary.stored_types.text());
  row("family", c.family);
  row("parameters", human_count(c.parameter_count()));
  row("layers", fmt::format("{} of width {}, feed-forward {}", c.layer_count, c.hidden_size, c.intermediate_size));
  row("attention", fmt::format("{} heads of {}, {} for keys and values{}", c.head_count, c.head_dim, c.kv_head_count,
                               c.sliding_window ? fmt::format(", window {}", c.sliding_window) : ""));
  row("vocabulary",
      fmt::format("{}{}", human_count(c.vocabulary_size), c.tied_head ? ", head tied to the embedding" : ""));
  row("context", fmt::format("{} tokens, rope base {:g}, scaling {}", human_count(c.max_positions), c.rope.base,
                             scaling_in_words(c.rope).text()));
  row("tokenizer", summary.tokenizer_description.text());
  row("chat template", !summary.has_chat_template              ? "none"
                       : summary.chat_template_problem.empty() ? "in the model"
                                                               : "in the model, cannot be read");
  for (const Sentence& notice : summary.notices)
    if (!tells_of_not_used(notice)) row("note", notice.text());
  const char* heading = "not used";
  for (const Sentence& item : not_used) row(std::exchange(heading, ""), item.text());
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("inspect", "Show a model's family, shape, types and tokenizer");
  auto model = std::make_shared<std::string>();
  app->add_option("model", *model, kModelHelp)->required();
  bodies.emplace_back(app, [model, &options] {
    const auto path = resolve_model(*model);
    if (!path.ok()) return fail(options, path.error());
    const auto summary = inspect_model(*path);
    if (!summary.ok()) return fail(options, summary.error());
    const auto not_used = not_used_of(*path);
    if (!not_used.ok()) return fail(options, not_used.error());
    if (options.json) print_json(json_of(*summary, *not_used));
    else print(*summary, *not_used);
    return static_cast<int>(kSuccess);
  });
}

}   // namespace

extern const Verb kInspect;
const Verb kInspect{add};

}   // namespace lift::cli
