#pragma once
// Sets up a QApplication for this program. Called once by main and by every test with widgets.
class QApplication;

namespace ui {

// Sets style, fonts, theme, the program's name and icon; keeps "." as the decimal point of C functions in any locale.
void prepareApplication(QApplication& application);

}   // namespace ui
