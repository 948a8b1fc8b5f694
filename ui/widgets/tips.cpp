#include "ui/widgets/tips.h"

namespace ui {

QString wrappedTip(const QString& sentence) {
  if (sentence.isEmpty()) return {};
  return QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(sentence.toHtmlEscaped());
}

}   // namespace ui
