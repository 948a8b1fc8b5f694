#pragma once
// A user's work with one model: the calls that the window and the command line make. Every call is synchronous and runs
// on the engine thread, which owns the Session; long calls take a TaskContext. All arguments and results are
// tensor-free values. Nothing here prints; notices go to the sink in SessionOptions.
// Errors: those of the rooms that do the work, each as one sentence with what to do.
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
#include "core/checkpoint/delta_combination.h"
#include "core/checkpoint/delta_info.h"
#include "core/data/data_config.h"
#include "core/data/data_summary.h"
#include "core/evaluate/answer_scoring.h"
#include "core/generate/generated_text.h"
#include "core/generate/sampling_config.h"
#include "core/model/model_config.h"
#include "core/selection/mask_summary.h"
#include "core/session/map_query.h"
#include "core/session/noise_test.h"
#include "core/session/recipe.h"
#include "core/session/summaries.h"
#include "core/spectra/change_diagnosis.h"
#include "core/spectra/spectrum.h"
#include "core/tokenizer/chat_template.h"
#include "core/train/memory_plan.h"
#include "core/train/run_control.h"
#include "core/train/train_observer.h"

namespace lift {

class Ranks;

struct SessionOptions {
  std::filesystem::path runs_directory;   // empty: default_runs_directory()
  NoticeSink notices;                     // may be empty
  std::int64_t threads = 0;               // of the engine outside of runs; 0 = all cores
  // The processes that train a run together (ranks/ranks.h), nullptr: this one alone; it outlives the session. train()
  // and resume() are then called in all of them; the first one's recipe counts, and it alone writes.
  Ranks* ranks = nullptr;
  std::int64_t processes_here = 1;   // that share this machine's cores; a run that asks for all takes its part
};

// New locations of a run's files; empty: where the recipe says.
struct MovedFiles {
  std::filesystem::path model;         // GGUF file or folder
  std::filesystem::path data_folder;   // rows, held-out rows and probe are in this folder now, under their old names
};

// The recipe with its files at their new locations.
Recipe with_moved(Recipe recipe, const MovedFiles& moved);

// XDG_DATA_HOME/lift-studio/runs, or ~/.local/share/lift-studio/runs.
std::filesystem::path default_runs_directory();

class Session {
 public:
  explicit Session(SessionOptions options = {});
  ~Session();

  // --- Model. One is open at a time.
  // If the same model is open in the same dtype on the same device, this only detaches a delta and takes no time.
  Result<ModelSummary> open_model(const std::filesystem::path& path, DType dtype, Device device,
                                  const TaskContext& task = {});
  const ModelSummary* model() const;   // nullptr: none is open
  void close_model();

  // --- Data
  // Tokenises with the open model's tokenizer and template. The set stays open for row().
  Result<DataSummary> open_data(const DataConfig& config, const TaskContext& task = {});
  Result<RowView> row(std::int64_t index) const;   // of the open set, in file order; includes dropped rows

  // --- Spectra and selection of the open model's current weights (base, with a delta attached, or trained). Calls for
  // single matrices also work during a run, from within TrainObserver::on_boundary.
  Result<std::vector<Spectrum>> spectra(std::span<const MatrixId> matrices, const TaskContext& task = {},
                                        const std::function<void(const Spectrum&)>& finished = {});
  // Of the weights in the model's file, whatever is attached or trained.
  Result<std::vector<Spectrum>> base_spectra(std::span<const MatrixId> matrices, const TaskContext& task = {});
  // Cached until settings or weights change, so that tiles() and cells() with the same settings are fast.
  Result<SelectionReport> select(const SelectionConfig& config, std::uint64_t seed, const TaskContext& task = {});
  // Part of one matrix for a heat map: summed over tiles, or cell by cell.
  Result<TileGrid> tiles(const MapQuery& query);
  Result<CellGrid> cells(const MapQuery& query);
  // The entries that differ from the base after training or with a delta attached; empty otherwise.
  ChangeSummary changes() const;
  // What training made of each matrix, by its `strongest` singular directions. Errors: InvalidArgument when no delta is
  // attached; those of diagnose_change; Cancelled.
  Result<std::vector<ChangeDiagnosis>> diagnose(std::span<const MatrixId> matrices, std::int64_t strongest,
                                                const TaskContext& task = {});

  // The same noise on what each criterion chooses, measured on the open data's held-out rows. Afterwards the weights
  // are what they were, bit for bit. Errors: InvalidArgument (a criterion that needs a run, no held-out rows),
  // Cancelled.
  Result<NoiseReport> test_noise(const NoiseTest& test, const TaskContext& task = {});

  // --- Plan and train
  // Opens neither model nor data: reads only headers and the lengths of the rows.
  Result<MemoryPlan> plan(const Recipe& recipe);
  // Creates the run's folder, writes the recipe, trains, evaluates, writes the delta. The tuned model stays open with
  // its delta attached at strength 1. A stop by the user is an outcome, not an error. After an error the folder's state
  // is Failed.
  Result<RunOutcome> train(const Recipe& recipe, RunControl& control, TrainObserver& observer,
                           const TaskContext& task = {});
  // Continues an interrupted or stopped run. On a CPU with the same thread count the delta is byte by byte the same as
  // without the interruption.
  // `moved`: new locations of the run's files, whose contents are checked to be the same.
  Result<RunOutcome> resume(const std::filesystem::path& run_folder, RunControl& control, TrainObserver& observer,
                            const TaskContext& task = {}, const MovedFiles& moved = {});

  // --- Evaluate and generate with the open model's current weights
  // tasks: "held_out" (loss on the open data's held-out rows), "answers" (written answers to those rows), "probe:FILE"
  // (choice questions), "generate:FILE" (questions or a task, evaluate/task.h). `limit`: items per task; 0 = all.
  // `rule`: how written answers are compared; std::nullopt: by the task's rule, or else guessed.
  Result<std::vector<TaskScore>> evaluate(const std::vector<std::string>& tasks, std::int64_t limit,
                                          const TaskContext& task = {}, std::optional<AnswerRule> rule = {});
  // `on_text` receives text as it becomes certain, in whole UTF-8 characters. `chat`: uses the model's chat template.
  Result<GeneratedText> generate(const std::string& prompt, bool chat, const SamplingConfig& sampling,
                                 const std::function<void(std::string_view)>& on_text = {},
                                 const TaskContext& task = {});
  // The same in two calls, for callers that need to know that a prompt is valid before its answer begins. Messages go
  // through the model's template, which gets `variables` (tools, ...); a text is used unchanged.
  Result<std::vector<TokenId>> prompt_of(const std::vector<ChatMessage>& messages, const ChatFields& variables) const;
  Result<std::vector<TokenId>> prompt_of(const std::string& text) const;
  Result<GeneratedText> generate(const std::vector<TokenId>& prompt, const SamplingConfig& sampling,
                                 const std::function<void(std::string_view)>& on_text, const TaskContext& task);

  // --- Delta
  Result<DeltaInfo> delta_info(const std::filesystem::path& delta) const;
  // The open model becomes base + delta. An adapter or a tuned model's folder counts as a delta too, made on the way.
  // An error names the first differing tensor if the delta has another base.
  Status attach_delta(const std::filesystem::path& delta, const TaskContext& task = {});
  // 0 = exactly the base; 1 = exactly the tuned model; otherwise base + strength * (tuned - base). Fast: only changed
  // entries are written.
  Status set_delta_strength(double strength);
  double delta_strength() const;   // 0 if nothing is attached
  bool has_delta() const;
  // Restores the base exactly, verified by hash; then nothing is attached.
  Status detach_delta();
  // Writes an adapter of PEFT or llama.cpp, or a tuned model's folder or file, as a delta of the open model, which must
  // have none attached. Errors: those of import_delta and write_delta; InvalidArgument if the target exists.
  Result<ImportReport> import_delta(const std::filesystem::path& source, const std::filesystem::path& target,
                                    const TaskContext& task = {});
  // One delta of several of the open model's base, which must have none attached: files, adapters or tuned models.
  // Errors: those of combine_deltas, attach_delta and write_delta; InvalidArgument if the target exists.
  Result<ImportReport> combine_deltas(const std::vector<std::filesystem::path>& deltas, const Combination& how,
                                      const std::filesystem::path& target, const TaskContext& task = {});
  // Where they change the same entries, per tensor, before anything is combined.
  Result<std::vector<TensorCollision>> delta_collisions(const std::vector<std::filesystem::path>& deltas,
                                                        const TaskContext& task = {});
  // Applies the delta to `model`'s base, compares with the tuned fingerprints, undoes it, compares with the base's.
  Result<DeltaVerification> verify_delta(const std::filesystem::path& model, const std::filesystem::path& delta,
                                         const TaskContext& task = {});

  // --- Export of the tuned model; `format` is a name in exporters()
  Result<ExportReport> export_model(const std::string& format, const std::filesystem::path& target,
                                    const TaskContext& task = {});

  // --- Runs
  const std::filesystem::path& runs_directory() const;
  Result<std::vector<RunSummary>> runs() const;   // newest first
  Result<RunHistory> history(const std::filesystem::path& run_folder) const;
  // The user's name and remark for a run; both empty: removes them.
  Status label_run(const std::filesystem::path& run_folder, const std::string& title, const std::string& remark);
  Status delete_run(const std::filesystem::path& run_folder);   // an error while a program holds its lock

 private:
  friend class TrainingJob;
  Status prepare(const Recipe& recipe, TrainObserver& observer, const TaskContext& task);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The values that a recipe may name, in the order shown to the user: `name` in recipes, `title` for the user.
struct NamedChoice {
  std::string name;
  Sentence title;
};
std::vector<NamedChoice> criterion_choices();   // for selection.criterion
std::vector<NamedChoice> method_choices();      // for train.method
// Whether what `selection` says beyond layers and projections means anything to the method.
bool method_selects(std::string_view method);
// Where a search for the method's learning rate begins, as a multiple of one that suits lift; 1 for an unknown method.
double rate_beside_lift(std::string_view method);

struct ExporterName {
  std::string_view name;   // "hf_folder"
  Sentence title;          // "Hugging Face folder, merged"
};
std::span<const ExporterName> exporters();

// Searches the demo model, the Hugging Face cache, `folders` and the models of earlier runs. Reads headers only.
std::vector<ModelCandidate> find_models(const std::vector<std::filesystem::path>& folders,
                                        const TaskContext& task = {});

}   // namespace lift
