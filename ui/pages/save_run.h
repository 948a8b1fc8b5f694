#pragma once
// Writes a run as a file for others: a page to share, a table, TensorBoard's events. Window thread.
#include <filesystem>

#include <QString>

class QAbstractButton;

namespace ui {

class Banner;
class Studio;

// Opens a menu of forms at `button`, then asks where to. `banner` tells how it went.
void saveRun(QAbstractButton& button, Studio& studio, const std::filesystem::path& folder, const QString& name,
             Banner& banner);

}   // namespace ui
