#include "ui/panels/field_editor.h"

#include <limits>

#include <QLineEdit>
#include <QLocale>

#include "ui/item_models/field_words.h"
#include "ui/widgets/fields.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kAnyNumber = 1e300;

// A JSON text without its quotes; everything else as JSON has it.
QString unquoted(const QString& json) {
  return json.size() > 1 && json.startsWith(u'"') ? json.mid(1, json.size() - 2) : json;
}

// Random seeds go beyond what a field of whole numbers holds.
bool isWhole(const std::string& path, const QString& json) {
  bool whole = false;
  json.toLongLong(&whole);
  return whole && path != "train.seed";
}

}   // namespace

FieldEditor::FieldEditor(const std::string& path, QWidget* parent) : QObject(parent), path_(path) {
  const QString fresh = QString::fromStdString(lift::field_text(lift::Recipe{}, path));
  bool number = false;
  fresh.toDouble(&number);
  const bool decimal = number && (fresh.contains(u'.') || fresh.contains(u'e'));
  if (!fieldChoices(path).empty()) makeChoice(parent);
  else if (decimal) makeNumber(parent);
  else if (isWhole(path, fresh)) makeWhole(parent);
  else makeText(parent);
  widget_->setObjectName(QString::fromStdString(path));
  widget_->setAccessibleName(fieldName(path));
  widget_->setMinimumWidth(120);
}

void FieldEditor::setUsual(double least, double most) {
  if (usual_) usual_(least, most);
}

void FieldEditor::show(const lift::Recipe& recipe) {
  filling_ = true;
  show_(QString::fromStdString(lift::field_text(recipe, path_)));
  filling_ = false;
}

void FieldEditor::makeChoice(QWidget* parent) {
  auto* box = new ComboBox(parent);
  for (const auto& [value, words] : fieldChoices(path_)) box->addItem(words, value);
  widget_ = box;
  show_ = [box](const QString& json) { box->setCurrentIndex(box->findData(unquoted(json))); };
  connect(box, &QComboBox::activated, this, [this, box] { Q_EMIT edited(box->currentData().toString()); });
}

void FieldEditor::makeWhole(QWidget* parent) {
  auto* box = new SpinBox(parent);
  box->setRange(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
  widget_ = box;
  show_ = [box](const QString& json) {
    box->setValue(static_cast<int>(std::clamp<qlonglong>(json.toLongLong(), box->minimum(), box->maximum())));
  };
  usual_ = [box](double least, double most) { box->setUsual(static_cast<int>(least), static_cast<int>(most)); };
  connect(box, &QSpinBox::valueChanged, this, [this](int value) {
    if (!filling_) Q_EMIT edited(QString::number(value));
  });
}

void FieldEditor::makeNumber(QWidget* parent) {
  auto* box = new NumberField(parent);
  box->setRange(-kAnyNumber, kAnyNumber);
  box->setStepFactor(1.5);
  widget_ = box;
  show_ = [box](const QString& json) { box->setValue(json.toDouble()); };   // JSON: always with a point
  usual_ = [box](double least, double most) { box->setUsual(least, most); };
  connect(box, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    if (!filling_) Q_EMIT edited(QString::number(value, 'g', 17));
  });
}

void FieldEditor::makeText(QWidget* parent) {
  auto* line = new QLineEdit(parent);
  widget_ = line;
  show_ = [line](const QString& json) {
    if (!line->hasFocus()) line->setText(unquoted(json));
  };
  connect(line, &QLineEdit::editingFinished, this, [this, line] { Q_EMIT edited(line->text()); });
}

}   // namespace ui
