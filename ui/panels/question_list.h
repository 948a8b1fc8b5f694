#pragma once
// A plain list of questions: one field each, a word that takes it away, one that adds another. Window thread.
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
  void setQuestions(const std::vector<std::string>& questions);   // what is being typed in stays

 Q_SIGNALS:
  void edited(const QString& list);   // a JSON list of texts; empty ones are left out

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
