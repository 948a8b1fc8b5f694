#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Look {
  QColor wash, mark;
  QString icon;
};

Look look_of(Banner::Kind kind) {
  const Colours& c = colours();
  switch (kind) {
    case Banner::Kind::Error: return {c.alarm_wash, c.alarm, u"error"_s};
    case Banner::Kind::Warning: return {c.warning_wash, c.held_out, u"warning"_s};
    case Banner::Kind::Info: return {c.raised, c.base, u"info"_s};
    case Banner::Kind::Done: return {c.accent_wash, c.good, u"done"_s};
  }
  return {};
}

}   // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      title_(new Text({}, TextRole::Strong)),
      advice_(new Text),
      more_(new WordButton(tr("Details"))),
      copy_(new WordButton(tr("Copy report"))),
      report_(new QPlainTextEdit) {
  title_->setWordWrap(true);
  advice_->setWordWrap(true);
  report_->setReadOnly(true);
  report_->setFont(fontOf(TextRole::Mono));
  report_->setFixedHeight(120);
  report_->setAccessibleName(tr("Report"));
  auto* dismiss_button = new IconButton(u"cross"_s, tr("Dismiss"));
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(title_);
  words->addWidget(advice_);
  actions_ = new QHBoxLayout;
  actions_->setSpacing(2);
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  row->addLayout(words, 1);
  row->addLayout(actions_);
  row->addWidget(more_);
  row->addWidget(copy_);
  row->addWidget(dismiss_button);
  for (QWidget* button :
       {static_cast<QWidget*>(more_), static_cast<QWidget*>(copy_), static_cast<QWidget*>(dismiss_button)})
    row->setAlignment(button, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(44, 12, 12, 12);
  column->setSpacing(measure::kGapSmall);
  column->addLayout(row);
  column->addWidget(report_);
  connect(more_, &QAbstractButton::clicked, this, [this] {
    report_->setVisible(report_->isHidden());
    more_->setText(report_->isHidden() ? tr("Details") : tr("Fewer details"));
    more_->updateGeometry();
  });
  connect(copy_, &QAbstractButton::clicked, this, [this] {
    QGuiApplication::clipboard()->setText(title_->text() + u'\n' + advice_->text() + u"\n\n"_s +
                                          report_->toPlainText());
    copy_->setText(tr("Copied"));
    copy_->updateGeometry();
  });
  connect(dismiss_button, &QAbstractButton::clicked, this, &Banner::dismiss);
  hide();
}

void Banner::say(Kind kind, const QString& title, const QString& advice, const QString& report) {
  kind_ = kind;
  while (QLayoutItem* old = actions_->takeAt(0)) {
    old->widget()->hide();
    old->widget()->deleteLater();   // it may be the one that was pressed
    delete old;
  }
  title_->setText(title);
  advice_->setText(advice);
  advice_->setVisible(!advice.isEmpty());
  report_->setPlainText(report);
  report_->hide();
  more_->setText(tr("Details"));
  more_->setVisible(!report.isEmpty());
  copy_->setText(tr("Copy report"));
  copy_->setVisible(!report.isEmpty());
  setAccessibleName(advice.isEmpty() ? title : title + u' ' + advice);
  show();
  update();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

WordButton* Banner::addAction(const QString& word) {
  auto* action = new WordButton(word, this, Tone::Accent);
  actions_->addWidget(action, 0, Qt::AlignTop);
  return action;
}

void Banner::dismiss() {
  if (isHidden()) return;
  hide();
  Q_EMIT dismissed();
}

QString Banner::title() const { return title_->text(); }

void Banner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Look look = look_of(kind_);
  paintPanel(painter, rect(), measure::kCardRadius, look.wash, look.mark);
  paintIcon(painter, QRectF(14, 13, 20, 20), look.icon, look.mark);
}

}   // namespace ui
