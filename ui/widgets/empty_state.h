#pragma once
// The contents of an empty page or plot: an icon, one sentence on what will be here, and an action that fills it.
#include <QWidget>

namespace ui {

class Button;
class PrimaryButton;
class Text;

class EmptyState : public QWidget {
  Q_OBJECT
 public:
  EmptyState(const QString& icon, const QString& title, const QString& sentence, QWidget* parent = nullptr);
  void setWords(const QString& title, const QString& sentence);
  PrimaryButton* addAction(const QString& label);
  Button* addSecondAction(const QString& label);   // below it, of less weight

 private:
  void insert(QWidget* action);

  Text* title_;
  Text* sentence_;
};

}   // namespace ui
