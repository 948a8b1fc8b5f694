#pragma once
// What pages say that need an open model while there is none: one sentence and the way out, the demo model where it is
// installed. Used by the pages after the first. Window thread.
#include <QString>

#include "ui/engine/studio.h"

namespace ui {

class EmptyState;
class PageFrame;

// The page's empty state, with its action wired; the page shows it while there is no model.
EmptyState& makeModelFirst(PageFrame& page, Studio& studio, const QString& icon, const QString& sentence);

// The demo model's file, where packaging/setup or the installation put it; empty when it is not there.
std::filesystem::path installedDemoModel();

}   // namespace ui
