#pragma once
// A message at the top of a page: error, warning, hint or success, with collapsed details and "Copy report".
#include <QFrame>

class QPlainTextEdit;
class QHBoxLayout;

namespace ui {

class Text;
class WordButton;

class Banner : public QFrame {
  Q_OBJECT
 public:
  enum class Kind { Error, Warning, Info, Done };

  explicit Banner(QWidget* parent = nullptr);   // hidden until say()
  // title: what happened, one sentence. advice: what to do. report: all details for a bug report; may be empty.
  void say(Kind kind, const QString& title, const QString& advice = {}, const QString& report = {});
  // Adds an action at the right ("Try again"); the next say() removes it.
  WordButton* addAction(const QString& word);
  void dismiss();
  Kind kind() const { return kind_; }
  QString title() const;

 Q_SIGNALS:
  void dismissed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Kind kind_ = Kind::Info;
  Text* title_;
  Text* advice_;
  WordButton* more_;
  WordButton* copy_;
  QHBoxLayout* actions_;
  QPlainTextEdit* report_;
};

}   // namespace ui
