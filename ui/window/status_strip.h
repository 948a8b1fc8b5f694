#pragma once
// The 32 px strip at the bottom: progress of the running job, its name and duration; actions at the right.
#include <QWidget>

class QHBoxLayout;

namespace ui {

class Text;
class ThinProgress;
class WordButton;

class StatusStrip : public QWidget {
  Q_OBJECT
 public:
  explicit StatusStrip(QWidget* parent = nullptr);
  void setWords(const QString& words);   // "Selection of 210 matrices up to date"
  void setProgress(double fraction);     // 0 to 1; below 0: end unknown
  void hideProgress();
  void setNote(const QString& note);            // at the right, muted ("exact, 1.9 s")
  WordButton* addAction(const QString& word);   // to the right of the note ("run folder")
  void clearActions();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThinProgress* progress_;
  Text* words_;
  Text* note_;
  QHBoxLayout* actions_;
};

}   // namespace ui
