#pragma once
// A short cross-fade when pages change; nothing under "reduce motion".
class QStackedWidget;

namespace ui {

// Called before the stack shows another page: the old picture lies over it and fades.
void fade_over(QStackedWidget& stack);

}   // namespace ui
