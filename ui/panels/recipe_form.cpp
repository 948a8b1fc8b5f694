#include "ui/panels/recipe_form.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/look/sentence_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

// Shown among the simple ones, or on another page.
bool elsewhere(const std::string& path) {
  static const std::vector<std::string> list{"model",
                                             "name",
                                             "data.files",
                                             "data.held_out_files",
                                             "data.layout",
                                             "data.column_map",
                                             "data.prompt_format",
                                             "data.max_tokens",
                                             "data.overflow",
                                             "data.held_out_share",
                                             "selection.criterion",
                                             "selection.rank",
                                             "selection.density",
                                             "selection.budget_rank",
                                             "selection.layers",
                                             "selection.projections",
                                             "selection.refresh_every",
                                             "optimizer.learning_rate",
                                             "optimizer.schedule",
                                             "train.steps",
                                             "train.epochs",
                                             "train.batch_rows",
                                             "train.dtype",
                                             "train.checkpointing",
                                             "evaluate.every",
                                             "evaluate.probe_file"};
  return std::find(list.begin(), list.end(), path) != list.end();
}

}   // namespace

RecipeForm::RecipeForm(Studio& studio, QWidget* parent) : QWidget(parent), studio_(studio) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(measure::kGapLarge);
  makeSimple();
  makeAdvanced();
  column->addWidget(simple_);
  column->addWidget(advanced_);
  column->addStretch(1);
  connect(&studio_, &Studio::recipeChanged, this, &RecipeForm::showRecipe);
  showRecipe();
}

QWidget* RecipeForm::place(QGridLayout* grid, const QString& name, QWidget* field, const std::string& path,
                           const QString& hint) {
  const int row = grid->rowCount();
  auto* label = new Text(name, TextRole::Body, Tone::Text, this);
  label->setBuddy(field);
  field->setObjectName(text(path));
  field->setAccessibleName(name);
  field->setAccessibleDescription(hint);
  field->setToolTip(hint);
  field->setMinimumWidth(160);
  auto* note = new Text(hint, TextRole::Small, Tone::Muted, this);
  note->setWordWrap(true);
  grid->addWidget(label, row, 0);
  grid->addWidget(field, row, 1);
  grid->addWidget(note, row, 2);
  return field;
}

void RecipeForm::addNumber(QGridLayout* grid, const QString& name, const std::string& path, double least, double most,
                           const QString& hint) {
  auto* field = new NumberField(this);
  field->setRange(least, most);
  field->setStepFactor(1.5);
  place(grid, name, field, path, hint);
  numbers_[path] = field;
  connect(field, &QDoubleSpinBox::valueChanged, this,
          [this, path, field](double value) { set(path, QString::number(value, 'g', 17), field); });
}

void RecipeForm::addWhole(QGridLayout* grid, const QString& name, const std::string& path, int least, int most,
                          const QString& hint) {
  auto* field = new SpinBox(this);
  field->setRange(least, most);
  place(grid, name, field, path, hint);
  wholes_[path] = field;
  connect(field, &QSpinBox::valueChanged, this,
          [this, path, field](int value) { set(path, QString::number(value), field); });
}

void RecipeForm::addChoice(QGridLayout* grid, const QString& name, const std::string& path,
                           const std::vector<std::pair<QString, QString>>& choices, const QString& hint) {
  auto* field = new ComboBox(this);
  for (const auto& [value, words] : choices) field->addItem(words, value);
  place(grid, name, field, path, hint);
  choices_[path] = field;
  connect(field, &QComboBox::activated, this,
          [this, path, field] { set(path, field->currentData().toString(), field); });
}

QString RecipeForm::scheduleWords(const std::string& schedule) {
  if (schedule == "linear") return tr("linear to zero");
  if (schedule == "cosine") return tr("cosine");
  if (schedule == "constant") return tr("constant");
  return QString::fromStdString(schedule);
}

void RecipeForm::makeSimple() {
  simple_ = new Card(tr("How it learns"), this);
  auto* grid = new QGridLayout;
  grid->setColumnStretch(2, 1);
  grid->setHorizontalSpacing(measure::kGapLarge);
  grid->setVerticalSpacing(measure::kGapSmall);
  addNumber(grid, tr("Learning rate"), "optimizer.learning_rate", 1e-8, 1,
            tr("1e-4 to 1e-3; small models want the larger ones"));
  addChoice(grid, tr("Schedule"), "optimizer.schedule",
            {{QStringLiteral("linear"), scheduleWords("linear")},
             {QStringLiteral("cosine"), scheduleWords("cosine")},
             {QStringLiteral("constant"), scheduleWords("constant")}},
            tr("after a short warm-up"));
  addWhole(grid, tr("Rows per step"), "train.batch_rows", 1, 65536,
           tr("8 to 16 is usual; memory follows the pass, not the step"));
  addWhole(grid, tr("Steps"), "train.steps", 0, 100000000, tr("0: from the passes over the rows"));
  addNumber(grid, tr("Passes over the rows"), "train.epochs", 0.01, 1000, tr("when steps is 0"));
  addChoice(grid, tr("Weights in memory"), "train.dtype",
            {{QStringLiteral("bf16"), QStringLiteral("bf16")}, {QStringLiteral("fp32"), QStringLiteral("fp32")}},
            tr("bf16 halves the memory; on processors without bf16 arithmetic fp32 is faster"));
  addChoice(grid, tr("Recompute activations"), "train.checkpointing",
            {{QStringLiteral("auto"), tr("as the memory plan says")},
             {QStringLiteral("off"), tr("never")},
             {QStringLiteral("full"), tr("every layer")}},
            tr("less memory, about a third slower"));
  addWhole(grid, tr("Evaluate every"), "evaluate.every", 0, 100000000, tr("steps; 0: only before and after"));
  simple_->body()->addLayout(grid);
}

void RecipeForm::makeAdvanced() {
  advanced_ = new Card(tr("Everything else"), this);
  changed_ = new Chip({}, Tone::Accent, advanced_);
  fold_ = new WordButton(tr("show"), advanced_);
  advanced_->addControl(changed_);
  advanced_->addControl(fold_);
  advanced_body_ = new QWidget(advanced_);
  auto* grid = new QGridLayout(advanced_body_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(2, 1);
  grid->setHorizontalSpacing(measure::kGapLarge);
  for (const lift::RecipeField& field : lift::recipe_fields()) {
    if (elsewhere(field.path)) continue;
    auto* line = new QLineEdit(advanced_body_);
    place(grid, text(field.path), line, field.path, words(field.help));
    texts_[field.path] = line;
    connect(line, &QLineEdit::editingFinished, this,
            [this, path = field.path, line] { set(path, line->text(), line); });
  }
  advanced_body_->hide();
  connect(fold_, &WordButton::clicked, this, [this] {
    advanced_body_->setVisible(!advanced_body_->isVisible());
    fold_->setText(advanced_body_->isVisible() ? tr("hide") : tr("show"));
  });
  complaint_ = new Text({}, TextRole::Body, Tone::Alarm, advanced_);
  complaint_->setWordWrap(true);
  complaint_->hide();
  advanced_->body()->addWidget(complaint_);
  advanced_->body()->addWidget(advanced_body_);
}

void RecipeForm::set(const std::string& path, const QString& value, QWidget* field) {
  if (filling_) return;
  const lift::Status status =
      studio_.setField(path + "=" + value.toStdString(), numbers_.count(path) || wholes_.count(path));
  complaint_->setVisible(!status.ok());
  if (status.ok()) return;
  complaint_->setText(words(status.error()));
  field->setFocus();
}

void RecipeForm::showRecipe() {
  filling_ = true;
  const lift::Recipe& recipe = studio_.recipe();
  // Numbers as JSON writes them: always with a point.
  for (auto& [path, field] : numbers_) field->setValue(text(lift::field_text(recipe, path)).toDouble());
  for (auto& [path, field] : wholes_) field->setValue(text(lift::field_text(recipe, path)).toInt());
  for (auto& [path, field] : choices_)
    field->setCurrentIndex(field->findData(text(lift::field_text(recipe, path)).remove(QLatin1Char('"'))));
  for (auto& [path, field] : texts_) {
    QString value = text(lift::field_text(recipe, path));
    if (value.startsWith(QLatin1Char('"')) && value.endsWith(QLatin1Char('"'))) value = value.mid(1, value.size() - 2);
    if (!field->hasFocus()) field->setText(value);
  }
  const int changed = studio_.nonDefaultFields();
  changed_->setText(tr("%n differ from the default", nullptr, changed));
  changed_->setVisible(changed > 0);
  filling_ = false;
}

}   // namespace ui
