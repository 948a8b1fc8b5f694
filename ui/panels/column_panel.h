#pragma once
// Which column holds the question and which the answer. Shown as soon as there are files, even if their rows can't be
// read; preset with the columns found, or else the likeliest. Used by the data page. Thread: the window's.
#include <map>
#include <string>

#include "ui/engine/studio.h"
#include "ui/widgets/card.h"

class QFormLayout;

namespace ui {

class ComboBox;
class PrimaryButton;
class Text;

class ColumnPanel : public Card {
  Q_OBJECT

 public:
  explicit ColumnPanel(Studio& studio, QWidget* parent = nullptr);

 Q_SIGNALS:
  void changed(const QString& assignment);   // a recipe field's new value, for Studio::setField

 private:
  using Roles = std::map<std::string, std::string>;   // role -> column
  ComboBox* addChoice(QFormLayout* form, const QString& name, const QString& object);
  void makeRoles(QFormLayout* form);
  void makeForms(QFormLayout* form);
  void show();
  void choose(const std::string& role, const QString& column);
  void use(const Roles& roles);

  Studio& studio_;
  Text* words_;
  std::map<std::string, ComboBox*> roles_;
  ComboBox *layout_, *prompt_format_;
  PrimaryButton* use_;
  Roles shown_;
};

}   // namespace ui
