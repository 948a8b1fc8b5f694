#include "ui/panels/answers_card.h"

#include <algorithm>

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include "core/session/outcome_words.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kRowsShown = 8;
enum class Shown : int { All, Right, Wrong };

QString text(const std::string& value) { return QString::fromStdString(value).simplified(); }

QString marked(const std::optional<lift::GivenAnswer>& answer) {
  if (!answer) return u"–"_s;
  return (answer->right ? u"✓ "_s : u"✗ "_s) + text(answer->text);
}

// The whole answer, as it was written.
QString whole(const std::optional<lift::GivenAnswer>& answer) {
  return answer ? QString::fromStdString(answer->text) : AnswersCard::tr("not asked");
}

std::vector<ColumnModel<lift::AnsweredRow>::Column> columns() {
  using Row = lift::AnsweredRow;
  return {
      {AnswersCard::tr("Question"),
       [](const Row& row) { return text(row.question); },
       {},
       false,
       [](const Row& row) { return QString::fromStdString(row.question); },
       {}},
      {AnswersCard::tr("Expected"),
       [](const Row& row) { return text(row.expected); },
       {},
       false,
       [](const Row& row) { return QString::fromStdString(row.expected); },
       {}},
      {AnswersCard::tr("Base"),
       [](const Row& row) { return marked(row.base); },
       {},
       false,
       [](const Row& row) { return whole(row.base); },
       {}},
      {AnswersCard::tr("Tuned"),
       [](const Row& row) { return marked(row.tuned); },
       {},
       false,
       [](const Row& row) { return whole(row.tuned); },
       {}},
  };
}

// The newest model's, where it was asked.
bool isRight(const lift::AnsweredRow& row) { return row.tuned ? row.tuned->right : row.base && row.base->right; }

}   // namespace

AnswersCard::AnswersCard(QWidget* parent) : Card(tr("Held-out rows, answered"), parent) {
  setObjectName(u"answersCard"_s);
  shown_ = new SegmentedSwitch(tr("Rows shown"), {tr("all"), tr("right"), tr("wrong")}, this);
  addControl(shown_);
  exact_ = new KeyValueRow(tr("Exactly right, base → tuned"), {}, this);
  json_ = new KeyValueRow(tr("Valid JSON, base → tuned"), {}, this);
  body()->addWidget(exact_);
  body()->addWidget(json_);
  model_ = new ColumnModel<lift::AnsweredRow>(columns(), this);
  auto* sorted = new QSortFilterProxyModel(this);
  sorted->setSourceModel(model_);
  sorted->setSortRole(kSortRole);
  table_ = new TableView(tr("Held-out rows with expected and given answers"), this);
  table_->setModel(sorted);
  for (int column = 0; column < model_->columnCount(); ++column)
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
  table_->setRowsShown(1, kRowsShown);
  body()->addWidget(table_);
  remark_ = new Text({}, TextRole::Small, Tone::Muted, this);
  remark_->setWordWrap(true);
  body()->addWidget(remark_);
  connect(shown_, &SegmentedSwitch::currentChanged, this, &AnswersCard::showRows);
  hide();
}

void AnswersCard::setAnswers(std::vector<lift::AnsweredRow> rows, const std::optional<lift::ExactMatch>& before,
                             const std::optional<lift::ExactMatch>& after) {
  rows_ = std::move(rows);
  showCounts(before, after);
  showRows();
  setVisible(!rows_.empty());
}

void AnswersCard::clear() { setAnswers({}, {}, {}); }

void AnswersCard::showRows() {
  const auto shown = static_cast<Shown>(shown_->current());
  std::vector<lift::AnsweredRow> rows;
  std::ranges::copy_if(rows_, std::back_inserter(rows), [shown](const lift::AnsweredRow& row) {
    return shown == Shown::All || isRight(row) == (shown == Shown::Right);
  });
  model_->setRows(std::move(rows));
}

void AnswersCard::showCounts(const std::optional<lift::ExactMatch>& before,
                             const std::optional<lift::ExactMatch>& after) {
  const auto exact = [](const std::optional<lift::ExactMatch>& match) {
    return match ? words(lift::exact_sentence(*match)) : u"–"_s;
  };
  const auto json = [](const std::optional<lift::ExactMatch>& match) {
    if (!match || !match->valid_json) return u"–"_s;
    return tr("%1 of %2").arg(countWords(*match->valid_json), countWords(match->asked));
  };
  const auto fromTo = [](const QString& base, const QString& tuned) { return u"%1 → %2"_s.arg(base, tuned); };
  const auto& newest = after ? after : before;
  exact_->setValue(fromTo(exact(before), exact(after)), Tone::Accent);
  json_->setValue(fromTo(json(before), json(after)));
  json_->setVisible(newest && newest->valid_json);
  const lift::Sentence remark = newest ? lift::exact_remark(*newest) : lift::Sentence();
  remark_->setText(words(remark));
  remark_->setVisible(!remark.empty());
}

}   // namespace ui
