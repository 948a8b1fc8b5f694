#include "ui/panels/queue_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/item_models/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

QString nameOf(const lift::Recipe& recipe) {
  if (!recipe.name.empty()) return text(recipe.name);
  const std::string file = recipe.data.files.empty() ? std::string() : recipe.data.files.front();
  return modelWords(text(recipe.model)) + u" · "_s + text(std::filesystem::path(file).stem().string());
}

QString settingsOf(const lift::Recipe& recipe) {
  QStringList parts{QueuePanel::tr("R %1, %2").arg(recipe.selection.rank).arg(percentWords(recipe.selection.density)),
                    QueuePanel::tr("rate %1").arg(rateWords(recipe.optimizer.learning_rate))};
  if (recipe.train.steps > 0) parts << QueuePanel::tr("%n step(s)", nullptr, static_cast<int>(recipe.train.steps));
  return parts.join(u" · "_s);
}

QString stateOf(RunQueue::State state) {
  switch (state) {
    case RunQueue::State::Waiting: return QueuePanel::tr("waits");
    case RunQueue::State::Running: return QueuePanel::tr("runs");
    case RunQueue::State::Done: return QueuePanel::tr("done");
    case RunQueue::State::Stopped: return QueuePanel::tr("stopped");
    case RunQueue::State::Failed: return QueuePanel::tr("failed");
  }
  return {};
}

using Entry = RunQueue::Entry;

std::vector<ColumnModel<Entry>::Column> columns() {
  return {{QueuePanel::tr("Recipe"), [](const Entry& e) { return nameOf(e.recipe); }, {}, false, {}},
          {QueuePanel::tr("Settings"), [](const Entry& e) { return settingsOf(e.recipe); }, {}, false, {}},
          {QueuePanel::tr("State"),
           [](const Entry& e) { return stateOf(e.state); },
           {},
           false,
           [](const Entry& e) { return e.reason.isEmpty() ? stateOf(e.state) : e.reason; }}};
}

}   // namespace

QueuePanel::QueuePanel(Studio& studio, RunQueue& queue, QWidget* parent)
    : Card(tr("Queue"), parent), studio_(studio), queue_(queue) {
  auto* add = new WordButton(tr("add the present recipe"), this, Tone::Accent);
  add->setObjectName(u"enqueue"_s);
  connect(add, &WordButton::clicked, this, &QueuePanel::addPresent);
  clear_ = new WordButton(tr("forget what has ended"), this);
  connect(clear_, &WordButton::clicked, &queue_, &RunQueue::clearEnded);
  addControl(clear_);
  addControl(add);
  model_ = new ColumnModel<Entry>(columns(), this);
  table_ = new TableView(tr("Queue"), this);
  table_->setObjectName(u"queueTable"_s);
  table_->setModel(model_);
  table_->setStretchColumn(2);
  table_->setRowsShown(1, 6);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  connect(table_, &TableView::currentRowChanged, this, &QueuePanel::showActions);
  body()->addWidget(table_);
  words_ = new Text({}, TextRole::Body, Tone::Muted, this);
  words_->setWordWrap(true);
  body()->addWidget(words_);
  actions_ = new QWidget(this);
  auto* line = new QHBoxLayout(actions_);
  line->setContentsMargins(0, 0, 0, 0);
  const auto button = [&](const QString& label, std::function<void(int)> act) {
    auto* made = new Button(label, Button::Kind::Normal, actions_);
    connect(made, &Button::clicked, this, [this, act = std::move(act)] { act(table_->currentIndex().row()); });
    line->addWidget(made);
    return made;
  };
  up_ = button(tr("Earlier"), [this](int row) { queue_.move(row, -1); });
  down_ = button(tr("Later"), [this](int row) { queue_.move(row, 1); });
  out_ = button(tr("Take out"), [this](int row) { queue_.takeOut(row); });
  line->addStretch();
  go_on_ = button(tr("Start the next"), [this](int) { queue_.goOn(); });
  body()->addWidget(actions_);
  connect(&queue_, &RunQueue::changed, this, &QueuePanel::show);
  show();
}

void QueuePanel::addPresent() {
  for (const Studio::Check& check : studio_.checks())
    if (check.error) {
      Q_EMIT refused(check.title, check.reason);
      return;
    }
  queue_.add(studio_.recipe());
}

void QueuePanel::show() {
  const int row = table_->currentIndex().row();
  model_->setRows({queue_.entries().begin(), queue_.entries().end()});
  const bool any = !queue_.entries().empty();
  table_->setVisible(any);
  actions_->setVisible(any);
  clear_->setVisible(queue_.waiting() < std::ssize(queue_.entries()));
  setNote(queue_.isHalted() ? tr("waits for your word") : QString());
  go_on_->setVisible(queue_.isHalted());
  table_->resizeColumnsToContents();
  if (any) table_->selectRow(std::clamp(row, 0, model_->rowCount() - 1));
  showActions();
}

void QueuePanel::showActions() {
  const int row = table_->currentIndex().row();
  const bool one = row >= 0 && row < model_->rowCount();
  const QString reason =
      one ? model_->row(row).reason
          : tr("Nothing waits. What you add here starts when the present run ends, and goes on after a failure.");
  words_->setText(reason);
  words_->setTone(one ? Tone::Alarm : Tone::Muted);
  words_->setVisible(!reason.isEmpty());
  const QString pick = tr("Choose one of the queue");
  const QString waits = !one                                                 ? pick
                        : model_->row(row).state == RunQueue::State::Waiting ? QString()
                                                                             : tr("It does not wait any more");
  up_->setMissing(waits);
  down_->setMissing(waits);
  out_->setMissing(!one                                                 ? pick
                   : model_->row(row).state == RunQueue::State::Running ? tr("It runs: stop the run instead")
                                                                        : QString());
}

}   // namespace ui
