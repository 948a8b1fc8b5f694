#include "ui/panels/selection_extras.h"

#include <set>

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/look/sentence_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostLayers = 4096;

QString text(const std::string& value) { return QString::fromStdString(value); }

}   // namespace

std::optional<std::vector<std::int32_t>> layersOf(const QString& words) {
  std::set<std::int32_t> layers;
  for (const QString& part : words.split(u',', Qt::SkipEmptyParts)) {
    bool first_ok = false, last_ok = false;
    const int first = part.section(u'-', 0, 0).trimmed().toInt(&first_ok);
    const int last =
        part.contains(u'-') ? part.section(u'-', 1).trimmed().toInt(&last_ok) : (last_ok = first_ok, first);
    if (!first_ok || !last_ok || first < 0 || last < first || last >= kMostLayers) return {};
    for (int layer = first; layer <= last; ++layer) layers.insert(layer);
  }
  return std::vector<std::int32_t>(layers.begin(), layers.end());
}

QString layerWords(const std::vector<std::int32_t>& layers) {
  QStringList parts;
  for (std::size_t i = 0; i < layers.size();) {
    std::size_t end = i;
    while (end + 1 < layers.size() && layers[end + 1] == layers[end] + 1) ++end;
    parts << (end == i ? QString::number(layers[i]) : u"%1-%2"_s.arg(layers[i]).arg(layers[end]));
    i = end + 1;
  }
  return parts.join(u", "_s);
}

SelectionExtras::SelectionExtras(Studio& studio, QWidget* parent)
    : QWidget(parent), studio_(studio), fold_(new WordButton(tr("more settings"), this)), body_(new QWidget(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->addWidget(fold_);
  head->addStretch();
  column->addLayout(head);
  column->addWidget(body_);
  fold_->setObjectName(u"moreSelection"_s);
  fold_->setFlush(true);
  connect(fold_, &WordButton::clicked, this, [this] {
    body_->setVisible(body_->isHidden());
    fold_->setText(body_->isHidden() ? tr("more settings") : tr("fewer settings"));
    fold_->updateGeometry();
  });
  body_->hide();

  budget_ = new SegmentedSwitch(tr("The budget is"), {tr("the density"), tr("a rank")}, body_);
  budget_rank_ = new SpinBox(body_);
  budget_rank_->setObjectName(u"budgetRank"_s);
  budget_rank_->setAccessibleName(tr("Budget rank"));
  budget_rank_->setToolTip(tr("As many weights as an adapter of this rank would have"));
  budget_rank_->setRange(1, 4096);
  criterion_ = new ComboBox(body_);
  criterion_->setAccessibleName(tr("Principal are"));
  criterion_->setObjectName(u"criterion"_s);
  for (const lift::NamedChoice& criterion : lift::criterion_choices())
    criterion_->addItem(words(criterion.title), text(criterion.name));
  layers_ = new QLineEdit(body_);
  layers_->setObjectName(u"layers"_s);
  layers_->setAccessibleName(tr("Layers"));
  layers_->setPlaceholderText(tr("all, or for example 0-5, 12"));
  auto* grid = new QGridLayout(body_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(1, 1);
  const auto place = [&](int row, const QString& name, QWidget* field) {
    grid->addWidget(new Text(name, TextRole::Body, Tone::Muted, body_), row, 0);
    grid->addWidget(field, row, 1);
  };
  place(0, tr("The budget is"), budget_);
  grid->addWidget(budget_rank_, 0, 2);
  place(1, tr("Principal are"), criterion_);
  place(2, tr("Layers"), layers_);

  connect(budget_, &SegmentedSwitch::currentChanged, this, [this](int index) {
    if (!filling_)
      Q_EMIT changed(
          u"selection.budget_rank=%1"_s.arg(index == 0 ? 0 : static_cast<int>(studio_.recipe().selection.rank)));
  });
  connect(budget_rank_, &QSpinBox::valueChanged, this, [this](int rank) {
    if (!filling_ && budget_->current() == 1) Q_EMIT changed(u"selection.budget_rank=%1"_s.arg(rank));
  });
  connect(criterion_, &QComboBox::activated, this,
          [this] { Q_EMIT changed(u"selection.criterion="_s + criterion_->currentData().toString()); });
  connect(layers_, &QLineEdit::editingFinished, this, &SelectionExtras::readLayers);
  connect(&studio_, &Studio::recipeChanged, this, &SelectionExtras::showRecipe);
  showRecipe();
}

void SelectionExtras::readLayers() {
  const auto layers = layersOf(layers_->text());
  if (!layers) return showRecipe();   // what can't be read goes back to what holds
  QStringList numbers;
  for (const std::int32_t layer : *layers) numbers << QString::number(layer);
  Q_EMIT changed(u"selection.layers=[%1]"_s.arg(numbers.join(u',')));
  showRecipe();
}

void SelectionExtras::showRecipe() {
  const lift::SelectionConfig& selection = studio_.recipe().selection;
  filling_ = true;
  budget_->setCurrent(selection.budget_rank > 0 ? 1 : 0);
  budget_rank_->setVisible(selection.budget_rank > 0);
  if (selection.budget_rank > 0) budget_rank_->setValue(static_cast<int>(selection.budget_rank));
  criterion_->setCurrentIndex(criterion_->findData(text(selection.criterion)));
  if (!layers_->hasFocus() || !layersOf(layers_->text())) layers_->setText(layerWords(selection.layers));
  filling_ = false;
}

}   // namespace ui
