#pragma once
// What the window is about: the recipe being written, the open model and data, the preview of the selection, the memory
// plan, the run. Pages read from here and ask here; the engine answers. Composition only: numbers come from core.
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

  // The recipe being written. setField takes "train.batch_rows=16"; a value that does not fit is refused with its
  // sentence and changes nothing. Steps of one slider drag (`merge`: same field) are one undo step.
  const lift::Recipe& recipe() const { return recipe_; }
  void setRecipe(lift::Recipe recipe, const QString& what);
  lift::Status setField(const std::string& assignment, bool merge = false);
  // What the window starts from: core's defaults, and a tenth of the rows held out.
  static lift::Recipe freshRecipe();
  // Paths of the fields that differ from those.
  std::set<std::string> changedFields() const;
  // A value that was typed and refused, until another takes its place or the field is told to forget it (empty reason):
  // the recipe keeps what it had, and no run starts meanwhile.
  void setRefused(const std::string& field, const QString& reason);
  const std::map<std::string, QString>& refused() const { return refused_; }

  // Model: opens in the recipe's dtype and on its device, and becomes recipe().model.
  void openModel(const std::filesystem::path& path);
  void cancelOpening();
  const std::optional<JobId>& openingModel() const { return opening_model_; }   // its job, while it loads
  const std::optional<lift::ModelSummary>& model() const { return model_; }
  const std::string& openedAs() const { return opened_; }   // the open model as the recipe calls it
  // Data: what recipe().data names, whenever it changes. Nothing without a model.
  void openData();
  const std::optional<lift::DataSummary>& data() const { return data_; }
  // The columns of the files, whether they could be read as rows or not, with the likeliest roles.
  const lift::ColumnGuess& columns() const { return columns_; }
  // Other rows to learn from: what belonged to the former goes with them (held-out rows, probe, columns, lengths). No
  // files: all is taken away.
  void setRows(const std::vector<std::string>& files, const QString& what);
  // Selection preview of the whole model, whenever the settings change and somebody looks.
  void requestSelection();
  const std::optional<lift::SelectionReport>& selection() const { return selection_; }
  void requestPlan();
  const std::optional<lift::MemoryPlan>& plan() const { return plan_; }

  // What is missing before a run can start, in words, most urgent first; empty: it can.
  struct Check {
    bool error = true;   // else a warning: one may go on
    QString title, reason;
    Stage stage = Stage::Model;
    std::string field;   // of the recipe, where it is about one
  };
  std::vector<Check> checks() const;
  void startRun();
  // `moved`: where what it was started with lies now.
  void resumeRun(const std::filesystem::path& folder, const lift::MovedFiles& moved = {});
  // What the window was about last time: no step to undo. Its model is opened unless it is gone.
  void restoreRecipe(const lift::Recipe& recipe);
  // Opens a run's model with its delta applied; delta() then names it.
  void openDelta(const lift::Recipe& recipe, const std::filesystem::path& delta);
  // The delta that the open model carries: the last run's, or one that was opened. Empty: none.
  const std::filesystem::path& delta() const { return delta_; }
  // Whether the open model is other than its base: with a delta, and after a run that was stopped and saved.
  bool differsFromBase() const { return differs_; }
  // The queue may train another model than the one that the pages show.
  bool runsOpenModel() const;

  bool stageDone(Stage stage) const;

 Q_SIGNALS:
  void recipeChanged();
  void modelChanged();   // opened, closed, or could not be opened
  void dataChanged();
  void selectionChanged();
  void planChanged();
  void modelOpening();   // openingModel() has begun
  void deltaChanged();
  void failed(const lift::Error& error, ui::Stage stage);   // something asked for did not work: show its sentence
  void stageRequested(ui::Stage stage);                     // go there

 private:
  class RecipeEdit;
  struct DataAnswer;
  void applyRecipe(const lift::Recipe& recipe);
  void setDelta(const std::filesystem::path& delta, bool differs);
  void runFinished();
  void takeData(DataAnswer answer);
  void addFieldChecks(std::vector<Check>& list) const;

  Engine engine_;
  RunMonitor run_;
  RunQueue* queue_;   // a child
  QUndoStack undo_;
  lift::Recipe recipe_;
  std::optional<lift::ModelSummary> model_;
  std::string opened_;   // what the recipe called the open model: its own path may be another, past links
  std::optional<lift::DataSummary> data_;
  lift::ColumnGuess columns_;
  std::map<std::string, QString> refused_;
  std::vector<std::string> proposed_;       // questions of held-out rows, put into the recipe unless there were some
  std::vector<std::string> proposed_for_;   // the files they are from
  std::optional<lift::SelectionReport> selection_;
  std::optional<lift::MemoryPlan> plan_;
  std::optional<JobId> opening_model_;
  std::filesystem::path delta_;
  bool data_loading_ = false, differs_ = false;
};

}   // namespace ui
