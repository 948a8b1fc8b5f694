#pragma once
// Asks for a run's name and a note; opens at once and answers later, as in dialogs/questions.h. Window thread.
#include <functional>

#include <QString>

class QWidget;

namespace ui {

// `act` gets both texts when the user accepts, the name without surrounding spaces.
void askForLabel(QWidget* parent, const QString& run, const QString& name, const QString& note,
                 std::function<void(const QString& name, const QString& note)> act);

}   // namespace ui
