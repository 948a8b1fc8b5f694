#pragma once
// The options for a model and how to open it, which several verbs have.
#include <filesystem>
#include <string>

#include "app/cli/command.h"
#include "core/session/session.h"

namespace CLI {
class App;
}

namespace lift::cli {

struct ModelOptions {
  std::string model;   // a path, or "demo"
  std::string dtype = "bf16";
  std::string device = "cpu";
  std::string delta;   // attached after opening; empty: none
  std::int64_t threads = 0;
};

// `positional`: the model is an argument without an option name.
void add_model_options(CLI::App& app, ModelOptions& options, bool positional, bool with_delta);

std::filesystem::path resolve_model(const std::string& text);

// Opens the model and attaches the delta, if there is one.
Status open(Session& session, const ModelOptions& options, const TaskContext& task);

SessionOptions session_options(const Options& options, const ConsoleTask& console, std::int64_t threads = 0);

}   // namespace lift::cli
