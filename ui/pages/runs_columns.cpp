#include "ui/pages/runs_columns.h"

#include <QCoreApplication>

#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using lift::RunState;
using lift::RunSummary;

struct RunsColumns {
  Q_DECLARE_TR_FUNCTIONS(RunsColumns)
};

QString text(const std::string& value) { return QString::fromStdString(value); }

QString stateWords(RunState state) {
  switch (state) {
    case RunState::Running: return RunsColumns::tr("running");
    case RunState::Interrupted: return RunsColumns::tr("interrupted");
    case RunState::Stopped: return RunsColumns::tr("stopped");
    case RunState::Done: return RunsColumns::tr("done");
    case RunState::Failed: return RunsColumns::tr("failed");
    case RunState::Discarded: return RunsColumns::tr("not saved");
  }
  return {};
}

QString numberOr(const std::optional<double>& value, int decimals) {
  return value ? numberWords(*value, decimals) : u"–"_s;
}
QVariant sortOr(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

QString stateTip(const RunSummary& run) {
  QStringList lines;
  if (!run.reason.empty()) lines << words(run.reason);
  if (!run.obstacle.empty()) lines << words(run.obstacle);
  if (const lift::Sentence verdict = run.verdict.text(); !verdict.empty()) lines << words(verdict);
  return lines.isEmpty() ? stateWords(run.state) : lines.join(u'\n');
}

}   // namespace

QString nameOf(const RunSummary& run) { return text(run.title.empty() ? run.id : run.title); }

std::vector<ColumnModel<RunSummary>::Column> runsColumns() {
  return {
      {RunsColumns::tr("Run"),
       [](const RunSummary& r) { return nameOf(r); },
       {},
       false,
       [](const RunSummary& r) {
         QStringList lines{nameOf(r), pathWords(text(r.folder.string()))};
         if (!r.remark.empty()) lines << text(r.remark);
         return lines.join(u'\n');
       }},
      {RunsColumns::tr("Curve"), [](const RunSummary&) { return QString(); },
       [](const RunSummary& r) { return sortOr(r.last_loss); }, false,
       [](const RunSummary& r) {
         return RunsColumns::tr("loss %1 → %2").arg(numberOr(r.first_loss, 4), numberOr(r.last_loss, 4));
       },
       [](const RunSummary& r) { return r.loss_curve; }},
      {RunsColumns::tr("State"),
       [](const RunSummary& r) {
         return r.state == RunState::Done && !r.verdict.good() ? RunsColumns::tr("done, worse") : stateWords(r.state);
       },
       {},
       false,
       [](const RunSummary& r) { return stateTip(r); }},
      {RunsColumns::tr("Steps"),
       [](const RunSummary& r) { return u"%1 / %2"_s.arg(countWords(r.step), countWords(r.total_steps)); },
       [](const RunSummary& r) { return QVariant(static_cast<qlonglong>(r.step)); },
       true,
       {}},
      {RunsColumns::tr("Loss"),
       [](const RunSummary& r) { return numberOr(r.last_loss, 4); },
       [](const RunSummary& r) { return sortOr(r.last_loss); },
       true,
       {}},
      {RunsColumns::tr("Held-out"),
       [](const RunSummary& r) { return numberOr(r.held_out_after, 4); },
       [](const RunSummary& r) { return sortOr(r.held_out_after); },
       true,
       {}},
      {RunsColumns::tr("Retention"),
       [](const RunSummary& r) { return r.retention ? percentWords(*r.retention) : u"–"_s; },
       [](const RunSummary& r) { return sortOr(r.retention); },
       true,
       {}},
      {RunsColumns::tr("Model"), [](const RunSummary& r) { return text(r.model_name); }, {}, false, {}},
      {RunsColumns::tr("Data"), [](const RunSummary& r) { return text(r.data_name); }, {}, false, {}},
      {RunsColumns::tr("Started"),
       [](const RunSummary& r) { return text(r.created).replace(u'T', QLatin1Char(' ')).left(16); },
       [](const RunSummary& r) { return QVariant(text(r.created)); },
       false,
       {}},
  };
}

}   // namespace ui
