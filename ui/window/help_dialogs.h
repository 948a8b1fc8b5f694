#pragma once
// The list of shortcuts, and the About dialog.
#include <vector>

#include "ui/window/main_window.h"

namespace ui {

void show_shortcuts(QWidget& parent, const std::vector<MainWindow::Shortcut>& shortcuts);
void show_about(QWidget& parent);

}   // namespace ui
