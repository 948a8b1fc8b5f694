#pragma once
// The recipe as a form: the most important fields first, the others in collapsed groups, each with its help sentence. A
// field with an invalid value is red, with the reason beside it; a changed field is marked and has a button that resets
// it to its default. Every change is one undo step of Studio. Used by the train page.
#include <memory>
#include <string>
#include <vector>

#include <QWidget>

#include "ui/engine/studio.h"

class QGridLayout;

namespace ui {

class Card;
class Chip;
class FieldEditor;
class QuestionList;
class Text;
class WordButton;

class RecipeForm : public QWidget {
  Q_OBJECT

 public:
  explicit RecipeForm(Studio& studio, QWidget* parent = nullptr);

 private:
  struct Line {
    FieldEditor* editor = nullptr;
    Text *name = nullptr, *note = nullptr;
    WordButton* reset = nullptr;
    QString hint;
    bool folded = false;   // in the group "Everything else"
  };
  void makeSimple();
  void makeQuestions();
  void makeAdvanced();
  FieldEditor* addLine(QGridLayout* grid, const std::string& path, const QString& hint, bool folded = false);
  void unfold(bool open);
  void set(const std::string& path, const QString& value);
  void reset(const std::string& path);
  void showRecipe();
  void showNotes(const Line& line, const std::vector<Studio::Check>& checks);
  void showChanged();

  Studio& studio_;
  Card *simple_, *questions_card_, *advanced_;
  QWidget* advanced_body_;
  WordButton* fold_;
  Chip* changed_;
  QuestionList* questions_;
  std::vector<Line> lines_;
};

}   // namespace ui
