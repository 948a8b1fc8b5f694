// lift generate: answers a prompt, streamed.
#include <cstdio>
#include <iostream>
#include <iterator>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/model_options.h"
#include "core/base/say.h"

namespace lift::cli {

namespace {

struct GenerateOptions {
  ModelOptions model;
  SamplingConfig sampling;
  std::string prompt;
  bool raw = false, both = false;
};

nlohmann::json json_of(const GeneratedText& text, const char* which) {
  return {{"model", which},
          {"text", text.text},
          {"finish", std::string(name_of(text.finish))},
          {"prompt_tokens", text.prompt_tokens},
          {"tokens", text.ids.size()},
          {"seconds", text.seconds},
          {"tokens_per_second", text.tokens_per_second()}};
}

int answer(Session& session, const GenerateOptions& given, const Options& options, const TaskContext& task,
           const char* which, bool headed) {
  if (headed && !options.json) fmt::print("--- {}\n", which);
  const auto stream = [&](std::string_view text) {
    if (options.json) return;
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  };
  const auto text = session.generate(given.prompt, !given.raw, given.sampling, stream, task);
  if (!text.ok()) {
    if (!options.json) std::fputc('\n', stdout);
    return fail(options, text.error());
  }
  if (options.json) print_json(json_of(*text, which));
  else std::fputc('\n', stdout);
  if (!options.quiet && !options.json && is_terminal(STDERR_FILENO))
    fmt::print(stderr, "[{} tokens, {:.1f} per second, {}]\n", text->ids.size(), text->tokens_per_second(),
               name_of(text->finish));
  return kSuccess;
}

int run(GenerateOptions given, const Options& options) {
  ConsoleTask console(options);
  if (given.prompt == "-")
    given.prompt.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  if (given.both && given.model.delta.empty())
    return fail(options, make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--compare"),
                                    say("there is no delta to compare with"), say("Name one with --delta")));
  if (Status status = given.sampling.validate(); !status.ok()) return fail(options, status.error());
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  if (given.both) {
    if (Status status = session.set_delta_strength(0); !status.ok()) return fail(options, status.error());
    if (const int code = answer(session, given, options, console.context(), "base", true); code != kSuccess)
      return code;
    if (Status status = session.set_delta_strength(1); !status.ok()) return fail(options, status.error());
  }
  return answer(session, given, options, console.context(), session.has_delta() ? "tuned" : "base", given.both);
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("generate", "Answer a prompt with a model, with or without a delta");
  auto given = std::make_shared<GenerateOptions>();
  SamplingConfig& s = given->sampling;
  app->add_option("prompt", given->prompt, "The prompt; \"-\" reads standard input")->required();
  add_model_options(*app, given->model, false, true);
  app->add_flag("--raw", given->raw, "Continue the text as it is, without the chat template");
  app->add_flag("--compare", given->both, "Answer with the base first, then with the delta");
  app->add_option("-n,--max-tokens", s.max_new_tokens, "Longest answer in tokens")->capture_default_str();
  app->add_option("-t,--temperature", s.temperature, "0: always the likeliest token")->capture_default_str();
  app->add_option("--top-k", s.top_k, "Only the k likeliest; 0: off")->capture_default_str();
  app->add_option("--top-p", s.top_p, "Only the likeliest that hold this probability; 1: off")->capture_default_str();
  app->add_option("--min-p", s.min_p, "Only tokens at least this share as likely as the likeliest; 0: off")
      ->capture_default_str();
  app->add_option("--repetition-penalty", s.repetition_penalty, "Above 1: repeats less; 1: off")->capture_default_str();
  app->add_option("--seed", s.seed, "Same seed, same answer")->capture_default_str();
  app->add_option("--stop", s.stop, "Texts that end the answer");
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kGenerate;
const Verb kGenerate{add};

}   // namespace lift::cli
