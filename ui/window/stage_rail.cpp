#include "ui/window/stage_rail.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

QString nameOf(PageId page) {
  switch (page) {
    case PageId::Model: return QCoreApplication::translate("PageId", "Model");
    case PageId::Data: return QCoreApplication::translate("PageId", "Data");
    case PageId::Selection: return QCoreApplication::translate("PageId", "Selection");
    case PageId::Train: return QCoreApplication::translate("PageId", "Train");
    case PageId::Results: return QCoreApplication::translate("PageId", "Results");
    case PageId::Runs: return QCoreApplication::translate("PageId", "Runs");
    case PageId::Settings: return QCoreApplication::translate("PageId", "Settings");
  }
  return {};
}

QString iconOf(PageId page) {
  static const std::array<QString, kPageCount> names{u"model"_s,   u"data"_s, u"selection"_s, u"train"_s,
                                                     u"results"_s, u"runs"_s, u"settings"_s};
  return names[static_cast<std::size_t>(page)];
}

class RailItem : public QAbstractButton {
 public:
  RailItem(PageId page, QWidget* parent) : QAbstractButton(parent), page_(page) {
    setText(nameOf(page));
    setAccessibleName(text());
    setCheckable(true);
    setFixedHeight(measure::kRailItem);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(u"rail"_s + QString::number(static_cast<int>(page)));
  }
  void setDone(bool done) {
    done_ = done;
    setAccessibleDescription(done ? QCoreApplication::translate("PageId", "done") : QString());
    update();
  }
  void setMark(const QString& mark) {
    mark_ = mark;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Colours& c = colours();
    if (isChecked()) {
      paintPanel(painter, rect(), measure::kControlRadius, c.raised);
      painter.setClipRect(QRect(0, 0, 2, height()));
      paintPanel(painter, QRectF(0, 0, 14, height()), measure::kControlRadius, c.accent);
      painter.setClipping(false);
    } else if (underMouse()) {
      paintPanel(painter, rect(), measure::kControlRadius, c.dark ? QColor(0x20242b) : c.raised);
    }
    if (showsFocus(*this)) paintFocusRing(painter, rect(), measure::kControlRadius);
    const QColor ink = isChecked() || underMouse() ? c.text : c.muted;
    paintIcon(painter, QRectF(11, height() / 2.0 - 9, 18, 18), iconOf(page_), ink);
    painter.setFont(fontOf(TextRole::Body));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(38, 0, -26, 0), Qt::AlignVCenter, text());
    if (!mark_.isEmpty()) {
      painter.setPen(c.accent_text);
      painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, mark_);
    } else if (done_) {
      paintIcon(painter, QRectF(width() - 24, height() / 2.0 - 7, 14, 14), u"check"_s, c.good);
    }
  }
  void enterEvent(QEnterEvent*) override { update(); }
  void leaveEvent(QEvent*) override { update(); }
  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Down) focusNextChild();
    else if (event->key() == Qt::Key_Up) focusPreviousChild();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) click();
    else QAbstractButton::keyPressEvent(event);
  }

 private:
  PageId page_;
  bool done_ = false;
  QString mark_;
};

StageRail::StageRail(QWidget* parent) : QWidget(parent) {
  setFixedWidth(measure::kRail);
  setAccessibleName(tr("Stages"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 12, 9, 12);
  column->setSpacing(1);
  for (int i = 0; i < kPageCount; ++i) {
    if (i == kStageCount) column->addSpacing(18);
    const auto page = static_cast<PageId>(i);
    auto* entry = new RailItem(page, this);
    const QString keys = page == PageId::Settings ? u"Ctrl+7, Ctrl+,"_s : u"Ctrl+%1"_s.arg(i + 1);
    entry->setToolTip(nameOf(page) + u"  ("_s + keys + u')');
    connect(entry, &QAbstractButton::clicked, this, [this, page] {
      setCurrent(current_);   // the window decides; it calls back
      Q_EMIT chosen(page);
    });
    items_[static_cast<std::size_t>(i)] = entry;
    column->addWidget(entry);
  }
  column->addStretch();
  setCurrent(PageId::Model);
}

void StageRail::setCurrent(PageId page) {
  current_ = page;
  for (int i = 0; i < kPageCount; ++i) items_[static_cast<std::size_t>(i)]->setChecked(i == static_cast<int>(page));
}

void StageRail::setDone(PageId page, bool done) { item(page)->setDone(done); }
void StageRail::setMark(PageId page, const QString& mark) { item(page)->setMark(mark); }

void StageRail::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), colours().panel);
  painter.fillRect(QRect(width() - 1, 0, 1, height()), colours().line);
}

}   // namespace ui
