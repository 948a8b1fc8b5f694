#pragma once
// The same questions, answered again and again while the model learns: one block a question, one line an answer with
// its step. Used by the train page. Window thread.
#include <QWidget>

#include <vector>

#include "core/metrics/metrics.h"

class QGridLayout;

namespace ui {

class Text;

class SampleTimeline : public QWidget {
  Q_OBJECT

 public:
  explicit SampleTimeline(QWidget* parent = nullptr);
  // Of the answers to one question the base's and the newest few are shown.
  void setSamples(const std::vector<lift::SampleEvent>& samples);

 private:
  void addLine(const QString& step, const QString& answer, bool of_base);
  Text* empty_;
  QWidget* lines_;
  QGridLayout* grid_ = nullptr;
};

}   // namespace ui
