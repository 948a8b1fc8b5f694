#pragma once
// Core's sentences in the window's language: what a page, a banner or a tool tip shows of an error, a notice or a
// reason.
#include <QString>

#include "core/base/error.h"
#include "core/base/sentence.h"

namespace ui {

// The pattern as the translations have it in their context "core", its gaps filled with the values, which are words
// themselves; in English where there is no translation, or where its gaps are others. Thread: any.
QString words(const lift::Sentence& sentence);
QString words(const lift::Error& error);   // all of it

}   // namespace ui
