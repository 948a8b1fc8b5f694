#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

QString wrappedTip(const QString& sentence) {
  if (sentence.isEmpty()) return {};
  return u"<p style='white-space: pre-wrap'>%1</p>"_s.arg(sentence.toHtmlEscaped());
}

}   // namespace ui
