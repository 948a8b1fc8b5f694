#pragma once
// One field of a recipe as a widget of the right kind: choices as a list, numbers in the user's locale, texts as they
// are. Values beyond what the recipe takes can be typed: core says what is wrong with them, the form shows it. Used by
// the recipe's form. Window thread.
#include <functional>
#include <string>

#include <QObject>

#include "core/session/recipe.h"

class QWidget;

namespace ui {

class FieldEditor : public QObject {
  Q_OBJECT

 public:
  FieldEditor(const std::string& path, QWidget* parent);
  const std::string& path() const { return path_; }
  QWidget* widget() const { return widget_; }
  // Arrows and wheel stay within these; what is typed need not.
  void setUsual(double least, double most);
  void show(const lift::Recipe& recipe);

 Q_SIGNALS:
  void edited(const QString& value);   // as Studio::setField takes it

 private:
  void makeChoice(QWidget* parent);
  void makeWhole(QWidget* parent);
  void makeNumber(QWidget* parent);
  void makeText(QWidget* parent);

  std::string path_;
  QWidget* widget_ = nullptr;
  std::function<void(const QString&)> show_;   // JSON text
  std::function<void(double, double)> usual_;
  bool filling_ = false;
};

}   // namespace ui
