#pragma once
// What all verbs of the command line share. One file per verb; each defines a Verb, listed in verbs.cpp.
// Results go to stdout (as text, or with --json as one JSON document or JSON lines); progress and notices to stderr.
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

// Listed in `lift --help`; scripts depend on them.
enum ExitCode : int {
  kSuccess = 0,
  kInternalFault = 1,
  kBadUsage = 2,        // unknown verb or option, a setting that can never work
  kBadInput = 3,        // a file, row, tensor or run is missing, malformed, unsupported, or does not match
  kSystemRefused = 4,   // disk full, no permission
  kOutOfMemory = 5,
  kNotFinite = 6,       // the loss or a gradient became NaN or infinite; the last good state is kept
  kInterrupted = 130,   // Ctrl-C; a training run saves its state first
};
int exit_code_of(const Error& error);

// Options allowed before and after every verb.
struct Options {
  bool json = false;
  bool quiet = false;
  std::string runs_directory;   // empty: in the user's data folder
};

// A verb's action: called after parsing, returns the exit code.
using Body = std::function<int()>;

struct Verb {
  // Adds the verb to `parent` with its options and its body; called once at start.
  void (*add)(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies);
};

// Prints the error's sentence (with --json {"error": {...}}) and returns its exit code.
int fail(const Options& options, const Error& error);
void print_json(const nlohmann::json& value);
void print_record(const std::string& json_line);   // prints a line that is already JSON

// Handles Ctrl-C during a run: the first press calls on_first, which must be async-signal-safe; the second ends the
// program at once (exit code 130). The destructor restores the previous handler.
class InterruptGuard {
 public:
  explicit InterruptGuard(void (*on_first)());
  ~InterruptGuard();
  static bool pressed();
};

// A TaskContext that Ctrl-C cancels, with a progress line on a terminal, or otherwise one line per phase.
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
std::string human_bytes(double bytes);         // "98.4 MB": for files
std::string human_memory(double bytes);        // "980 MiB", "1.6 GiB": for memory, as in the window
std::string human_count(std::int64_t count);   // "134,515,008"
std::string human_seconds(double seconds);     // "1 min 20 s"
// "lift (Principal weights), magnitude (...)", for help texts.
std::string names_of(const std::vector<NamedChoice>& choices);
std::vector<std::string> texts_of(const std::vector<Sentence>& sentences);   // in English

}   // namespace lift::cli
