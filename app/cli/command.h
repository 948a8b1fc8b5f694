#pragma once
// What every verb of the command line shares. One file per verb; each makes one Verb, listed in cli_main.cpp.
// Results go to stdout (text, or one JSON document / JSON lines with --json); progress and notices to stderr.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/session/session.h"

namespace CLI {
class App;
}

namespace lift::cli {

// Documented in `lift --help`; scripts rely on them.
enum ExitCode : int {
  kSuccess = 0,
  kInternalFault = 1,
  kBadUsage = 2,        // unknown verb or option, a setting that can never work
  kBadInput = 3,        // a file, row, tensor or run that is missing, broken, unsupported or does not belong
  kSystemRefused = 4,   // disk full, no permission
  kOutOfMemory = 5,
  kNotFinite = 6,       // the loss or a gradient became NaN or infinite; the last good state is kept
  kInterrupted = 130,   // Ctrl-C; a training run has saved its state first
};
int exit_code_of(const Error& error);

// Options that stand before or after every verb.
struct Options {
  bool json = false;
  bool quiet = false;
  std::string runs_directory;   // empty: the user's data folder
};

// A verb's body: runs after parsing, returns the exit code.
using Body = std::function<int()>;

struct Verb {
  // Adds the verb's options to `parent` and stores its body; called once at start.
  void (*add)(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies);
};

// Prints the error's sentence (or {"error": {...}} with --json) and gives its exit code.
int fail(const Options& options, const Error& error);
void print_json(const nlohmann::json& value);
void print_record(const std::string& json_line);   // a line that is JSON already

// The run's stop on Ctrl-C: first press asks, second stops at once (exit 130). `on_first` must be safe in a signal
// handler. Restores the former handler at the end of its scope.
class InterruptGuard {
 public:
  explicit InterruptGuard(void (*on_first)());
  ~InterruptGuard();
  static bool pressed();
};

// A TaskContext that Ctrl-C cancels, with a progress line on a terminal (plain lines at phase changes otherwise).
class ConsoleTask {
 public:
  explicit ConsoleTask(const Options& options);
  ~ConsoleTask();
  const TaskContext& context() const { return context_; }
  NoticeSink notices() const;

 private:
  struct Line;
  TaskContext context_;
  std::shared_ptr<Line> line_;
};

bool is_terminal(int descriptor);
std::string human_bytes(double bytes);         // "98.4 MB": files
std::string human_memory(double bytes);        // "980 MiB", "1.6 GiB": memory, as the window says it
std::string human_count(std::int64_t count);   // "134,515,008"
std::string human_seconds(double seconds);     // "1 min 20 s"
// "lift (Principal weights), magnitude (...)", for help.
std::string names_of(const std::vector<NamedChoice>& choices);
std::vector<std::string> texts_of(const std::vector<Sentence>& sentences);   // in English

}   // namespace lift::cli
