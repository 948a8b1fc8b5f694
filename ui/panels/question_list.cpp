#include "ui/panels/question_list.h"

#include <algorithm>

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kHeight = 52;   // two lines

}   // namespace

// Tells when the keyboard leaves it: a question is one change, not one for each letter.
class QuestionList::Field : public QPlainTextEdit {
 public:
  Field(QuestionList& list, const QString& question) : QPlainTextEdit(question, &list), list_(list) {
    setAccessibleName(QuestionList::tr("Question"));
    setTabChangesFocus(true);
    setFixedHeight(kHeight);
    document()->setDocumentMargin(6);
  }

 protected:
  void focusOutEvent(QFocusEvent* event) override {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) list_.tell();
  }

 private:
  QuestionList& list_;
};

QuestionList::QuestionList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  empty_ = new Text(tr("None. What you ask here the model answers before, while and after it learns."), TextRole::Body,
                    Tone::Muted, this);
  empty_->setWordWrap(true);
  column_->addWidget(empty_);
  auto* add = new WordButton(tr("add a question"), this, Tone::Accent);
  add->setObjectName(u"addQuestion"_s);
  add->setFlush(true);
  connect(add, &WordButton::clicked, this, [this] {
    addField({});
    fields_.back()->setFocus();
  });
  column_->addWidget(add);
}

void QuestionList::addField(const QString& question) {
  auto* row = new QWidget(this);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  auto* field = new Field(*this, question);
  auto* remove = new WordButton(tr("take away"), row);
  remove->setAccessibleName(tr("Take the question away"));
  line->addWidget(field, 1);
  line->addWidget(remove);
  connect(remove, &WordButton::clicked, this, [this, row, field] {
    std::erase(fields_, field);
    row->deleteLater();
    row->hide();
    tell();
  });
  fields_.push_back(field);
  column_->insertWidget(column_->count() - 1, row);
  empty_->hide();
}

std::vector<std::string> QuestionList::typed() const {
  std::vector<std::string> questions;
  for (const Field* field : fields_)
    if (const QString text = field->toPlainText().trimmed(); !text.isEmpty()) questions.push_back(text.toStdString());
  return questions;
}

void QuestionList::tell() {
  QJsonArray list;
  for (const std::string& question : typed()) list.append(QString::fromStdString(question));
  empty_->setVisible(fields_.empty());
  Q_EMIT edited(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

void QuestionList::setQuestions(const std::vector<std::string>& questions) {
  const auto trimmed = [](const std::string& text) { return QString::fromStdString(text).trimmed().toStdString(); };
  if (std::ranges::equal(typed(), questions, {}, {}, trimmed)) return;
  for (Field* field : std::exchange(fields_, {})) {
    field->parentWidget()->hide();
    field->parentWidget()->deleteLater();
  }
  for (const std::string& question : questions) addField(QString::fromStdString(question));
  empty_->setVisible(fields_.empty());
}

}   // namespace ui
