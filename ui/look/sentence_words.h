#pragma once
// Converts core's sentences (errors, notices, reasons) to the window's language, for display on pages, in banners and
// in tool tips.
#include <QString>

#include "core/base/error.h"
#include "core/base/sentence.h"

namespace ui {

// The translated pattern (context "core") with its placeholders filled by the values, themselves translated; English if
// there is no translation or its placeholders don't match. Thread: any.
QString words(const lift::Sentence& sentence);
QString words(const lift::Error& error);   // headline and advice

}   // namespace ui
