#include "ui/widgets/wrapped_lines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

WrappedLines::WrappedLines(const QString& text, const QFont& font, int width, Qt::Alignment alignment)
    : layout_(QString(text).replace(u'\n', QChar::LineSeparator), font) {
  QTextOption option(alignment & Qt::AlignHorizontal_Mask);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout_.setTextOption(option);
  layout_.beginLayout();
  for (QTextLine line = layout_.createLine(); line.isValid(); line = layout_.createLine()) {
    line.setLeadingIncluded(true);
    line.setLineWidth(std::max(width, 1));
    line.setPosition({0, height_});
    height_ += line.height();
  }
  layout_.endLayout();
}

}   // namespace ui
