#pragma once
// The recipe as a form: the few fields that matter first, all others folded, each with its sentence; the number of
// those that are not the default. Every change is one undo step of the Studio. Used by the train page.
#include <map>
#include <string>
#include <vector>

#include <QWidget>

#include "ui/engine/studio.h"

class QGridLayout;
class QLineEdit;

namespace ui {

class Card;
class Chip;
class ComboBox;
class NumberField;
class SpinBox;
class Text;
class WordButton;

class RecipeForm : public QWidget {
  Q_OBJECT

 public:
  explicit RecipeForm(Studio& studio, QWidget* parent = nullptr);
  static QString scheduleWords(const std::string& schedule);   // what it doesn't know stays as it is

 private:
  void makeSimple();
  void makeAdvanced();
  void addNumber(QGridLayout* grid, const QString& name, const std::string& path, double least, double most,
                 const QString& hint);
  void addWhole(QGridLayout* grid, const QString& name, const std::string& path, int least, int most,
                const QString& hint);
  void addChoice(QGridLayout* grid, const QString& name, const std::string& path,
                 const std::vector<std::pair<QString, QString>>& choices, const QString& hint);
  QWidget* place(QGridLayout* grid, const QString& name, QWidget* field, const std::string& path, const QString& hint);
  void set(const std::string& path, const QString& value, QWidget* field);
  void showRecipe();

  Studio& studio_;
  Card* simple_;
  Card* advanced_;
  QWidget* advanced_body_;
  WordButton* fold_;
  Chip* changed_;
  Text* complaint_;
  std::map<std::string, NumberField*> numbers_;
  std::map<std::string, SpinBox*> wholes_;
  std::map<std::string, ComboBox*> choices_;
  std::map<std::string, QLineEdit*> texts_;
  bool filling_ = false;
};

}   // namespace ui
