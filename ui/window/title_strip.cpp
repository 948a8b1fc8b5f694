#include "ui/window/title_strip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include "ui/look/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

TitleStrip::TitleStrip(QMenu* menu, QWidget* parent)
    : QWidget(parent),
      subject_(new Text({}, TextRole::Body, Tone::Muted)),
      recipe_(new Chip),
      device_(new Text({}, TextRole::Body, Tone::Muted)),
      panel_(new IconButton(u"panel"_s, tr("Show or hide the side panel  (F9)"))) {
  setFixedHeight(measure::kTitleBar);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(measure::kGapLarge, 0, 10, 0);
  row->setSpacing(measure::kGap);
  auto* program = new Text(u"LIFT Studio"_s, TextRole::Strong);
  auto* more = new IconButton(u"menu"_s, tr("Menu  (F10)"));
  more->setObjectName(u"menuButton"_s);
  more->setMenu(menu);
  more->setPopupMode(QToolButton::InstantPopup);
  more->calmAfter(menu);
  subject_->setElide(Qt::ElideMiddle, QSizePolicy::Preferred);
  device_->setElide(Qt::ElideRight, QSizePolicy::Preferred);
  row->addWidget(program);
  row->addWidget(subject_);
  row->addWidget(recipe_);
  row->addStretch();
  row->addWidget(device_);
  row->addWidget(panel_);
  row->addWidget(more);
  setModelAndData({}, {});
}

void TitleStrip::setModelAndData(const QString& model, const QString& data) {
  QStringList parts;
  for (const QString& part : {model, data})
    if (!part.isEmpty()) parts << part;
  subject_->setFullText(parts.join(u" · "_s));
  subject_->setVisible(!parts.isEmpty());
}

void TitleStrip::setRecipe(const QString& recipe) {
  recipe_->setText(recipe.isEmpty() ? QString() : tr("recipe: %1").arg(recipe));
}

void TitleStrip::setDevice(const QString& device) { device_->setFullText(device); }

void TitleStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), colours().panel);
  painter.fillRect(QRect(0, height() - 1, width(), 1), colours().line);
}

}   // namespace ui
