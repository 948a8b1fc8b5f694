#pragma once
// One person's work with one model: what the window and the command line call. Every call is synchronous and runs on
// the engine thread, which owns the Session; long calls take a TaskContext. Everything that goes in or comes out is a
// tensor-free value. Nothing here prints; notices go to the sink of SessionOptions.
// Errors: those of the rooms below, as one sentence with what to do.
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta_info.h"
#include "core/data/data_config.h"
#include "core/data/data_summary.h"
#include "core/evaluate/answer_scoring.h"
#include "core/generate/generated_text.h"
#include "core/generate/sampling_config.h"
#include "core/model/model_config.h"
#include "core/selection/mask_summary.h"
#include "core/session/map_query.h"
#include "core/session/recipe.h"
#include "core/session/summaries.h"
#include "core/spectra/spectrum.h"
#include "core/tokenizer/chat_template.h"
#include "core/train/memory_plan.h"
#include "core/train/run_control.h"
#include "core/train/train_observer.h"

namespace lift {

struct SessionOptions {
  std::filesystem::path runs_directory;   // empty: default_runs_directory()
  NoticeSink notices;                     // may be empty
  std::int64_t threads = 0;               // of the engine outside runs; 0 = all cores
};

// Places that changed since a run began; empty: where its recipe says.
struct MovedFiles {
  std::filesystem::path model;         // GGUF file or folder
  std::filesystem::path data_folder;   // in which rows, held-out rows and probe lie now, by their names
};

// The recipe with its files where they lie now.
Recipe with_moved(Recipe recipe, const MovedFiles& moved);

// XDG_DATA_HOME/lift-studio/runs, or ~/.local/share/lift-studio/runs.
std::filesystem::path default_runs_directory();

class Session {
 public:
  explicit Session(SessionOptions options = {});
  ~Session();

  // --- Model. One is open at a time.
  // Opening what is already open in the same dtype and on the same device is free, and drops an attached delta.
  Result<ModelSummary> open_model(const std::filesystem::path& path, DType dtype, Device device,
                                  const TaskContext& task = {});
  const ModelSummary* model() const;   // nullptr: none is open
  void close_model();

  // --- Data
  // Tokenises with the open model's tokenizer and template. The set stays open for rows().
  Result<DataSummary> open_data(const DataConfig& config, const TaskContext& task = {});
  Result<RowView> row(std::int64_t index) const;   // of the open set, in file order, dropped rows too

  // --- Spectra and selection, of the open model as it is now (base, or with what is attached or trained). What is
  // asked of single matrices is also answered in the middle of a run, from TrainObserver::on_boundary.
  Result<std::vector<Spectrum>> spectra(std::span<const MatrixId> matrices, const TaskContext& task = {},
                                        const std::function<void(const Spectrum&)>& finished = {});
  // Of the weights as the model's file has them, whatever is attached or trained.
  Result<std::vector<Spectrum>> base_spectra(std::span<const MatrixId> matrices, const TaskContext& task = {});
  // Kept until the settings or the weights change: tiles and cells of the same settings are then quick.
  Result<SelectionReport> select(const SelectionConfig& config, std::uint64_t seed, const TaskContext& task = {});
  // A part of one matrix for a heat map, summed over tiles or cell by cell.
  Result<TileGrid> tiles(const MapQuery& query);
  Result<CellGrid> cells(const MapQuery& query);
  // What differs from the base after training or with a delta attached; empty without.
  ChangeSummary changes() const;

  // --- Plan and train
  // Opens nothing: reads headers and the data's row lengths.
  Result<MemoryPlan> plan(const Recipe& recipe);
  // Makes the run's folder, writes the recipe, trains, evaluates, writes the delta. The tuned model stays open, its
  // delta attached at strength 1. A stop by the user is an outcome, not an error. Errors leave a folder that says
  // Failed.
  Result<RunOutcome> train(const Recipe& recipe, RunControl& control, TrainObserver& observer,
                           const TaskContext& task = {});
  // Goes on with an interrupted or stopped run: on a CPU with the same thread count the delta is, byte for byte, that
  // of a run never stopped.
  // `moved`: where what it was started with lies now; that it is the same is checked.
  Result<RunOutcome> resume(const std::filesystem::path& run_folder, RunControl& control, TrainObserver& observer,
                            const TaskContext& task = {}, const MovedFiles& moved = {});

  // --- Evaluate and generate, with the open model as it is now
  // tasks: "held_out" (loss on the open data's held-out rows), "answers" (those rows answered in writing),
  // "probe:FILE" (choice questions), "generate:FILE" (questions or a task, evaluate/task.h). `limit`: items per task,
  // 0 = all. `rule`: how written answers are compared; none: as the task says, else guessed.
  Result<std::vector<TaskScore>> evaluate(const std::vector<std::string>& tasks, std::int64_t limit,
                                          const TaskContext& task = {}, std::optional<AnswerRule> rule = {});
  // `on_text` gets text as it becomes certain; never a cut UTF-8 character. `chat`: through the model's template.
  Result<GeneratedText> generate(const std::string& prompt, bool chat, const SamplingConfig& sampling,
                                 const std::function<void(std::string_view)>& on_text = {},
                                 const TaskContext& task = {});
  // The same in two calls, for whoever must know that a prompt is sound before its answer begins. A conversation goes
  // through the model's template, which sees `variables` (tools, ...); a text is continued as it stands.
  Result<std::vector<TokenId>> prompt_of(const std::vector<ChatMessage>& messages, const ChatFields& variables) const;
  Result<std::vector<TokenId>> prompt_of(const std::string& text) const;
  Result<GeneratedText> generate(const std::vector<TokenId>& prompt, const SamplingConfig& sampling,
                                 const std::function<void(std::string_view)>& on_text, const TaskContext& task);

  // --- Delta
  Result<DeltaInfo> delta_info(const std::filesystem::path& delta) const;
  // The open model becomes base + delta; refused with the first tensor that differs when the base is another.
  Status attach_delta(const std::filesystem::path& delta, const TaskContext& task = {});
  // 0 = base, exactly; 1 = tuned, exactly; between and beyond: base + strength * (tuned - base). Instant: only changed
  // entries are written.
  Status set_delta_strength(double strength);
  double delta_strength() const;   // 0 when nothing is attached
  bool has_delta() const;
  // Exact undo, proven by hash; then nothing is attached.
  Status detach_delta();
  // base of `model` + delta: applied, compared with the tuned fingerprints, undone, compared with the base's.
  Result<DeltaVerification> verify_delta(const std::filesystem::path& model, const std::filesystem::path& delta,
                                         const TaskContext& task = {});

  // --- Export of the tuned model; `format` is a name of exporters()
  Result<ExportReport> export_model(const std::string& format, const std::filesystem::path& target,
                                    const TaskContext& task = {});

  // --- Runs
  const std::filesystem::path& runs_directory() const;
  Result<std::vector<RunSummary>> runs() const;   // newest first
  Result<RunHistory> history(const std::filesystem::path& run_folder) const;
  // A name and a note of a person's own for a run; both empty: none.
  Status label_run(const std::filesystem::path& run_folder, const std::string& title, const std::string& remark);
  Status delete_run(const std::filesystem::path& run_folder);   // refused while a program holds it

 private:
  friend class TrainingJob;
  Status prepare(const Recipe& recipe, TrainObserver& observer, const TaskContext& task);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// What a recipe may name, in the order a person sees it: `name` in recipes, `title` for people.
struct NamedChoice {
  std::string name;
  Sentence title;
};
std::vector<NamedChoice> criterion_choices();   // of selection.criterion
std::vector<NamedChoice> method_choices();      // of train.method

struct ExporterName {
  std::string_view name;   // "hf_folder"
  Sentence title;          // "Hugging Face folder, merged"
};
std::span<const ExporterName> exporters();

// The demo model, the Hugging Face cache, `folders` and earlier runs' models. Headers only.
std::vector<ModelCandidate> find_models(const std::vector<std::filesystem::path>& folders,
                                        const TaskContext& task = {});

}   // namespace lift
