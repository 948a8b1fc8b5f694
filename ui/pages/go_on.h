#pragma once
// Going on with a run from the window: at once where all that it needs is there, else after asking where it lies now.
// Used by the pages that offer it. Window thread.
#include <filesystem>

#include "core/session/session.h"

class QWidget;

namespace ui {

class Banner;
class Studio;

void goOn(QWidget* parent, Studio& studio, const std::filesystem::path& folder, const lift::MovedFiles& moved = {});
// "Try again", or "Choose the model…" and "Choose the data…" where they are gone: beside a run that failed.
void offerToGoOn(Banner& banner, QWidget* parent, Studio& studio, const std::filesystem::path& folder);

}   // namespace ui
