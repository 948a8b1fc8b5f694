#pragma once
// The window's state: the recipe being edited, the open model and data, the selection preview, the memory plan, the
// run. Pages read it and make requests here; the engine answers. Contains no arithmetic: numbers come from core.
// Every change of the recipe is one undo step. Thread: the window's.
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QObject>
#include <QUndoStack>

#include "core/data/column_guess.h"
#include "core/session/session.h"
#include "ui/engine/engine.h"
#include "ui/engine/run_monitor.h"
#include "ui/engine/run_queue.h"
#include "ui/window/page_id.h"

namespace ui {

using Stage = PageId;

class Studio : public QObject {
  Q_OBJECT

 public:
  explicit Studio(lift::SessionOptions options, QObject* parent = nullptr);
  ~Studio() override;

  Engine& engine() { return engine_; }
  RunMonitor& run() { return run_; }
  RunQueue& queue() { return *queue_; }
  QUndoStack& undoStack() { return undo_; }

  // The recipe being edited. setField takes "train.batch_rows=16"; an invalid value gives an error and changes nothing.
  // `merge`: joins changes of one field, such as those of a slider drag, into one undo step.
  const lift::Recipe& recipe() const { return recipe_; }
  void setRecipe(lift::Recipe recipe, const QString& what);
  lift::Status setField(const std::string& assignment, bool merge = false);
  // The initial recipe: core's defaults, with a tenth of the rows held out.
  static lift::Recipe freshRecipe();
  // Paths of the fields that differ from freshRecipe().
  std::set<std::string> changedFields() const;
  // Records that a typed value was refused, until another replaces it or `reason` is empty. The recipe keeps its value,
  // and no run can start meanwhile.
  void setRefused(const std::string& field, const QString& reason);
  const std::map<std::string, QString>& refused() const { return refused_; }

  // Opens the model in the recipe's dtype and on its device; it becomes recipe().model.
  void openModel(const std::filesystem::path& path);
  void cancelOpening();
  const std::optional<JobId>& openingModel() const { return opening_model_; }   // the job that opens a model
  const std::optional<lift::ModelSummary>& model() const { return model_; }
  const std::string& openedAs() const { return opened_; }   // the open model's path as the recipe has it
  // Opens the files of recipe().data; called whenever they change. Does nothing without a model.
  void openData();
  const std::optional<lift::DataSummary>& data() const { return data_; }
  // data() is of the first rows of large files: all of them are being read (dataLoading), or that was stopped.
  bool dataPartial() const { return data_partial_; }
  bool dataLoading() const { return data_loading_; }
  void stopReading();
  // The files' columns, also if they could not be read as rows, with the likeliest roles.
  const lift::ColumnGuess& columns() const { return columns_; }
  // Replaces the training rows and clears what belonged to the old ones (held-out rows, probe, columns, lengths). No
  // files: clears all of it.
  void setRows(const std::vector<std::string>& files, const QString& what);
  // Previews the selection of the whole model; called when settings change while the preview is visible.
  void requestSelection();
  const std::optional<lift::SelectionReport>& selection() const { return selection_; }
  void requestPlan();
  const std::optional<lift::MemoryPlan>& plan() const { return plan_; }

  // What prevents a run from starting, in words, most urgent first; empty: nothing does.
  struct Check {
    bool error = true;   // false: a warning, which does not prevent it
    QString title, reason;
    Stage stage = Stage::Model;
    std::string field;   // the recipe's field concerned, if any
  };
  std::vector<Check> checks() const;
  void startRun();
  // `moved`: new locations of the files that it was started with.
  void resumeRun(const std::filesystem::path& folder, const lift::MovedFiles& moved = {});
  // Restores the last recipe, without an undo step. Opens its model if that still exists.
  void restoreRecipe(const lift::Recipe& recipe);
  // Opens a run's model with its delta applied; delta() then returns its path.
  void openDelta(const lift::Recipe& recipe, const std::filesystem::path& delta);
  // The delta in the open model: the last run's, or one that was opened. Empty: none.
  const std::filesystem::path& delta() const { return delta_; }
  // Whether the open model differs from its base: with a delta, or after a run that was stopped and saved.
  bool differsFromBase() const { return differs_; }
  // Whether the run trains the open model; a run from the queue may train another.
  bool runsOpenModel() const;

  bool stageDone(Stage stage) const;

 Q_SIGNALS:
  void recipeChanged();
  void modelChanged();   // opened, closed, or could not be opened
  void dataChanged();
  void selectionChanged();
  void planChanged();
  void modelOpening();   // openingModel() is set
  void deltaChanged();
  void failed(const lift::Error& error, ui::Stage stage);   // a request failed: show its sentence
  void stageRequested(ui::Stage stage);                     // show this page

 private:
  class RecipeEdit;
  struct DataAnswer;
  void applyRecipe(const lift::Recipe& recipe);
  void setDelta(const std::filesystem::path& delta, bool differs);
  void runFinished();
  void readFirstRows();
  void readAllRows();
  void takeData(DataAnswer answer);
  void addFieldChecks(std::vector<Check>& list) const;

  Engine engine_;
  RunMonitor run_;
  RunQueue* queue_;   // owned as a QObject child
  QUndoStack undo_;
  lift::Recipe recipe_;
  std::optional<lift::ModelSummary> model_;
  std::string opened_;   // the model's path in the recipe, which may contain symbolic links that its own path does not
  std::optional<lift::DataSummary> data_;
  lift::ColumnGuess columns_;
  std::map<std::string, QString> refused_;
  std::vector<std::string> proposed_;       // questions from held-out rows, added to the recipe if it has none
  std::vector<std::string> proposed_for_;   // the files that they are from
  std::optional<lift::SelectionReport> selection_;
  std::optional<lift::MemoryPlan> plan_;
  std::optional<JobId> opening_model_;
  std::filesystem::path delta_;
  bool data_loading_ = false, data_partial_ = false, differs_ = false;
};

}   // namespace ui
