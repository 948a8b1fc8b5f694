#pragma once
// Opens what was learned elsewhere upon the open model: a delta, another program's adapter, a fine-tuned model's
// folder. Window thread.
#include <QString>

class QAbstractButton;

namespace ui {

class Studio;

// Opens a menu of kinds at `button`, then asks for the file or folder. Trouble is told through Studio::failed.
void openResult(QAbstractButton& button, Studio& studio);

}   // namespace ui
