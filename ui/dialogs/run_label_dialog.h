#pragma once
// A name and a note of a person's own for a run; opens and answers later, as dialogs/questions.h does. Window thread.
#include <functional>

#include <QString>

class QWidget;

namespace ui {

// `act` gets both as typed, without blanks around the name, when they are taken over.
void askForLabel(QWidget* parent, const QString& run, const QString& name, const QString& note,
                 std::function<void(const QString& name, const QString& note)> act);

}   // namespace ui
