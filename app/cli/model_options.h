#pragma once
// The options for a model and how to open it, which several verbs have.
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/session/session.h"

namespace CLI {
class App;
}

namespace lift::cli {

// For the help of an option that names a model.
inline constexpr const char* kModelHelp =
    "A GGUF file, a Hugging Face folder, \"demo\", or a name of the hub that lift hub get has brought";

struct ModelOptions {
  std::string model;   // a path, "demo", or a name of the hub
  std::string dtype = "bf16";
  std::string device = "cpu";
  std::string delta;   // attached after opening; empty: none
  std::int64_t threads = 0;
};

// `positional`: the model is an argument without an option name.
void add_model_options(CLI::App& app, ModelOptions& options, bool positional, bool with_delta);

// What --model and its like mean: core/session/named_model.h.
Result<std::filesystem::path> resolve_model(const std::string& text);
// The same for files of rows; the error of the first that names nothing.
Result<std::vector<std::string>> resolve_data(const std::vector<std::string>& texts);

// Opens the model and attaches the delta, if there is one.
Status open(Session& session, const ModelOptions& options, const TaskContext& task);

SessionOptions session_options(const Options& options, const ConsoleTask& console, std::int64_t threads = 0);

}   // namespace lift::cli
