#pragma once
// Every colour and measure of the window in one table. Painted by HouseStyle and by the widgets and plots themselves.
// Pure values; the contrast of each text colour on each ground is a test.
#include <QColor>

#include <array>

namespace ui {

// What a colour says, the same everywhere.
enum class Tone {
  Text,
  Muted,     // captions, units, reasons
  Accent,    // what learns, and the one primary action
  HeldOut,   // held-out data and evaluation
  Base,      // the base model and retention
  Alarm,     // trouble only
  Good,      // done, fits
};

struct Colours {
  bool dark = true;
  QColor ground, panel, raised, hover, line, text, muted, faint;         // faint: disabled text, grid labels' ticks
  QColor accent, held_out, base, alarm, good;                            // marks, lines, fills
  QColor accent_text, held_out_text, base_text, alarm_text, good_text;   // the same where they are letters
  QColor on_accent, accent_hover, accent_pressed;
  QColor alarm_wash, warning_wash, accent_wash;   // grounds of banners and of selected rows
  QColor plot_grid;
  std::array<QColor, 8> series;   // unordered things side by side; no alarm red

  QColor mark(Tone tone) const;
  QColor letters(Tone tone) const;
};

const Colours& dark_colours();
const Colours& light_colours();

// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other);

// Measures in device-independent pixels, on a grid of 4.
namespace measure {
inline constexpr int kTitleBar = 44, kRail = 176, kSidePanel = 304, kStatusBar = 32;
inline constexpr int kFoldSidePanelBelow = 1280, kWidestText = 1920;
inline constexpr int kGapSmall = 8, kGap = 12, kGapLarge = 16, kPageMargin = 24;
inline constexpr int kCardRadius = 8, kCardPadding = 16, kControlRadius = 6;
inline constexpr int kControlHeight = 32, kRailItem = 36, kTableRow = 32, kIcon = 18;
inline constexpr int kMotion = 140;   // milliseconds
}   // namespace measure

}   // namespace ui
