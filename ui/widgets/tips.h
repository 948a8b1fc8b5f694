#pragma once
// Tool tips that are sentences.
#include <QString>

namespace ui {

// Wraps a tool tip to readable lines. Qt wraps only rich text, so the sentence is converted to rich text, with its
// characters escaped.
QString wrappedTip(const QString& sentence);

}   // namespace ui
