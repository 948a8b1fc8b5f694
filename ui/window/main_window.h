#pragma once
// The main window's layout: title and status strips, rail, page stack and side panel. Pages and side panels come from
// ui/pages; their contents are not known here. Window thread.
#include <QMainWindow>

#include <array>
#include <functional>

#include "ui/window/page_id.h"

class QMenu;
class QStackedWidget;

namespace ui {

// The window's initial and minimum size in device-independent pixels on a screen with `room` available; never larger
// than that. A screen of 1280 x 800 at 150 % has 853 x 533.
QSize firstSize(QSize room);
QSize leastSize(QSize room);

class Settings;
class StageRail;
class StatusStrip;
class TitleStrip;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(Settings& settings, QWidget* parent = nullptr);
  ~MainWindow() override;

  // Takes ownership of both. `side_panel`: nullptr (the page gets the whole width), or one that other pages have too.
  void setPage(PageId id, QWidget* page, QWidget* side_panel = nullptr);
  QWidget* page(PageId id) const { return pages_[static_cast<std::size_t>(id)]; }
  PageId currentPage() const;
  void showPage(PageId id);

  TitleStrip& title() { return *title_; }
  StageRail& rail() { return *rail_; }
  StatusStrip& status() { return *status_; }
  Settings& settings() { return settings_; }

  // An action with a shortcut, listed by F1 and, if `in_menu`, in the menu. `group`: "Go to", "Run", "View".
  QAction* addShortcut(const QString& group, const QString& name, const QKeySequence& keys, std::function<void()> act,
                       bool in_menu = false);
  struct Shortcut {
    QString group, name;
    QKeySequence keys;
  };
  const std::vector<Shortcut>& shortcuts() const { return shortcuts_; }
  void showShortcuts();
  void showAbout();

  // Called before the window closes; false keeps it open (a run is active, and the guard shows its dialog).
  void setCloseGuard(std::function<bool()> guard) { close_guard_ = std::move(guard); }
  bool isSidePanelFolded() const;

 Q_SIGNALS:
  void pageShown(PageId page);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void makeActions();
  QAction* endOf(const QString& group);   // the separator at the end of its part of the menu
  void toggleSidePanel();
  void placeSidePanel();

  Settings& settings_;
  QMenu* menu_;
  TitleStrip* title_;
  StageRail* rail_;
  StatusStrip* status_;
  QStackedWidget* stack_;
  QStackedWidget* side_;
  std::array<QWidget*, kPageCount> pages_{}, side_panels_{};
  std::vector<Shortcut> shortcuts_;
  std::vector<std::pair<QString, QAction*>> menu_ends_;
  QAction* own_actions_ = nullptr;   // first of the window's own part of the menu; nullptr while that is built
  std::function<bool()> close_guard_;
  bool unfolded_by_hand_ = false;
};

}   // namespace ui
