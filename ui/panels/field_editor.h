#pragma once
// A widget for one field of a recipe: choices as a list, numbers in the user's locale, texts unchanged. Values outside
// the valid range can be typed: core says what is wrong with them, and the form shows it. Used by the recipe form.
// Thread: the window's.
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
  // The range for arrow keys and wheel; typed values may be outside it.
  void setUsual(double least, double most);
  void show(const lift::Recipe& recipe);

 Q_SIGNALS:
  void edited(const QString& value);   // the new value, for Studio::setField

 private:
  void makeChoice(QWidget* parent);
  void makeWhole(QWidget* parent);
  void makeNumber(QWidget* parent);
  void makeText(QWidget* parent);

  std::string path_;
  QWidget* widget_ = nullptr;
  std::function<void(const QString&)> show_;   // its argument is JSON text
  std::function<void(double, double)> usual_;
  bool filling_ = false;
};

}   // namespace ui
