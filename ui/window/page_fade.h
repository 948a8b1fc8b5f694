#pragma once
// A short cross-fade between pages; none with "reduce motion".
class QStackedWidget;

namespace ui {

// Call it before the stack shows another page: a picture of the old page lies over it and fades out.
void fade_over(QStackedWidget& stack);

}   // namespace ui
