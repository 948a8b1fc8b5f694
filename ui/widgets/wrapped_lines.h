#pragma once
// Text in lines of a width: between words where it can be, within a word that is longer than the line. Used by texts
// and by buttons of words.
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
