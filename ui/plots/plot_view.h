#pragma once
// What every plot can do: picture as PNG, SVG or PDF, numbers as CSV, copy, reset, open large by a double click, words
// for a screen reader, keyboard. The drawing inside is QCustomPlot's, seen only by sources of this folder.
#include <QPointer>
#include <QWidget>

#include "core/base/result.h"

class QCustomPlot;
class QMenu;

namespace ui {

class PlotView : public QWidget {
  Q_OBJECT
 public:
  explicit PlotView(const QString& name, QWidget* parent = nullptr);
  ~PlotView() override;

  // By the ending: .png (twice the pixels), .svg, .pdf, .csv.
  lift::Status save(const QString& path);
  void copyPicture();
  void copyNumbers();
  // A dialog with the plot alone; the plot comes back into its place when it closes.
  void openLarge();
  void saveAs();               // asks where
  QMenu* makeMenu();           // the caller shows and deletes it
  QWidget* makeMenuButton();   // for a card's head: the same menu for who does not know of the right button
  // Said in the middle while there is nothing to draw ("Waiting for the first evaluation, at step 50").
  void setEmptyWords(const QString& words);
  // What the axes count, with the unit ("step", "loss"); said of nothing while the plot is empty.
  void setAxisTitles(const QString& x, const QString& y);

  virtual QString numbers() const = 0;   // CSV
  virtual QString spoken() const = 0;    // what a seeing person would say of it, one or two sentences
  virtual void resetView() = 0;

  QSize sizeHint() const override { return {420, 220}; }
  QSize minimumSizeHint() const override { return {160, 120}; }

 Q_SIGNALS:
  void menuRequested(QMenu* menu);   // a page may add to it before it shows
  void viewChanged();

 protected:
  QCustomPlot* canvas() const { return canvas_; }
  virtual void applyTheme();
  virtual bool isEmpty() const = 0;
  // Mouse over the axis area, in canvas pixels; null when it left.
  virtual void hover(const QPointF* position);
  virtual void zoomAt(QPointF position, double factor);   // factor < 1 = nearer
  virtual void panBy(QPointF pixels);
  virtual bool zoomsWithoutFocus() const { return false; }
  virtual void clicked(QPointF) {}
  // A handle under the pointer takes the drag, which otherwise moves the view.
  virtual bool hasHandleAt(QPointF) const { return false; }
  virtual void dragHandle(QPointF) {}
  // Arrow keys; false = not handled, then they pan.
  virtual bool moveCursor(int, int) { return false; }
  void changed();   // data changed: spoken text, empty words, a replot at the next idle moment
  // Lines at the pointer: the first is the place, the others values with their colour's mark.
  struct HoverLine {
    QString words;
    QColor colour;
  };
  void showHover(QPointF at, const std::vector<HoverLine>& lines);
  void hideHover();

  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  bool canvasMouse(QEvent* event);
  QString name_, x_title_, y_title_;
  QCustomPlot* canvas_;
  QWidget* empty_;
  QWidget* box_;
  QWidget* ring_;
  QPointF dragged_from_;
  QPointF pressed_at_;
  bool dragging_ = false, pending_ = false;
  bool handle_ = false;   // what is dragged is a handle
};

}   // namespace ui
