#include "ui/engine/studio.h"

#include <utility>

#include <QUndoCommand>

#include "core/optim/learning_rate_advice.h"
#include "core/session/demo_model.h"
#include "ui/engine/held_out_questions.h"
#include "ui/item_models/field_words.h"
#include "ui/look/sentence_words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kHeldOutShare = 0.1;
constexpr int kProposedQuestions = 2;
constexpr std::int64_t kFirstRows = 500;
constexpr std::uintmax_t kLargeFiles = 32u << 20;   // bytes: reading them takes seconds

// Whether reading all rows takes so long that a person should see the first ones meanwhile.
bool isLarge(const lift::DataConfig& data) {
  if (data.limit_rows > 0 && data.limit_rows <= kFirstRows) return false;
  std::uintmax_t bytes = 0;
  const auto add = [&](const std::filesystem::path& file) {
    std::error_code failure;
    if (const std::uintmax_t size = std::filesystem::file_size(file, failure); !failure) bytes += size;
  };
  for (const std::string& name : data.files) {
    std::error_code failure;
    if (!std::filesystem::is_directory(name, failure)) add(name);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(name, failure)) add(entry.path());
  }
  return bytes > kLargeFiles;
}

// The page on which a field stands.
Stage stageOf(const std::string& field) {
  return field.starts_with("data.") ? Stage::Data : field.starts_with("selection.") ? Stage::Selection : Stage::Train;
}

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

// The demo's steps and rates are made for its rows: with other rows they go, but what the user has changed stays.
void forgetDemo(lift::Recipe& recipe, const std::vector<std::string>& files_before, const lift::Recipe& fresh) {
  const auto demo = lift::read_recipe(lift::demo_recipe_path());
  if (!demo.ok() || files_before != demo->data.files) return;
  for (const lift::FieldDifference& d : lift::difference(fresh, recipe)) {
    const bool of_the_rows = d.path.starts_with("data.") || d.path == "model" || d.path == "name";
    if (!of_the_rows && lift::field_text(*demo, d.path) == d.right)
      (void)lift::set_field(recipe, d.path + "=" + d.left);
  }
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

// What came of the recipe's data: the rows, or why there are none; and what the files' columns look like.
struct Studio::DataAnswer {
  lift::DataConfig config;
  std::optional<lift::DataSummary> summary;
  std::optional<lift::Error> error;
  lift::ColumnGuess columns;
  std::vector<std::string> questions;
};

Studio::Studio(lift::SessionOptions options, QObject* parent)
    : QObject(parent),
      engine_(std::move(options)),
      run_(engine_),
      queue_(new RunQueue(run_, this)),
      recipe_(freshRecipe()) {
  qRegisterMetaType<ui::Stage>("ui::Stage");
  qRegisterMetaType<lift::Error>("lift::Error");
  connect(&run_, &RunMonitor::finished, this, &Studio::runFinished);
  connect(&run_, &RunMonitor::announced, this, [this] {
    plan_ = run_.begin()->plan;
    Q_EMIT planChanged();
  });
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
  undo_.push(new RecipeEdit(*this, recipe_, std::move(changed), tr("Change “%1”").arg(fieldName(field)), merge_id));
  return {};
}

lift::Recipe Studio::freshRecipe() {
  lift::Recipe recipe;
  recipe.data.held_out_share = kHeldOutShare;
  return recipe;
}

std::set<std::string> Studio::changedFields() const {
  lift::Recipe fresh = freshRecipe();
  fresh.evaluate.sample_prompts = proposed_;
  std::set<std::string> paths;
  for (const auto& d : lift::difference(fresh, recipe_)) paths.insert(d.path);
  return paths;
}

void Studio::setRefused(const std::string& field, const QString& reason) {
  if (reason.isEmpty() ? !refused_.erase(field) : refused_[field] == reason) return;
  if (!reason.isEmpty()) refused_[field] = reason;
  Q_EMIT recipeChanged();
}

void Studio::setRows(const std::vector<std::string>& files, const QString& what) {
  lift::Recipe recipe = recipe_;
  const lift::Recipe fresh = freshRecipe();
  recipe.data = fresh.data;
  recipe.data.files = files;
  recipe.evaluate.probe_file = fresh.evaluate.probe_file;
  if (recipe.evaluate.sample_prompts == proposed_) recipe.evaluate.sample_prompts.clear();
  forgetDemo(recipe, recipe_.data.files, fresh);
  setRecipe(std::move(recipe), what);
}

void Studio::applyRecipe(const lift::Recipe& recipe) {
  const lift::Recipe before = std::exchange(recipe_, recipe);
  for (const auto& d : lift::difference(before, recipe)) refused_.erase(d.path);
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
      {tr("Loading the model"), u"model"_s, false}, this,
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

void Studio::cancelOpening() { engine_.cancelSlot(u"model"_s); }

void Studio::openData() {
  if (run_.active()) return;
  if (!model_ || recipe_.data.files.empty()) {
    data_.reset();
    columns_ = {};
    Q_EMIT dataChanged();
    return;
  }
  data_loading_ = true;
  data_partial_ = false;
  if (isLarge(recipe_.data)) readFirstRows();
  else readAllRows();
}

void Studio::stopReading() { engine_.cancelSlot(u"data"_s); }

// They are shown while the others are read.
void Studio::readFirstRows() {
  lift::DataConfig first = recipe_.data;
  first.limit_rows = kFirstRows;
  first.held_out_files.clear();
  first.replay_share = first.validation_share = 0;
  engine_.submit(
      {tr("Reading the first rows"), u"data"_s, false}, this,
      [first](lift::Session& session, const lift::TaskContext& task) { return session.open_data(first, task); },
      [this](lift::Result<lift::DataSummary> summary) {
        // What is wrong with them is told of all of them.
        if (summary.ok()) {
          data_ = std::move(*summary);
          data_partial_ = true;
          Q_EMIT dataChanged();
        }
        if (summary.ok() || summary.error().code != lift::ErrorCode::Cancelled) return readAllRows();
        data_loading_ = false;
        takeData({});
      });
}

void Studio::readAllRows() {
  engine_.submit(
      {tr("Reading the data"), u"data"_s, false}, this,
      [config = recipe_.data, &engine = engine_](lift::Session& session,
                                                 const lift::TaskContext& task) -> lift::Result<DataAnswer> {
        DataAnswer answer;
        answer.config = config;
        lift::TaskContext between = task;
        between.progress = [&](const lift::Progress& progress) {
          if (task.progress) task.progress(progress);
          engine.serveBetweenSteps(session);   // rows that somebody looks at
        };
        auto summary = session.open_data(config, between);
        if (!summary.ok() && summary.error().code == lift::ErrorCode::Cancelled) return summary.error();
        if (summary.ok()) answer.questions = heldOutQuestions(session, *summary, kProposedQuestions);
        if (summary.ok()) answer.summary = std::move(*summary);
        else answer.error = summary.error();
        if (auto columns = lift::guess_columns({config.files.begin(), config.files.end()}); columns.ok())
          answer.columns = std::move(*columns);
        return answer;
      },
      [this](lift::Result<DataAnswer> answer) {
        data_loading_ = false;
        if (!answer.ok() && data_partial_) {   // stopped: the first rows stay
          Q_EMIT dataChanged();
          return;
        }
        data_partial_ = false;
        takeData(answer.ok() ? std::move(*answer) : DataAnswer{});
      });
}

void Studio::takeData(DataAnswer answer) {
  data_ = std::move(answer.summary);
  columns_ = std::move(answer.columns);
  // No step of undo: nobody has done anything. Whoever empties the list of this data finds it empty again.
  auto& prompts = recipe_.evaluate.sample_prompts;
  if (data_ && proposed_for_ != answer.config.files) {
    if (prompts.empty() || prompts == proposed_) prompts = answer.questions;
    proposed_ = std::move(answer.questions);
    proposed_for_ = answer.config.files;
    Q_EMIT recipeChanged();
  }
  if (answer.error) Q_EMIT failed(*answer.error, Stage::Data);
  Q_EMIT dataChanged();
  requestPlan();
}

void Studio::requestSelection() {
  if (!model_ || run_.active()) return;
  engine_.submit(
      {tr("Choosing the principal weights"), u"selection"_s, false}, this,
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
  if (!model_ || recipe_.data.files.empty() || run_.active() || data_partial_) return;
  engine_.submit(
      {tr("Planning the memory"), u"plan"_s, false}, this,
      [recipe = recipe_](lift::Session& session, const lift::TaskContext&) { return session.plan(recipe); },
      [this](lift::Result<lift::MemoryPlan> plan) {
        if (plan.ok()) plan_ = std::move(*plan);
        else plan_.reset();
        Q_EMIT planChanged();
      });
}

// One sentence for one field: named on the button, red where it stands.
void Studio::addFieldChecks(std::vector<Check>& list) const {
  const auto error = [&list](const std::string& field, const QString& reason) {
    list.push_back({true, tr("Mend: %1").arg(fieldName(field)), reason, stageOf(field), field});
  };
  for (const auto& [field, reason] : refused_) error(field, reason);
  if (!model_) return;
  if (const lift::Status status = recipe_.selection.validate(model_->config); !status.ok())
    error(status.error().subject.text(), words(status.error()));
  if (recipe_.data.files.empty()) return;
  if (const lift::Status status = recipe_.validate(); !status.ok())
    error(status.error().subject.text(), words(status.error()));
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
  addFieldChecks(list);
  const auto warn = [&list](const QString& title, const QString& reason, Stage stage) {
    list.push_back({false, title, reason, stage});
  };
  if (data_ && data_->held_out_rows == 0)
    warn(tr("Nothing is held out"), tr("Without held-out rows nobody can tell learning from memorising."), Stage::Data);
  if (recipe_.evaluate.probe_file.empty())
    warn(tr("Forgetting is not watched"), tr("Choose a retention probe to see what the model still knows."),
         Stage::Data);
  if (const auto warning = lift::learning_rate_warning(recipe_.optimizer.learning_rate))
    list.push_back({false, tr("Look at the learning rate"), words(*warning), Stage::Train, "optimizer.learning_rate"});
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

void Studio::resumeRun(const std::filesystem::path& folder, const lift::MovedFiles& moved) {
  if (run_.active()) return;
  auto recipe = lift::read_recipe(folder / "recipe.json");
  if (!recipe.ok()) {
    Q_EMIT failed(recipe.error(), Stage::Runs);
    return;
  }
  const lift::Recipe now = lift::with_moved(*recipe, moved);
  setRecipe(now, tr("Go on with %1").arg(QString::fromStdString(folder.filename().string())));
  run_.resume(folder, now, moved);
  Q_EMIT stageRequested(Stage::Train);
}

void Studio::restoreRecipe(const lift::Recipe& recipe) {
  std::error_code error;
  lift::Recipe wanted = recipe;
  if (!std::filesystem::exists(wanted.model, error)) wanted.model.clear();
  applyRecipe(wanted);
  undo_.clear();
}

void Studio::openDelta(const lift::Recipe& recipe, const std::filesystem::path& delta) {
  if (run_.active()) return;
  setRecipe(recipe, tr("Open the result of %1").arg(QString::fromStdString(delta.parent_path().filename().string())));
  engine_.submit(
      {tr("Applying the delta"), u"delta"_s, false}, this,
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
