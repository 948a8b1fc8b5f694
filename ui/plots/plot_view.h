#pragma once
// The features of all plots: export as PNG, SVG or PDF, values as CSV, copy, reset, enlarge by double click, a text for
// screen readers, keyboard control. QCustomPlot draws the inside; only sources in this folder include it.
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

  // The extension decides the format: .png (at twice the size), .svg, .pdf, .csv.
  lift::Status save(const QString& path);
  void copyPicture();
  void copyNumbers();
  // Shows the plot alone in a dialog; when that closes, the plot returns to its place.
  void openLarge();
  void saveAs();               // asks for the file
  QMenu* makeMenu();           // the caller shows and deletes it
  QWidget* makeMenuButton();   // for a card's head: the same menu, for users who don't try the right button
  // Shown in the middle while there is no data ("Waiting for the first evaluation, at step 50").
  void setEmptyWords(const QString& words);
  // Titles of the axes with units ("step", "loss"); hidden while the plot is empty.
  void setAxisTitles(const QString& x, const QString& y);

  virtual QString numbers() const = 0;   // as CSV
  virtual QString spoken() const = 0;    // for screen readers: one or two sentences about what the plot shows
  virtual void resetView() = 0;

  QSize sizeHint() const override { return {420, 220}; }
  QSize minimumSizeHint() const override { return {160, 120}; }

 Q_SIGNALS:
  void menuRequested(QMenu* menu);   // a page can add actions before it is shown
  void viewChanged();

 protected:
  QCustomPlot* canvas() const { return canvas_; }
  virtual void applyTheme();
  virtual bool isEmpty() const = 0;
  // The mouse is over the axes, at a position in canvas pixels; nullptr: it has left.
  virtual void hover(const QPointF* position);
  virtual void zoomAt(QPointF position, double factor);   // factor < 1 = closer
  virtual void panBy(QPointF pixels);
  virtual bool zoomsWithoutFocus() const { return false; }
  virtual void clicked(QPointF) {}
  // Whether dragging at this position moves a handle; otherwise it pans the view.
  virtual bool hasHandleAt(QPointF) const { return false; }
  virtual void dragHandle(QPointF) {}
  // Arrow keys; false = not handled, so they pan.
  virtual bool moveCursor(int, int) { return false; }
  void changed();   // call when data changed: updates spoken and empty texts, and replots when idle
  // Shows lines beside the pointer: first the position, then values, each with a mark in its colour.
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
  bool handle_ = false;   // a handle is being dragged
};

}   // namespace ui
