#include "ui/panels/recipe_form.h"

#include <algorithm>
#include <array>

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/item_models/field_words.h"
#include "ui/look/sentence_words.h"
#include "ui/panels/field_editor.h"
#include "ui/panels/question_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// On another page, or a part of the form of its own.
bool elsewhere(const std::string& path) {
  static constexpr std::array kPaths{"model",
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
                                     "evaluate.probe_file",
                                     "evaluate.sample_prompts"};
  return std::ranges::find(kPaths, path) != kPaths.end();
}

QGridLayout* formGrid(QWidget* parent) {
  auto* grid = new QGridLayout(parent);
  if (parent) grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(2, 1);
  grid->setHorizontalSpacing(measure::kGapLarge);
  grid->setVerticalSpacing(measure::kGapSmall);
  return grid;
}

}   // namespace

RecipeForm::RecipeForm(Studio& studio, QWidget* parent) : QWidget(parent), studio_(studio) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(measure::kGapLarge);
  makeSimple();
  makeQuestions();
  makeAdvanced();
  for (Card* card : {simple_, questions_card_, advanced_}) column->addWidget(card);
  column->addStretch(1);
  connect(&studio_, &Studio::recipeChanged, this, &RecipeForm::showRecipe);
  connect(&studio_, &Studio::modelChanged, this, &RecipeForm::showRecipe);   // nothing is checked without one
  connect(&studio_, &Studio::dataChanged, this, &RecipeForm::showRecipe);
  showRecipe();
}

FieldEditor* RecipeForm::addLine(QGridLayout* grid, const std::string& path, const QString& hint, bool folded) {
  const int row = grid->rowCount();
  Line line;
  line.editor = new FieldEditor(path, this);
  line.hint = hint;
  line.folded = folded;
  line.name = new Text(fieldName(path), TextRole::Body, Tone::Text, this);
  line.name->setWordWrap(true);
  line.name->setBuddy(line.editor->widget());
  line.name->setToolTip(QString::fromStdString(path));   // as files and the command line call it
  line.note = new Text(hint, TextRole::Small, Tone::Muted, this);
  line.note->setObjectName(QString::fromStdString(path) + u" note"_s);
  line.note->setWordWrap(true);
  line.reset = new WordButton(tr("default"), this, Tone::Accent);
  line.reset->setAccessibleName(tr("Back to the default: %1").arg(fieldName(path)));
  line.reset->setObjectName(QString::fromStdString(path) + u" reset"_s);
  grid->addWidget(line.name, row, 0);
  grid->addWidget(line.editor->widget(), row, 1);
  grid->addWidget(line.note, row, 2);
  grid->addWidget(line.reset, row, 3);
  connect(line.editor, &FieldEditor::edited, this, [this, path](const QString& value) { set(path, value); });
  connect(line.reset, &WordButton::clicked, this, [this, path] { reset(path); });
  lines_.push_back(line);
  return line.editor;
}

void RecipeForm::makeSimple() {
  simple_ = new Card(tr("How it learns"), this);
  auto* grid = formGrid(nullptr);
  addLine(grid, "optimizer.learning_rate", tr("1e-4 to 1e-3; small models want the larger ones"))->setUsual(1e-8, 1);
  addLine(grid, "optimizer.schedule", tr("after a short warm-up"));
  addLine(grid, "train.batch_rows", tr("8 to 16 is usual; memory follows the pass, not the step"))->setUsual(1, 65536);
  addLine(grid, "train.steps", tr("0: from the passes over the rows"))->setUsual(0, 100000000);
  addLine(grid, "train.epochs", tr("when steps is 0"))->setUsual(0.01, 1000);
  addLine(grid, "train.dtype", tr("bf16 halves the memory; on processors without bf16 arithmetic fp32 is faster"));
  addLine(grid, "train.checkpointing", tr("less memory, about a third slower"));
  addLine(grid, "evaluate.every", tr("steps; 0: only before and after"))->setUsual(0, 100000000);
  simple_->body()->addLayout(grid);
}

void RecipeForm::makeQuestions() {
  questions_card_ = new Card(fieldName("evaluate.sample_prompts"), this);
  questions_ = new QuestionList(questions_card_);
  questions_card_->body()->addWidget(questions_);
  auto* grid = formGrid(nullptr);
  addLine(grid, "evaluate.sample_every", tr("0: only before and after"))->setUsual(0, 100000000);
  addLine(grid, "evaluate.sample_tokens", {})->setUsual(1, 8192);
  questions_card_->body()->addLayout(grid);
  connect(questions_, &QuestionList::edited, this,
          [this](const QString& list) { set("evaluate.sample_prompts", list); });
}

void RecipeForm::makeAdvanced() {
  advanced_ = new Card(tr("Everything else"), this);
  changed_ = new Chip({}, Tone::Accent, advanced_);
  changed_->setObjectName(u"changedFields"_s);
  fold_ = new WordButton(tr("show"), advanced_);
  fold_->setObjectName(u"everythingElse"_s);
  advanced_->addControl(changed_);
  advanced_->addControl(fold_);
  advanced_body_ = new QWidget(advanced_);
  auto* grid = formGrid(advanced_body_);
  QString group;
  for (const lift::RecipeField& field : lift::recipe_fields()) {
    const auto there = [&](const Line& line) { return line.editor->path() == field.path; };
    if (elsewhere(field.path) || std::ranges::any_of(lines_, there)) continue;
    if (const QString heading = fieldGroup(field.path); heading != std::exchange(group, heading))
      grid->addWidget(new SectionTitle(heading, advanced_body_), grid->rowCount(), 0, 1, 4);
    addLine(grid, field.path, words(field.help), true);
  }
  advanced_body_->hide();
  connect(fold_, &WordButton::clicked, this, [this] { unfold(advanced_body_->isHidden()); });
  advanced_->body()->addWidget(advanced_body_);
}

void RecipeForm::unfold(bool open) {
  advanced_body_->setVisible(open);
  fold_->setText(open ? tr("hide") : tr("show"));
  fold_->updateGeometry();
}

void RecipeForm::set(const std::string& path, const QString& value) {
  const lift::Status status = studio_.setField(path + "=" + value.toStdString(), true);
  studio_.setRefused(path, status.ok() ? QString() : words(status.error()));
}

void RecipeForm::reset(const std::string& path) {
  studio_.setRefused(path, {});
  (void)studio_.setField(path + "=" + lift::field_text(Studio::freshRecipe(), path)).ok();
}

void RecipeForm::showRecipe() {
  const auto& refused = studio_.refused();
  const std::vector<Studio::Check> checks = studio_.checks();
  for (const Line& line : lines_) {
    if (!refused.contains(line.editor->path())) line.editor->show(studio_.recipe());
    showNotes(line, checks);
  }
  questions_->setQuestions(studio_.recipe().evaluate.sample_prompts);
  showChanged();
}

// The reason in the place of the hint: beside the field, where the eye is.
void RecipeForm::showNotes(const Line& line, const std::vector<Studio::Check>& checks) {
  QString reason, advice;
  for (const Studio::Check& check : checks)
    if (check.field == line.editor->path()) (check.error ? reason : advice) = check.reason;
  setWrong(*line.editor->widget(), reason);
  if (reason.isEmpty()) line.editor->widget()->setToolTip(wrappedTip(line.hint));
  line.note->setText(!reason.isEmpty() ? reason : !advice.isEmpty() ? advice : line.hint);
  line.note->setTone(!reason.isEmpty() ? Tone::Alarm : !advice.isEmpty() ? Tone::HeldOut : Tone::Muted);
  if (!reason.isEmpty() && line.folded) unfold(true);
}

void RecipeForm::showChanged() {
  const std::set<std::string> changed = studio_.changedFields();
  int folded = 0;
  for (const Line& line : lines_) {
    const bool differs = changed.contains(line.editor->path()) || studio_.refused().contains(line.editor->path());
    line.reset->setVisible(differs);
    line.name->setTone(differs ? Tone::Accent : Tone::Text);
    folded += differs && line.folded;
  }
  changed_->setText(folded > 0 ? tr("%n differ from the default", nullptr, folded) : QString());
}

}   // namespace ui
