#pragma once
// Which column of the rows is asked and which is the answer: there as soon as files are, whether their rows could be
// read or not, filled with what was found, else with the likeliest. Used by the data page. Window thread.
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
  void changed(const QString& assignment);   // a field of the recipe, as Studio::setField takes it

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
