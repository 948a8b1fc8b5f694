#pragma once
// Dialogs that ask the user something. Each opens at once and calls a function with the answer later: no nested event
// loop. A dialog is deleted with its parent; closing it counts as the answer that changes nothing. Window thread.
#include <functional>
#include <vector>

#include <QString>

class QWidget;

namespace ui {

struct Answer {
  enum class Kind { Keep, Proceed, Destroy };   // Keep: also Escape; Proceed: also Return
  QString label;
  Kind kind = Kind::Keep;
  std::function<void()> act;   // may be empty
};

// `name`: the dialog's object name. `advice`: the consequences of each answer.
void ask(QWidget* parent, const QString& name, const QString& title, const QString& question, const QString& advice,
         const std::vector<Answer>& answers);
void askForText(QWidget* parent, const QString& title, const QString& question, const QString& present,
                std::function<void(const QString&)> act);

// Asks for a number in the user's locale. `trouble` returns what is wrong with a value, or an empty text. The dialog
// itself rejects what is not a number, and stays open until a value is accepted or it is cancelled.
void askForNumber(QWidget* parent, const QString& title, const QString& question, double present,
                  std::function<QString(double)> trouble, std::function<void(double)> act);

// File dialogs start in the folder last used from the same page, at first in the home folder.
void askForFiles(QWidget* parent, const QString& title, const QString& kinds, bool several,
                 std::function<void(const QStringList&)> act);
void askForFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> act);
// Asks for the name of a new file or folder. `kinds` empty: any. Asks again before a file is replaced.
void askWhereToSave(QWidget* parent, const QString& title, const QString& proposal, const QString& kinds,
                    std::function<void(const QString&)> act);

}   // namespace ui
