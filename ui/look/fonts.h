#pragma once
// The shipped fonts, and the few sizes and weights the window uses.
#include <QFont>

namespace ui {

enum class TextRole {
  Body,        // 13
  Strong,      // 13, semibold
  Small,       // 12: legends, axis words
  CardTitle,   // 13, semibold
  PageTitle,   // 20, semibold
  Caption,     // 11, capitals, spaced
  Value,       // 18, semibold
  BigValue,    // 26, semibold
  Mono,        // JetBrains Mono 12: weights' names, paths, tokens
  Axis,        // 11: numbers at axes
};

// Registers the shipped fonts with Qt; once, after the application object. False when one is missing from the program.
bool loadFonts();
QFont fontOf(TextRole role);

}   // namespace ui
