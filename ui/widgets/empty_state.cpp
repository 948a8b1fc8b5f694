#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

class IconDisc : public QWidget {
 public:
  explicit IconDisc(QString icon) : icon_(std::move(icon)) { setFixedSize(56, 56); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintPanel(painter, rect(), 28, colours().raised);
    paintIcon(painter, QRectF(16, 16, 24, 24), icon_, colours().muted);
  }

 private:
  QString icon_;
};

}   // namespace

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      title_(new Text(title, TextRole::Value)),
      sentence_(new Text(sentence, TextRole::Body, Tone::Muted)) {
  title_->setAlignment(Qt::AlignCenter);
  sentence_->setAlignment(Qt::AlignCenter);
  sentence_->setWordWrap(true);
  sentence_->setMinimumWidth(240);
  sentence_->setMaximumWidth(420);
  sentence_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(measure::kGap);
  column->addStretch(2);
  column->addWidget(new IconDisc(icon), 0, Qt::AlignHCenter);
  column->addWidget(title_, 0, Qt::AlignHCenter);
  auto* line = new QHBoxLayout;   // in the middle, as wide as it may
  line->addStretch(1);
  line->addWidget(sentence_, 100);
  line->addStretch(1);
  column->addLayout(line);
  column->addStretch(3);
  setWords(title, sentence);
}

void EmptyState::setWords(const QString& title, const QString& sentence) {
  title_->setText(title);
  title_->setVisible(!title.isEmpty());
  sentence_->setText(sentence);
  setAccessibleName(title + u' ' + sentence);
}

PrimaryButton* EmptyState::addAction(const QString& label) {
  auto* action = new PrimaryButton(label);
  insert(action);
  return action;
}

Button* EmptyState::addSecondAction(const QString& label) {
  auto* action = new Button(label, Button::Kind::Normal);
  insert(action);
  return action;
}

void EmptyState::insert(QWidget* action) {
  action->setMinimumWidth(180);
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->insertSpacing(column->count() - 1, 4);
  column->insertWidget(column->count() - 1, action, 0, Qt::AlignHCenter);
}

}   // namespace ui
