#include "ui/pages/studio_window.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QThread>
#include <QUrl>

#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "ui/dialogs/questions.h"
#include "ui/engine/kept_setup.h"
#include "ui/engine/sleep_guard.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/data_page.h"
#include "ui/pages/go_on.h"
#include "ui/pages/model_page.h"
#include "ui/pages/results_page.h"
#include "ui/pages/runs_page.h"
#include "ui/pages/selection_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/train_page.h"
#include "ui/panels/run_panel.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/window/stage_rail.h"
#include "ui/window/status_strip.h"
#include "ui/window/title_strip.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

// A recipe is one; rows are a list of them or one on each line.
bool isOneObject(const QString& path) {
  const auto value = lift::read_json_file(path.toStdString(), {.bytes = 1 << 20});
  return value.ok() && value->is_object();
}

// By its name; the reader itself goes by the first bytes.
bool holdsRows(const QFileInfo& file) {
  if (!file.isFile()) return false;
  QString name = file.fileName().toLower();
  for (const auto& packed : {u".gz"_s, u".zst"_s})
    if (name.endsWith(packed)) name.chop(packed.size());
  const QStringList endings{u"jsonl"_s, u"ndjson"_s,  u"csv"_s,   u"tsv"_s,
                            u"txt"_s,   u"parquet"_s, u"arrow"_s, u"feather"_s};
  return endings.contains(name.section(u'.', -1));
}

}   // namespace

StudioWindow::StudioWindow(Settings& settings, lift::SessionOptions options, QWidget* parent)
    : MainWindow(settings, parent) {
  const std::filesystem::path runs =
      options.runs_directory.empty() ? lift::default_runs_directory() : options.runs_directory;
  studio_ = std::make_unique<Studio>(std::move(options));
  makePages(text(runs.string()));
  kept_ = new KeptSetup(*studio_, settings, this);
  makeShortcuts();
  wireStatus();
  if (!kept_->missing().isEmpty()) models_->banner().say(Banner::Kind::Info, kept_->missing());
  offerUnfinished();
  setAcceptDrops(true);
  setCloseGuard([this] { return mayClose(); });
  showTitle();
  showTicks();
}

StudioWindow::~StudioWindow() {
  // Pages ask the engine until they are gone; it must outlive them.
  for (int page = 0; page < kPageCount; ++page) delete this->page(static_cast<PageId>(page));
  delete panel_;
  delete kept_;
}

void StudioWindow::makePages(const QString& runs_directory) {
  panel_ = new RunPanel(*studio_, this);
  models_ = new ModelPage(*studio_, this);
  for (const QString& folder : settings().recent(u"folders"_s)) models_->addFolder(folder);
  train_ = new TrainPage(*studio_, this);
  results_ = new ResultsPage(*studio_, this);
  runs_ = new RunsPage(*studio_, this);
  auto* preferences = new SettingsPage(settings(), runs_directory, this);
  setPage(PageId::Model, models_, panel_);
  setPage(PageId::Data, new DataPage(*studio_, this), panel_);
  setPage(PageId::Selection, new SelectionPage(*studio_, this), panel_);
  setPage(PageId::Train, train_, panel_);
  setPage(PageId::Results, results_, panel_);
  setPage(PageId::Runs, runs_, panel_);
  setPage(PageId::Settings, preferences);
  connect(preferences, &SettingsPage::modelFolderAdded, models_, [this](const QString& folder) {
    models_->addFolder(folder);
    models_->refresh();
  });
  connect(preferences, &SettingsPage::restartRequested, this, [this] {
    restarts_ = true;
    close();   // a run that is going on is asked about first
  });
  connect(preferences, &SettingsPage::shortcutsRequested, this, &MainWindow::showShortcuts);
  connect(preferences, &SettingsPage::aboutRequested, this, &MainWindow::showAbout);
  connect(this, &MainWindow::pageShown, panel_, &RunPanel::setShownStage);
  connect(studio_.get(), &Studio::stageRequested, this, [this](Stage stage) { showPage(stage); });
  connect(&studio_->queue(), &RunQueue::changed, this, [this] {
    const int waiting = studio_->queue().waiting();
    rail().setMark(PageId::Runs, waiting ? QString::number(waiting) : QString());
  });
  connect(runs_, &RunsPage::interruptedFound, this, [this](int count) {
    if (kept_->unfinishedRun()) return;   // which is offered by its name
    models_->banner().say(Banner::Kind::Info, tr("%n run(s) were interrupted", nullptr, count),
                          tr("They can go on exactly where they were."));
    auto* show = models_->banner().addAction(tr("Show them"));
    connect(show, &WordButton::clicked, this, [this] { showPage(PageId::Runs); });
  });
  runs_->refresh();
}

// The run that was going on when the window went, however it went: over whatever page is shown first.
void StudioWindow::offerUnfinished() {
  const auto folder = kept_->unfinishedRun();
  if (!folder) return;
  studio_->engine().submit(
      {tr("Reading the runs"), u"unfinished"_s, true}, this,
      [folder = *folder](lift::Session& session, const lift::TaskContext&) -> lift::Result<lift::RunSummary> {
        LIFT_ASSIGN(lift::RunHistory history, session.history(folder));
        return std::move(history.summary);
      },
      [this](lift::Result<lift::RunSummary> run) {
        const bool open = run.ok() && (run->can_resume || !run->obstacle.empty());
        if (open && !studio_->run().active()) sayUnfinished(*run);
        else if (run.ok() && run->state != lift::RunState::Running) kept_->letGo();
      });
}

void StudioWindow::sayUnfinished(const lift::RunSummary& run) {
  auto* shown = qobject_cast<PageFrame*>(page(currentPage()));
  if (!shown) return;
  Banner& banner = shown->banner();
  const QString name = text(run.title.empty() ? run.id : run.title);
  banner.say(Banner::Kind::Info,
             tr("%1 is not finished: step %2 of %3").arg(name, countWords(run.step), countWords(run.total_steps)),
             run.obstacle.empty() ? tr("It can go on exactly where it was saved.") : words(run.obstacle));
  auto* go_on = banner.addAction(run.obstacle.empty() ? tr("Go on") : tr("Find its files…"));
  go_on->setObjectName(u"goOnWithUnfinished"_s);
  connect(go_on, &WordButton::clicked, this, [this, &banner, folder = run.folder] {
    banner.dismiss();
    goOn(this, *studio_, folder);
  });
  connect(banner.addAction(tr("Not now")), &WordButton::clicked, this, [this, &banner] {
    kept_->letGo();
    banner.dismiss();
  });
}

// Gone for good, and wanted again in another language.
void StudioWindow::closeEvent(QCloseEvent* event) {
  MainWindow::closeEvent(event);
  if (event->isAccepted() && std::exchange(restarts_, false))
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {});
}

void StudioWindow::makeShortcuts() {
  addShortcut(
      tr("Run"), tr("Start training"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { panel_->startOrSayWhy(); },
      true);
  addShortcut(
      tr("Run"), tr("Pause or go on"), QKeySequence(Qt::CTRL | Qt::Key_P),
      [this] { studio_->run().setPaused(studio_->run().stage() != RunStage::Paused); }, true);
  addShortcut(
      tr("Run"), tr("Stop"), QKeySequence(Qt::CTRL | Qt::Key_Period),
      [this] {
        if (studio_->run().active()) panel_->askToStop();
      },
      true);
  addShortcut(
      tr("Edit"), tr("Undo"), QKeySequence::Undo, [this] { studio_->undoStack().undo(); }, true);
  addShortcut(
      tr("Edit"), tr("Redo"), QKeySequence::Redo, [this] { studio_->undoStack().redo(); }, true);
}

void StudioWindow::wireStatus() {
  Engine& engine = studio_->engine();
  connect(&engine, &Engine::jobStarted, this, [this](JobId, const QString& title) {
    status().setWords(title);
    status().setProgress(-1);
  });
  connect(&engine, &Engine::jobProgressed, this, [this](JobId, const QString& phase, qint64 done, qint64 total) {
    if (studio_->run().active() && studio_->run().phase() == lift::RunPhase::Training) return;   // told step by step
    status().setWords(phase);
    status().setProgress(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
  });
  connect(&engine, &Engine::jobFinished, this, [this](JobId, JobState) {
    if (studio_->engine().busy()) return;
    status().setWords(tr("Ready"));
    status().hideProgress();
  });
  connect(&engine, &Engine::noticeRaised, this, [this](const QString& notice, bool) { status().setNote(notice); });
  RunMonitor& run = studio_->run();
  connect(&run, &RunMonitor::changed, this, [this, &run] {
    if (!run.active()) return;
    const std::int64_t total = run.begin() ? run.begin()->total_steps : 0;
    const auto left = run.secondsLeft();
    status().setWords(total ? tr("step %1 of %2%3")
                                  .arg(countWords(run.step()), countWords(total),
                                       left ? tr("   %1 left").arg(secondsWords(*left)) : QString())
                            : tr("Starting the run"));
    status().setProgress(total ? static_cast<double>(run.step()) / static_cast<double>(total) : -1);
  });
  connect(&run, &RunMonitor::stageChanged, this, [this, &run] {
    rail().setMark(PageId::Train, run.active() ? u"•"_s : QString());
    if (run.active() && !sleep_guard_) sleep_guard_ = std::make_unique<SleepGuard>(tr("A model is being fine-tuned"));
    if (!run.active()) sleep_guard_.reset();
    showRunActions();
    showTicks();
  });
  connect(&run, &RunMonitor::finished, this, &StudioWindow::finished);
  for (const auto signal :
       {&Studio::recipeChanged, &Studio::modelChanged, &Studio::dataChanged, &Studio::selectionChanged})
    connect(studio_.get(), signal, this, [this] {
      showTitle();
      showTicks();
    });
}

// What the status strip offers of the run that is shown: its folder, and the command line's way to the same run.
void StudioWindow::showRunActions() {
  status().clearActions();
  if (!studio_->run().begin()) return;
  const QString folder = text(studio_->run().begin()->folder);
  connect(status().addAction(tr("run folder")), &WordButton::clicked, this,
          [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
  connect(status().addAction(tr("copy as command")), &WordButton::clicked, this, [this, folder] {
    QGuiApplication::clipboard()->setText(u"lift train --recipe '%1/recipe.json'"_s.arg(folder));
    status().setNote(tr("Copied: this run as a command for the terminal"));
  });
}

void StudioWindow::finished() {
  const RunMonitor& run = studio_->run();
  if (closing_) {
    close();
    return;
  }
  if (isActiveWindow()) return;
  if (run.error()) return notifyDesktop(tr("The run failed"), words(*run.error()));
  if (run.stage() != RunStage::Done) return;
  const lift::RunSummary& summary = run.outcome()->summary;
  if (summary.verdict.good()) notifyDesktop(tr("%1 is done").arg(text(summary.id)), gainWords(summary));
  else notifyDesktop(tr("%1 is done, and the model is worse").arg(text(summary.id)), words(summary.verdict.text()));
}

bool StudioWindow::mayClose() {
  RunMonitor& run = studio_->run();
  if (!run.active()) return true;
  if (closing_) return false;   // the run is ending; the window closes with it
  if (findChild<QWidget*>(u"askToClose"_s)) return false;
  const auto closeAfter = [this, &run](lift::StopKind kind) {
    closing_ = true;
    if (run.active()) run.stop(kind);
    else close();
  };
  ask(this, u"askToClose"_s, tr("A run is going on"), tr("Close LIFT Studio while it trains?"),
      tr("The run can be saved first; it then goes on at the next start, exactly where it was."),
      {{tr("Keep training"), Answer::Kind::Keep, [this] { restarts_ = false; }},
       {tr("Save the run and close"), Answer::Kind::Proceed, [closeAfter] { closeAfter(lift::StopKind::SaveAndStop); }},
       {tr("Close without saving"), Answer::Kind::Destroy,
        [closeAfter] { closeAfter(lift::StopKind::StopWithoutSaving); }}});
  return false;
}

// Wherever it falls: what it is says where it belongs. The pages' own drop areas come first.
void StudioWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void StudioWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) openPath(url.toLocalFile());
}

void StudioWindow::openPath(const QString& path) {
  const QFileInfo file(path);
  const bool json = file.suffix() == QLatin1String("json");
  if (json) {
    auto recipe = lift::read_recipe(path.toStdString());
    if (recipe.ok() || isOneObject(path)) return openRecipe(std::move(recipe));
  }
  if (json || holdsRows(file)) return openRows(path);
  if (file.isDir() && QFileInfo::exists(path + u"/adapter_config.json"_s) && studio_->model()) {
    studio_->openDelta(studio_->recipe(), path.toStdString());
    return showPage(PageId::Results);
  }
  if (file.fileName().endsWith(QLatin1String("delta.safetensors"))) return openDelta(path);
  if (file.isDir() && QFileInfo::exists(path + u"/recipe.json"_s)) {
    showPage(PageId::Runs);
    return runs_->point(path.toStdString());
  }
  showPage(PageId::Model);
  studio_->openModel(path.toStdString());
}

void StudioWindow::openRecipe(lift::Result<lift::Recipe> recipe) {
  showPage(PageId::Train);
  if (recipe.ok()) return studio_->setRecipe(std::move(*recipe), tr("Open a recipe"));
  const lift::Error& error = recipe.error();
  train_->banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
}

void StudioWindow::openRows(const QString& path) {
  studio_->setRows({path.toStdString()}, tr("Open %1").arg(QFileInfo(path).fileName()));
  showPage(PageId::Data);
}

void StudioWindow::openDelta(const QString& path) {
  const QFileInfo file(path);
  auto recipe = lift::read_recipe(file.dir().filePath(u"recipe.json"_s).toStdString());
  if (recipe.ok()) studio_->openDelta(*recipe, path.toStdString());
  else if (studio_->model()) studio_->openDelta(studio_->recipe(), path.toStdString());   // its passport tells the base
  else
    results_->banner().say(Banner::Kind::Error, tr("%1 needs its run's recipe beside it").arg(file.fileName()),
                           tr("Open its base model first."), words(recipe.error()));
  showPage(PageId::Results);
}

void StudioWindow::showTitle() {
  const lift::Recipe& recipe = studio_->recipe();
  const auto& model = studio_->model();
  const QString data =
      recipe.data.files.empty() ? QString() : QFileInfo(text(recipe.data.files.front())).completeBaseName();
  title().setModelAndData(model ? modelWords(text(studio_->openedAs())) : QString(), data);
  title().setRecipe(recipe.name.empty()
                        ? tr("R %1, %2").arg(recipe.selection.rank).arg(percentWords(recipe.selection.density))
                        : text(recipe.name));
  const int threads = recipe.train.threads > 0 ? static_cast<int>(recipe.train.threads) : QThread::idealThreadCount();
  title().setDevice(recipe.train.device.is_cpu() ? tr("CPU · %n thread(s) · %1", nullptr, threads)
                                                       .arg(QString::fromUtf8(lift::name_of(recipe.train.dtype).data()))
                                                 : text(recipe.train.device.text()));
}

void StudioWindow::showTicks() {
  for (int page = 0; page < kStageCount; ++page)
    rail().setDone(static_cast<PageId>(page), studio_->stageDone(static_cast<Stage>(page)));
}

}   // namespace ui
