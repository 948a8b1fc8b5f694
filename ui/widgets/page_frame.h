#pragma once
// The body of a page: title that says what the page decides, a subtitle, a banner, and a column of cards that scrolls
// up and down, never sideways: what stands in it can get as narrow as the page. Who enters it sees its top. The side
// panel's frame beside it: sections from the top, the next action at the bottom.
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
  // What stands in the column's place while the page has nothing to show; made once, shown by showEmpty().
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
  // A caption over what is added next.
  void addSection(const QString& caption);
  QVBoxLayout* column() { return column_; }
  QVBoxLayout* bottom() { return bottom_; }   // next action: always seen, whatever scrolls above

 private:
  QVBoxLayout* column_;
  QVBoxLayout* bottom_;
};

}   // namespace ui
