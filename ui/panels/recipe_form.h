#pragma once
// The recipe as a form: the few fields that matter first, all others folded by their part of the recipe, each with its
// sentence. A field whose value can't be used is red with the reason beside it; one that is not the default is marked
// and goes back by a word. Every change is one undo step of the Studio. Used by the train page.
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
    bool folded = false;   // under "Everything else"
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
