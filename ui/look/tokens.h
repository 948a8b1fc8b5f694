#pragma once
// All colours and measures of the window. Used by HouseStyle and by widgets and plots that paint themselves.
// Plain values; a test checks the contrast of each text colour on each background.
#include <QColor>

#include <array>

namespace ui {

// The meaning of a colour, the same everywhere.
enum class Tone {
  Text,
  Muted,     // captions, units, reasons
  Accent,    // what is trained, and the one primary action
  HeldOut,   // held-out data and evaluation
  Base,      // the base model and retention
  Alarm,     // problems only
  Good,      // done, or fits
};

struct Colours {
  bool dark = true;
  QColor ground, panel, raised, hover, line, text, muted, faint;         // faint: disabled text, tick labels
  QColor accent, held_out, base, alarm, good;                            // marks, lines, fills
  QColor accent_text, held_out_text, base_text, alarm_text, good_text;   // the same colours for text
  QColor on_accent, accent_hover, accent_pressed;
  QColor alarm_wash, warning_wash, accent_wash;   // backgrounds of banners and of selected rows
  QColor plot_grid;
  std::array<QColor, 8> series;   // for unordered items side by side; without the alarm red

  QColor mark(Tone tone) const;
  QColor letters(Tone tone) const;
};

const Colours& dark_colours();
const Colours& light_colours();

// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other);

// Measures in device-independent pixels, mostly multiples of 4.
namespace measure {
inline constexpr int kTitleBar = 44, kRail = 176, kSidePanel = 304, kStatusBar = 32;
inline constexpr int kFoldSidePanelBelow = 1280, kWidestText = 1920;
inline constexpr int kGapSmall = 8, kGap = 12, kGapLarge = 16, kPageMargin = 24;
inline constexpr int kCardRadius = 8, kCardPadding = 16, kControlRadius = 6;
inline constexpr int kControlHeight = 32, kRailItem = 36, kTableRow = 32, kIcon = 18;
inline constexpr int kMotion = 140;   // milliseconds
}   // namespace measure

}   // namespace ui
