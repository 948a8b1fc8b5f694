#pragma once
// Resumes a run from the window: at once if its files are there, otherwise after asking for their new locations.
// Used by the pages that offer it. Window thread.
#include <filesystem>

#include "core/session/session.h"

class QWidget;

namespace ui {

class Banner;
class Studio;

void goOn(QWidget* parent, Studio& studio, const std::filesystem::path& folder, const lift::MovedFiles& moved = {});
// Offers "Try again", or "Choose the model…" and "Choose the data…" if those are missing, beside a failed run.
void offerToGoOn(Banner& banner, QWidget* parent, Studio& studio, const std::filesystem::path& folder);

}   // namespace ui
