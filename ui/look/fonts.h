#pragma once
// The shipped fonts, and the text roles of the window with size in pixels and weight.
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
  Mono,        // JetBrains Mono 12: names of weights, paths, tokens
  Axis,        // 11: axis numbers
};

// Registers the shipped fonts with Qt. Call once, after the application object exists. False if a font is missing.
bool loadFonts();
QFont fontOf(TextRole role);

}   // namespace ui
