#pragma once
// A run on disk. One folder, written by one program at a time:
//   lock                     held while a program writes
//   recipe.json              what it was started with, before step 1
//   run.json                 the note: when, on what, how it ended
//   metrics.jsonl            every step and event (metrics/run_log.h)
//   answers.jsonl            held-out rows with the base's and the tuned model's answers (session/answers_file.h)
//   state-STEP.safetensors   to go on from (checkpoint/resume_state.h); gone when the run is done
//   delta.safetensors        the result
//   label.json               what a person calls it and notes of it; written without the lock
// Used by session/ only. Tensor-free. Thread: one at a time per object; other programs may read meanwhile.
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
    Sentence reason;                   // of Failed
    std::string at;                    // ISO 8601, UTC
  };
  std::optional<End> end;   // none: it runs, or was cut off
};

class RunFolder {
 public:
  // Makes RUNS/NAME, or NAME-2, NAME-3, ... when that is taken; nothing that exists is touched. The recipe is on disk
  // and the lock is held when this returns. Errors: Io.
  static Result<RunFolder> create(const std::filesystem::path& runs, const std::string& name, const Recipe& recipe,
                                  const RunNote& note);
  // For writing on. Errors: NotFound (no such folder, no recipe or note in it), Io (another program holds it),
  // Malformed.
  static Result<RunFolder> open(const std::filesystem::path& folder);

  const std::filesystem::path& path() const { return path_; }
  const Recipe& recipe() const { return recipe_; }
  const RunNote& note() const { return note_; }
  std::filesystem::path log_file() const;
  std::filesystem::path delta_file() const;

  Status write_note(RunNote note);
  void remove_states() const;   // a state that stays behind does no harm: no error

 private:
  RunFolder(std::filesystem::path path, FileLock lock, Recipe recipe, RunNote note)
      : path_(std::move(path)), lock_(std::move(lock)), recipe_(std::move(recipe)), note_(std::move(note)) {}

  std::filesystem::path path_;
  FileLock lock_;
  Recipe recipe_;
  RunNote note_;
};

// The name of a run that was given none: from model and data, fit for a folder.
std::string default_run_name(const std::string& model_name, const std::string& data_name);
// `text` with everything but letters, digits, '-', '_' and '.' turned into '-'; never empty, never starting with a dot.
std::string folder_name(const std::string& text);
std::string utc_now();   // "2026-11-24T20:15:00Z"

// Replaces label.json; both empty: none. Errors: InvalidArgument (longer than 200 or 10,000 bytes), NotFound, Io.
Status write_run_label(const std::filesystem::path& folder, const std::string& title, const std::string& remark);
// A label that can't be read is none: it says nothing of the run.
void read_label(const std::filesystem::path& folder, std::string& title, std::string& remark);

// Reading, without the lock. Errors: NotFound, Io, Malformed; Unsupported for a note of a later format.
Result<RunNote> read_run_note(const std::filesystem::path& folder);
Result<RunHistory> read_run_history(const std::filesystem::path& folder);
Result<RunSummary> read_run_summary(const std::filesystem::path& folder);
// All folders of `runs` that hold a note, newest first. One that cannot be read is listed as Failed with the reason.
Result<std::vector<RunSummary>> list_runs(const std::filesystem::path& runs);
// Refused while a program holds it, and for a folder that is not a run.
Status delete_run_folder(const std::filesystem::path& folder);

}   // namespace lift
