#pragma once
// Sets the window's language: the shipped translations, and Qt's own for its dialogs.
#include <QStringList>

class QCoreApplication;

namespace ui {

// `language` empty: the first of the system's languages that has a translation. Call before any widget is made.
void installTranslation(QCoreApplication& application, const QString& language);

}   // namespace ui
