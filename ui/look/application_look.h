#pragma once
// Makes a QApplication look and count like this program. Called once by main and by every test with widgets.
class QApplication;

namespace ui {

// Style, fonts, theme, the program's name and icon; numbers in C keep their point whatever the user's language.
void prepareApplication(QApplication& application);

}   // namespace ui
