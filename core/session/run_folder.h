#pragma once
// A run on disk. One folder, written by one program at a time:
//   lock                     held while a program writes
//   recipe.json              the recipe it was started with; written before step 1
//   run.json                 RunNote: when it was started, on which model and data, how it ended
//   metrics.jsonl            every step and event (metrics/run_log.h)
//   answers.jsonl            held-out rows with the base's and the tuned model's answers (session/answers_file.h)
//   state-STEP.safetensors   for resuming (checkpoint/resume_state.h); removed when the run is done
//   delta.safetensors        the result
//   label.json               the user's name for it and remark; written without the lock
// Used by session/ only. Tensor-free. Thread: one thread at a time per object; other programs may read meanwhile.
// Private to core/session.
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/io/file_lock.h"
#include "core/session/recipe.h"
#include "core/session/summaries.h"

namespace lift {

// run.json
struct RunNote {
  std::string created;   // ISO 8601, UTC
  std::string program;   // "LIFT Studio 0.1.0"
  std::string model_name, data_name;
  std::int64_t total_steps = 0;
  std::int64_t threads = 0;   // engine threads of the run

  struct End {
    RunState state = RunState::Done;   // Stopped, Done, Failed or Discarded
    Sentence reason;                   // for Failed
    std::string at;                    // ISO 8601, UTC
  };
  std::optional<End> end;   // std::nullopt: it is running, or was interrupted
};

class RunFolder {
 public:
  // Creates RUNS/NAME, or NAME-2, NAME-3, ... if that exists; never changes an existing folder. On return the recipe is
  // on disk and the lock is held. Errors: Io.
  static Result<RunFolder> create(const std::filesystem::path& runs, const std::string& name, const Recipe& recipe,
                                  const RunNote& note);
  // Opens a run to continue it. Errors: NotFound (no folder, or no recipe or note in it), Io (another program holds the
  // lock), Malformed.
  static Result<RunFolder> open(const std::filesystem::path& folder);

  const std::filesystem::path& path() const { return path_; }
  const Recipe& recipe() const { return recipe_; }
  const RunNote& note() const { return note_; }
  std::filesystem::path log_file() const;
  std::filesystem::path delta_file() const;

  Status write_note(RunNote note);
  void remove_states() const;   // failures are ignored: a state left behind does no harm

 private:
  RunFolder(std::filesystem::path path, FileLock lock, Recipe recipe, RunNote note)
      : path_(std::move(path)), lock_(std::move(lock)), recipe_(std::move(recipe)), note_(std::move(note)) {}

  std::filesystem::path path_;
  FileLock lock_;
  Recipe recipe_;
  RunNote note_;
};

// The name of a run whose recipe has none: from model and data, valid as a folder name.
std::string default_run_name(const std::string& model_name, const std::string& data_name);
// `text` with every character but letters, digits, '-', '_' and '.' replaced by '-'; never empty, no dot in front.
std::string folder_name(const std::string& text);
std::string utc_now();   // "2026-11-24T20:15:00Z"

// Replaces label.json; removes it if both are empty. Errors: InvalidArgument (over 200 or 10,000 bytes), NotFound, Io.
Status write_run_label(const std::filesystem::path& folder, const std::string& title, const std::string& remark);
// Leaves both unchanged if there is no label or it can't be read, which is not an error of the run.
void read_label(const std::filesystem::path& folder, std::string& title, std::string& remark);

// These read without the lock. Errors: NotFound, Io, Malformed; Unsupported for a note in a newer format.
Result<RunNote> read_run_note(const std::filesystem::path& folder);
Result<RunHistory> read_run_history(const std::filesystem::path& folder);
Result<RunSummary> read_run_summary(const std::filesystem::path& folder);
// All folders in `runs` that contain a note, newest first. One that can't be read is listed as Failed with the reason.
Result<std::vector<RunSummary>> list_runs(const std::filesystem::path& runs);
// Errors: the folder is not a run, or a program holds its lock.
Status delete_run_folder(const std::filesystem::path& folder);

}   // namespace lift
