#pragma once
// The empty state of pages that need an open model: one sentence, and a way to open one, the demo model if it is
// installed. Used by all pages but the first. Thread: the window's.
#include <QString>

#include "ui/engine/studio.h"

namespace ui {

class EmptyState;
class PageFrame;

// Adds the empty state to the page, with its action connected; the page shows it while no model is open.
EmptyState& makeModelFirst(PageFrame& page, Studio& studio, const QString& icon, const QString& sentence);

// The demo model's file as packaging/setup or the installation placed it; empty if it does not exist.
std::filesystem::path installedDemoModel();

}   // namespace ui
