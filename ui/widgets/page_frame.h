#pragma once
// The frame of a page: title, subtitle, a banner, and a column of cards that scrolls vertically, never sideways: its
// contents must be able to become as narrow as the page. Starts at the top when shown. Also the side panel's frame:
// sections from the top, the next action at the bottom.
#include <QScrollArea>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class Banner;
class EmptyState;
class Text;

class PageFrame : public QScrollArea {
  Q_OBJECT
 public:
  PageFrame(const QString& title, const QString& subtitle, QWidget* parent = nullptr);
  void setSubtitle(const QString& subtitle);
  Banner& banner() { return *banner_; }
  QVBoxLayout* column() { return column_; }   // below title and banner
  void addHeadControl(QWidget* control);      // at the right of the title
  // Creates what the page shows in place of the column while it is empty. Call once; showEmpty() shows it.
  EmptyState& makeEmpty(const QString& icon, const QString& title, const QString& sentence);
  void showEmpty(bool empty);
  void scrollToTop();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  Text* title_;
  Text* subtitle_;
  Banner* banner_;
  QWidget* content_;
  QVBoxLayout* column_;
  QHBoxLayout* controls_;
  QVBoxLayout* outer_;
  EmptyState* empty_ = nullptr;
};

class SidePanelFrame : public QWidget {
  Q_OBJECT
 public:
  explicit SidePanelFrame(QWidget* parent = nullptr);
  // Adds a caption above the widgets that follow.
  void addSection(const QString& caption);
  QVBoxLayout* column() { return column_; }
  QVBoxLayout* bottom() { return bottom_; }   // for the next action: always visible, whatever scrolls above it

 private:
  QVBoxLayout* column_;
  QVBoxLayout* bottom_;
};

}   // namespace ui
