// lift serve: an OpenAI-compatible endpoint over a model, with or without a delta.
#include <chrono>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/model_options.h"
#include "app/serve/http_server.h"
#include "core/base/say.h"
#include "core/session/model_name.h"

namespace lift::cli {

namespace {

constexpr auto kLook = std::chrono::milliseconds(100);   // between looks for Ctrl-C

struct Given {
  ModelOptions model;
  serve::ServeOptions serve;
};

bool is_this_machine(const std::string& host) { return host == "127.0.0.1" || host == "localhost" || host == "::1"; }

int run(Given given, const Options& options) {
  ConsoleTask console(options);
  Session session(session_options(options, console, given.model.threads));
  InterruptGuard guard(nullptr);
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  if (given.serve.model.empty()) {
    const auto path = resolve_model(given.model.model);
    given.serve.model = model_name_of(path.ok() ? *path : std::filesystem::path(given.model.model));
    if (!given.model.delta.empty()) given.serve.model += "+" + std::filesystem::path(given.model.delta).stem().string();
  }
  serve::AnswerQueue queue(given.serve.most_waiting);
  serve::HttpServer server(given.serve, queue);
  const auto port = server.start();
  if (!port.ok()) return fail(options, port.error());
  const std::string address = fmt::format("http://{}:{}/v1", given.serve.host, *port);
  if (options.json) print_json({{"address", address}, {"model", given.serve.model}});
  else fmt::print("{} answers as \"{}\". Ctrl-C ends it.\n", address, given.serve.model);
  std::fflush(stdout);
  if (!is_this_machine(given.serve.host))
    fmt::print(stderr, "note: whoever reaches this machine at port {} can ask the model{}\n", *port,
               given.serve.key.empty() ? "; --key asks for a key" : " with the key");
  const std::jthread closer([&queue](const std::stop_token& stop) {
    while (!stop.stop_requested() && !InterruptGuard::pressed()) std::this_thread::sleep_for(kLook);
    queue.close();
  });
  serve::answer_all(session, queue);
  server.stop();
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand(
      "serve", "Answer other programs over HTTP, as OpenAI's interface does (chat, completions, models)");
  auto given = std::make_shared<Given>();
  add_model_options(*app, given->model, true, true);
  app->add_option("--port", given->serve.port, "Port; 0: any that is free")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  app->add_option("--host", given->serve.host, "Address to listen at; 127.0.0.1: this machine alone")
      ->capture_default_str();
  app->add_option("--key", given->serve.key, "Key that clients must send; empty: none");
  app->add_option("--name", given->serve.model, "The model's name for clients; empty: that of its file");
  app->add_option("-n,--max-tokens", given->serve.most_tokens, "Longest answer where a request does not say")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app->add_option("--queue", given->serve.most_waiting, "Requests that may wait; further ones are refused (429)")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kServe;
const Verb kServe{add};

}   // namespace lift::cli
