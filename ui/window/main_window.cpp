#include "ui/window/main_window.h"

#include <algorithm>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/settings/settings.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/window/help_dialogs.h"
#include "ui/window/page_fade.h"
#include "ui/window/stage_rail.h"
#include "ui/window/status_strip.h"
#include "ui/window/title_strip.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kFrame = 36;   // pixels: the title bar that the desktop puts around the window

// The side panel's stack with its line at the left.
class SideStack : public QStackedWidget {
 public:
  using QStackedWidget::QStackedWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), colours().panel);
    painter.fillRect(QRect(0, 0, 1, height()), colours().line);
  }
};

}   // namespace

QSize firstSize(QSize room) { return QSize(1440, 900).boundedTo(room).expandedTo(leastSize(room)); }
QSize leastSize(QSize room) { return QSize(960, 600).boundedTo(room).expandedTo(QSize(640, 400)); }

MainWindow::MainWindow(Settings& settings, QWidget* parent)
    : QMainWindow(parent),
      settings_(settings),
      menu_(new QMenu(this)),
      title_(new TitleStrip(menu_)),
      rail_(new StageRail),
      status_(new StatusStrip),
      stack_(new QStackedWidget),
      side_(new SideStack) {
  setWindowTitle(u"LIFT Studio"_s);
  settings_.serve(*this);
  const QSize room = screen()->availableGeometry().size() - QSize(0, kFrame);
  setMinimumSize(leastSize(room));
  resize(firstSize(room));
  side_->setContentsMargins(1, 0, 0, 0);
  side_->setFixedWidth(measure::kSidePanel);
  side_->setAccessibleName(tr("Side panel"));
  for (int i = 0; i < kPageCount; ++i) {
    stack_->addWidget(new QWidget);
  }
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(rail_);
  body->addWidget(stack_, 1);
  body->addWidget(side_);
  auto* whole = new QWidget;
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(title_);
  column->addLayout(body, 1);
  column->addWidget(status_);
  setCentralWidget(whole);
  connect(rail_, &StageRail::chosen, this, &MainWindow::showPage);
  connect(title_->panelSwitch(), &QAbstractButton::clicked, this, &MainWindow::toggleSidePanel);
  makeActions();
  restoreGeometry(settings_.windowGeometry());
  showPage(static_cast<PageId>(std::clamp(settings_.page(), 0, kPageCount - 1)));
}

MainWindow::~MainWindow() = default;

void MainWindow::setPage(PageId id, QWidget* page, QWidget* side_panel) {
  const int index = static_cast<int>(id);
  pages_[static_cast<std::size_t>(index)] = page;
  side_panels_[static_cast<std::size_t>(index)] = side_panel;
  const int shown = stack_->currentIndex();
  QWidget* old = stack_->widget(index);
  stack_->insertWidget(index, page);
  stack_->removeWidget(old);
  old->deleteLater();
  stack_->setCurrentIndex(shown);
  if (side_panel && side_->indexOf(side_panel) < 0) side_->addWidget(side_panel);
  placeSidePanel();
}

PageId MainWindow::currentPage() const { return static_cast<PageId>(stack_->currentIndex()); }

void MainWindow::showPage(PageId id) {
  const bool another = id != currentPage();
  rail_->setCurrent(id);
  if (another && isVisible()) fade_over(*stack_);
  stack_->setCurrentIndex(static_cast<int>(id));
  settings_.setPage(static_cast<int>(id));
  placeSidePanel();
  Q_EMIT pageShown(id);
}

QAction* MainWindow::addShortcut(const QString& group, const QString& name, const QKeySequence& keys,
                                 std::function<void()> act, bool in_menu) {
  auto* action = new QAction(name, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WindowShortcut);
  connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
  addAction(action);
  if (in_menu) menu_->insertAction(endOf(group), action);
  shortcuts_.push_back({group, name, keys});
  return action;
}

// The menu's parts from the top: what pages have put there (the run's, the recipe's), then the window's own, Quit last.
QAction* MainWindow::endOf(const QString& group) {
  const auto found = std::ranges::find(menu_ends_, group, &std::pair<QString, QAction*>::first);
  if (found != menu_ends_.end()) return found->second;
  auto* end = new QAction(menu_);
  end->setSeparator(true);
  menu_->insertAction(own_actions_, end);
  menu_ends_.emplace_back(group, end);
  return end;
}

void MainWindow::makeActions() {
  const QString go = tr("Go to"), view = tr("View"), help = tr("Help");
  QAction* settings = nullptr;
  for (int i = 0; i < kPageCount; ++i) {
    const auto page = static_cast<PageId>(i);
    QAction* action = addShortcut(
        go, nameOf(page), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
        [this, page] { showPage(page); }, page == PageId::Settings);
    if (page != PageId::Settings) continue;
    action->setIcon(icon(u"settings"_s));
    action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Comma), action->shortcut()});
    settings = action;
  }
  auto* looks = new QMenu(tr("Theme"), menu_);
  looks->setIcon(icon(u"sun"_s));
  menu_->insertMenu(endOf(go), looks);
  auto* modes = new QActionGroup(this);
  for (const auto& [mode, name] :
       {std::pair(Theme::Mode::System, tr("As the system")), std::pair(Theme::Mode::Light, tr("Light")),
        std::pair(Theme::Mode::Dark, tr("Dark"))}) {
    QAction* choice = looks->addAction(name, this, [this, mode = mode] { settings_.setTheme(mode); });
    choice->setCheckable(true);
    choice->setChecked(settings_.theme() == mode);
    modes->addAction(choice);
  }
  addShortcut(
      view, tr("Side panel"), QKeySequence(Qt::Key_F9), [this] { toggleSidePanel(); }, true)
      ->setIcon(icon(u"panel"_s));
  addShortcut(
      view, tr("Whole screen"), QKeySequence(Qt::Key_F11),
      [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }, true)
      ->setIcon(icon(u"expand"_s));
  addShortcut(view, tr("Menu"), QKeySequence(Qt::Key_F10), [this] {
    if (auto* button = findChild<QToolButton*>(u"menuButton"_s)) button->showMenu();
  });
  QAction* list = addShortcut(
      help, tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1), [this] { showShortcuts(); }, true);
  list->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
  list->setIcon(icon(u"keyboard"_s));
  auto* about = new QAction(icon(u"info"_s), tr("About LIFT Studio"), menu_);
  connect(about, &QAction::triggered, this, &MainWindow::showAbout);
  menu_->insertAction(endOf(help), about);
  QAction* quit = addShortcut(help, tr("Quit"), QKeySequence::Quit, [this] { close(); });
  menu_->addAction(quit);
  own_actions_ = settings;
}

void MainWindow::showShortcuts() { show_shortcuts(*this, shortcuts_); }
void MainWindow::showAbout() { show_about(*this); }

bool MainWindow::isSidePanelFolded() const { return side_->isHidden(); }

void MainWindow::toggleSidePanel() {
  const bool open = side_->isHidden();
  if (width() < measure::kFoldSidePanelBelow) unfolded_by_hand_ = open;
  else settings_.setSidePanelOpen(open);
  placeSidePanel();
}

void MainWindow::placeSidePanel() {
  const bool narrow = width() < measure::kFoldSidePanelBelow;
  if (!narrow) unfolded_by_hand_ = false;
  const bool has_panel = side_panels_[static_cast<std::size_t>(currentPage())] != nullptr;
  if (has_panel) side_->setCurrentWidget(side_panels_[static_cast<std::size_t>(currentPage())]);
  side_->setVisible(has_panel && (narrow ? unfolded_by_hand_ : settings_.sidePanelOpen()));
  title_->panelSwitch()->setEnabled(has_panel);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  placeSidePanel();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (close_guard_ && !close_guard_()) return event->ignore();
  settings_.setWindowGeometry(saveGeometry());
  event->accept();
}

}   // namespace ui
