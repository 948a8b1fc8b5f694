#pragma once
// An editable list of questions: a field for each with a button that removes it, and one that adds another.
#include <string>
#include <vector>

#include <QWidget>

class QVBoxLayout;

namespace ui {

class Text;

class QuestionList : public QWidget {
  Q_OBJECT

 public:
  explicit QuestionList(QWidget* parent = nullptr);
  void setQuestions(const std::vector<std::string>& questions);   // keeps what is being typed

 Q_SIGNALS:
  void edited(const QString& list);   // a JSON list of texts, without empty ones

 private:
  class Field;
  void addField(const QString& question);
  void tell();
  std::vector<std::string> typed() const;

  QVBoxLayout* column_;
  Text* empty_;
  std::vector<Field*> fields_;
};

}   // namespace ui
