#include "ui/engine/studio.h"

#include <utility>

#include <QUndoCommand>

#include "ui/look/sentence_words.h"

namespace ui {

namespace {

std::string fieldOf(const std::string& assignment) { return assignment.substr(0, assignment.find('=')); }

bool sameData(const lift::Recipe& a, const lift::Recipe& b) {
  for (const auto& d : lift::difference(a, b))
    if (d.path.starts_with("data.") || d.path == "model") return false;
  return true;
}

bool sameSelection(const lift::Recipe& a, const lift::Recipe& b) {
  for (const auto& d : lift::difference(a, b))
    if (d.path.starts_with("selection.") || d.path == "model" || d.path == "train.seed") return false;
  return true;
}

}   // namespace

// Before and after, whole: recipes are small.
class Studio::RecipeEdit : public QUndoCommand {
 public:
  RecipeEdit(Studio& studio, lift::Recipe before, lift::Recipe after, const QString& text, int merge_id)
      : QUndoCommand(text),
        studio_(studio),
        before_(std::move(before)),
        after_(std::move(after)),
        merge_id_(merge_id) {}
  void undo() override { studio_.applyRecipe(before_); }
  void redo() override { studio_.applyRecipe(after_); }
  int id() const override { return merge_id_; }
  bool mergeWith(const QUndoCommand* other) override {
    after_ = static_cast<const RecipeEdit*>(other)->after_;
    return true;
  }

 private:
  Studio& studio_;
  lift::Recipe before_, after_;
  int merge_id_;   // -1: never merged
};

Studio::Studio(lift::SessionOptions options, QObject* parent)
    : QObject(parent), engine_(std::move(options)), run_(engine_) {
  qRegisterMetaType<ui::Stage>("ui::Stage");
  qRegisterMetaType<lift::Error>("lift::Error");
  connect(&run_, &RunMonitor::finished, this, &Studio::runFinished);
  connect(&run_, &RunMonitor::stageChanged, this, [this](RunStage stage) {
    if (stage == RunStage::Starting) setDelta({}, false);
  });
}

Studio::~Studio() = default;

void Studio::runFinished() {
  if (run_.error() && run_.error()->code != lift::ErrorCode::Cancelled) Q_EMIT failed(*run_.error(), Stage::Train);
  const bool of_open_model = runsOpenModel();
  if (run_.outcome() && of_open_model) setDelta(run_.outcome()->summary.delta, run_.outcome()->changed > 0);
  selection_.reset();
  Q_EMIT selectionChanged();
  // The form may have been edited meanwhile, and the queue may have trained another model.
  if (model_ && (recipe_.model != opened_ || !of_open_model)) openModel(recipe_.model);
  else if (!data_) openData();
}

bool Studio::runsOpenModel() const { return !run_.recipe() || !model_ || run_.recipe()->model == opened_; }

void Studio::setDelta(const std::filesystem::path& delta, bool differs) {
  delta_ = delta;
  differs_ = differs;
  Q_EMIT deltaChanged();
}

void Studio::setRecipe(lift::Recipe recipe, const QString& what) {
  if (lift::difference(recipe_, recipe).empty()) return;
  undo_.push(new RecipeEdit(*this, recipe_, std::move(recipe), what, -1));
}

lift::Status Studio::setField(const std::string& assignment, bool merge) {
  lift::Recipe changed = recipe_;
  LIFT_RETURN_IF_ERROR(lift::set_field(changed, assignment));
  if (lift::difference(recipe_, changed).empty()) return {};
  const std::string field = fieldOf(assignment);
  const int merge_id = merge ? static_cast<int>(std::hash<std::string>{}(field)&0x7fffffff) : -1;
  undo_.push(
      new RecipeEdit(*this, recipe_, std::move(changed), tr("Change %1").arg(QString::fromStdString(field)), merge_id));
  return {};
}

int Studio::nonDefaultFields() const {
  int count = 0;
  for (const auto& d : lift::difference(lift::Recipe{}, recipe_))
    if (d.path != "model" && d.path != "name" && d.path != "data.files") ++count;
  return count;
}

void Studio::applyRecipe(const lift::Recipe& recipe) {
  const lift::Recipe before = std::exchange(recipe_, recipe);
  Q_EMIT recipeChanged();
  if (before.model != recipe.model && !recipe.model.empty()) openModel(recipe.model);
  else if (!sameData(before, recipe)) openData();
  if (!sameSelection(before, recipe)) {
    selection_.reset();
    Q_EMIT selectionChanged();
  }
  requestPlan();
}

void Studio::openModel(const std::filesystem::path& path) {
  if (run_.active()) return;
  if (recipe_.model != path.string()) {
    lift::Recipe changed = recipe_;
    changed.model = path.string();
    setRecipe(std::move(changed), tr("Choose a model"));   // comes back here through applyRecipe
    return;
  }
  opening_model_ = engine_.submit(
      {tr("Loading the model"), QStringLiteral("model"), false}, this,
      [path, dtype = recipe_.train.dtype, device = recipe_.train.device](lift::Session& session,
                                                                         const lift::TaskContext& task) {
        return session.open_model(path, dtype, device, task);
      },
      [this, path](lift::Result<lift::ModelSummary> summary) {
        opening_model_.reset();
        data_.reset();
        selection_.reset();
        if (summary.ok()) {
          model_ = std::move(*summary);
          opened_ = path.string();
        } else {
          model_.reset();
          if (summary.error().code != lift::ErrorCode::Cancelled) Q_EMIT failed(summary.error(), Stage::Model);
        }
        setDelta({}, false);
        Q_EMIT modelChanged();
        Q_EMIT selectionChanged();
        openData();
        requestPlan();
      });
  Q_EMIT modelOpening();
}

void Studio::cancelOpening() { engine_.cancelSlot(QStringLiteral("model")); }

void Studio::openData() {
  if (run_.active()) return;
  if (!model_ || recipe_.data.files.empty()) {
    data_.reset();
    Q_EMIT dataChanged();
    return;
  }
  data_loading_ = true;
  engine_.submit(
      {tr("Reading the data"), QStringLiteral("data"), false}, this,
      [config = recipe_.data](lift::Session& session, const lift::TaskContext& task) {
        return session.open_data(config, task);
      },
      [this](lift::Result<lift::DataSummary> summary) {
        data_loading_ = false;
        if (summary.ok()) {
          data_ = std::move(*summary);
        } else {
          data_.reset();
          if (summary.error().code != lift::ErrorCode::Cancelled) Q_EMIT failed(summary.error(), Stage::Data);
        }
        Q_EMIT dataChanged();
        requestPlan();
      });
}

void Studio::requestSelection() {
  if (!model_ || run_.active()) return;
  engine_.submit(
      {tr("Choosing the principal weights"), QStringLiteral("selection"), false}, this,
      [config = recipe_.selection, seed = recipe_.train.seed](lift::Session& session, const lift::TaskContext& task) {
        return session.select(config, seed, task);
      },
      [this](lift::Result<lift::SelectionReport> report) {
        if (!report.ok()) {   // no selectionChanged: whoever looks would ask again, and again
          if (report.error().code != lift::ErrorCode::Cancelled) Q_EMIT failed(report.error(), Stage::Selection);
          return;
        }
        selection_ = std::move(*report);
        Q_EMIT selectionChanged();
      });
}

void Studio::requestPlan() {
  if (!model_ || recipe_.data.files.empty() || run_.active()) return;
  engine_.submit(
      {tr("Planning the memory"), QStringLiteral("plan"), false}, this,
      [recipe = recipe_](lift::Session& session, const lift::TaskContext&) { return session.plan(recipe); },
      [this](lift::Result<lift::MemoryPlan> plan) {
        if (plan.ok()) plan_ = std::move(*plan);
        else plan_.reset();
        Q_EMIT planChanged();
      });
}

std::vector<Studio::Check> Studio::checks() const {
  std::vector<Check> list;
  const auto error = [&list](const QString& title, const QString& reason, Stage stage) {
    list.push_back({true, title, reason, stage});
  };
  if (opening_model_) error(tr("Loading the model"), tr("Wait until the model is loaded."), Stage::Model);
  else if (!model_) error(tr("Choose a model"), tr("Nothing is open that could train."), Stage::Model);
  if (recipe_.data.files.empty()) error(tr("Choose a data set"), tr("Training needs rows with answers."), Stage::Data);
  else if (data_loading_) error(tr("Checking the data set"), tr("Wait until the rows are read."), Stage::Data);
  else if (model_ && !data_) error(tr("Mend the data set"), tr("Its rows could not be read."), Stage::Data);
  if (model_) {
    if (const lift::Status status = recipe_.selection.validate(model_->config); !status.ok())
      error(tr("Mend the selection"), words(status.error()), Stage::Selection);
  }
  if (model_ && !recipe_.data.files.empty()) {
    if (const lift::Status status = recipe_.validate(); !status.ok())
      error(tr("Mend the settings"), words(status.error()), Stage::Train);
  }
  const auto warn = [&list](const QString& title, const QString& reason, Stage stage) {
    list.push_back({false, title, reason, stage});
  };
  if (data_ && data_->held_out_rows == 0)
    warn(tr("Nothing is held out"), tr("Without held-out rows nobody can tell learning from memorising."), Stage::Data);
  if (recipe_.evaluate.probe_file.empty())
    warn(tr("Forgetting is not watched"), tr("Choose a retention probe to see what the model still knows."),
         Stage::Data);
  if (plan_ && plan_->verdict == lift::MemoryPlan::Verdict::DoesNotFit)
    warn(tr("It may not fit into memory"), tr("The plan's peak is above what is free now."), Stage::Train);
  return list;
}

void Studio::startRun() {
  for (const Check& check : checks())
    if (check.error) {
      Q_EMIT stageRequested(check.stage);
      return;
    }
  run_.start(recipe_);
  Q_EMIT stageRequested(Stage::Train);
}

void Studio::resumeRun(const std::filesystem::path& folder) {
  if (run_.active()) return;
  auto recipe = lift::read_recipe(folder / "recipe.json");
  if (!recipe.ok()) {
    Q_EMIT failed(recipe.error(), Stage::Runs);
    return;
  }
  setRecipe(*recipe, tr("Go on with %1").arg(QString::fromStdString(folder.filename().string())));
  run_.resume(folder, *recipe);
  Q_EMIT stageRequested(Stage::Train);
}

void Studio::openDelta(const lift::Recipe& recipe, const std::filesystem::path& delta) {
  if (run_.active()) return;
  setRecipe(recipe, tr("Open the result of %1").arg(QString::fromStdString(delta.parent_path().filename().string())));
  engine_.submit(
      {tr("Applying the delta"), QStringLiteral("delta"), false}, this,
      [recipe, delta](lift::Session& session, const lift::TaskContext& task) -> lift::Result<lift::ModelSummary> {
        LIFT_ASSIGN(lift::ModelSummary summary,
                    session.open_model(recipe.model, recipe.train.dtype, recipe.train.device, task));
        LIFT_RETURN_IF_ERROR(session.attach_delta(delta, task));
        return summary;
      },
      [this, delta, path = recipe.model](lift::Result<lift::ModelSummary> summary) {
        if (!summary.ok()) {
          if (summary.error().code != lift::ErrorCode::Cancelled) Q_EMIT failed(summary.error(), Stage::Results);
          return;
        }
        if (!model_) {
          model_ = std::move(*summary);
          opened_ = path;
          Q_EMIT modelChanged();
        }
        selection_.reset();
        Q_EMIT selectionChanged();
        setDelta(delta, true);
      });
}

bool Studio::stageDone(Stage stage) const {
  switch (stage) {
    case Stage::Model: return model_.has_value();
    case Stage::Data: return data_.has_value();
    case Stage::Selection: return selection_.has_value();
    case Stage::Train: return run_.stage() == RunStage::Done;
    case Stage::Results: return !delta_.empty();
    case Stage::Runs:
    case Stage::Settings: return false;
  }
  return false;
}

}   // namespace ui
