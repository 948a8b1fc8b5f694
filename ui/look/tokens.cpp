#include "ui/look/tokens.h"

#include <algorithm>
#include <cmath>

namespace ui {

QColor Colours::mark(Tone tone) const {
  switch (tone) {
    case Tone::Text: return text;
    case Tone::Muted: return muted;
    case Tone::Accent: return accent;
    case Tone::HeldOut: return held_out;
    case Tone::Base: return base;
    case Tone::Alarm: return alarm;
    case Tone::Good: return good;
  }
  return text;
}

QColor Colours::letters(Tone tone) const {
  switch (tone) {
    case Tone::Text: return text;
    case Tone::Muted: return muted;
    case Tone::Accent: return accent_text;
    case Tone::HeldOut: return held_out_text;
    case Tone::Base: return base_text;
    case Tone::Alarm: return alarm_text;
    case Tone::Good: return good_text;
  }
  return text;
}

const Colours& dark_colours() {
  static const Colours colours{.dark = true,
                               .ground = 0x14161a,
                               .panel = 0x1b1e24,
                               .raised = 0x242832,
                               .hover = 0x2b303b,
                               .line = 0x2f3440,
                               .text = 0xe8ebf0,
                               .muted = 0x98a1b0,
                               .faint = 0x697283,
                               .accent = 0x2fb8a6,
                               .held_out = 0xf0a53c,
                               .base = 0x6aa2ff,
                               .alarm = 0xf2685f,
                               .good = 0x4cc38a,
                               .accent_text = 0x3cc4b2,
                               .held_out_text = 0xf0a53c,
                               .base_text = 0x7aacff,
                               .alarm_text = 0xf67d75,
                               .good_text = 0x4cc38a,
                               .on_accent = 0x0b1f1c,
                               .accent_hover = 0x45c8b7,
                               .accent_pressed = 0x27a393,
                               .alarm_wash = 0x352123,
                               .warning_wash = 0x332a1c,
                               .accent_wash = 0x1d3936,
                               .plot_grid = 0x2a2f39,
                               .series = {QColor(0x2fb8a6), QColor(0x6aa2ff), QColor(0xf0a53c), QColor(0xb794f6),
                                          QColor(0xe58cc0), QColor(0x9ccc65), QColor(0x7fd3ee), QColor(0xa9b3c1)}};
  return colours;
}

const Colours& light_colours() {
  static const Colours colours{.dark = false,
                               .ground = 0xf5f6f8,
                               .panel = 0xffffff,
                               .raised = 0xeef0f4,
                               .hover = 0xe5e8ee,
                               .line = 0xdfe3ea,
                               .text = 0x1a1e26,
                               .muted = 0x5c667a,
                               .faint = 0x8a93a3,
                               .accent = 0x0a8576,
                               .held_out = 0xc47a10,
                               .base = 0x2f6fe0,
                               .alarm = 0xc9372c,
                               .good = 0x1f8a55,
                               .accent_text = 0x08756a,
                               .held_out_text = 0x8f5606,
                               .base_text = 0x2460cc,
                               .alarm_text = 0xb52d23,
                               .good_text = 0x177044,
                               .on_accent = 0xffffff,
                               .accent_hover = 0x0a7f71,
                               .accent_pressed = 0x096e62,
                               .alarm_wash = 0xfdeceb,
                               .warning_wash = 0xfcf3e3,
                               .accent_wash = 0xdff2ef,
                               .plot_grid = 0xe7eaf0,
                               .series = {QColor(0x0a8576), QColor(0x2f6fe0), QColor(0xc47a10), QColor(0x7c4fd0),
                                          QColor(0xb8407f), QColor(0x5b8a1e), QColor(0x1f86a8), QColor(0x667085)}};
  return colours;
}

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}   // namespace

double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}   // namespace ui
