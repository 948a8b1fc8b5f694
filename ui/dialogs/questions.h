#pragma once
// Questions to the person at the window. Each opens and answers later through its function: no nested event loop. A
// dialog goes with its parent; closing it is the answer that changes nothing. Window thread.
#include <functional>
#include <vector>

#include <QString>

class QWidget;

namespace ui {

struct Answer {
  enum class Kind { Keep, Proceed, Destroy };   // Keep: Escape; Proceed: Return
  QString label;
  Kind kind = Kind::Keep;
  std::function<void()> act;   // may be empty
};

// `name`: the dialog's object name. `advice`: what each answer leads to.
void ask(QWidget* parent, const QString& name, const QString& title, const QString& question, const QString& advice,
         const std::vector<Answer>& answers);
void askForText(QWidget* parent, const QString& title, const QString& question, const QString& present,
                std::function<void(const QString&)> act);

// A number in the user's way of writing it. `trouble` says what is wrong with a value, or nothing; what is no number at
// all is said by the dialog, which stays open until a value is good or it is cancelled.
void askForNumber(QWidget* parent, const QString& title, const QString& question, double present,
                  std::function<QString(double)> trouble, std::function<void(double)> act);

// File dialogs open where a file was last taken from the same page, at first in the home folder.
void askForFiles(QWidget* parent, const QString& title, const QString& kinds, bool several,
                 std::function<void(const QStringList&)> act);
void askForFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> act);
// A file or a folder that is to be made. `kinds` empty: any. Asks before a file is replaced.
void askWhereToSave(QWidget* parent, const QString& title, const QString& proposal, const QString& kinds,
                    std::function<void(const QString&)> act);

}   // namespace ui
