#pragma once
// Tool tips of sentences.
#include <QString>

namespace ui {

// Lines of readable length: Qt breaks the lines of rich text alone, so the sentence is made some, its letters as they
// are.
QString wrappedTip(const QString& sentence);

}   // namespace ui
