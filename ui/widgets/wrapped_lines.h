#pragma once
// Text broken into lines of a given width: between words if possible, otherwise within a word longer than the line.
// Used by Text and WordButton.
#include <QTextLayout>

class QPainter;

namespace ui {

class WrappedLines {
 public:
  WrappedLines(const QString& text, const QFont& font, int width, Qt::Alignment alignment = Qt::AlignLeft);
  double height() const { return height_; }
  void draw(QPainter& painter, QPointF top_left) const { layout_.draw(&painter, top_left); }

 private:
  QTextLayout layout_;
  double height_ = 0;
};

}   // namespace ui
