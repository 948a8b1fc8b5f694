#pragma once
// Answers to the sample questions over the course of training: a block for each question, and in it a line for each
// answer with its step. Used by the train page. Thread: the window's.
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
  // Shows the base's answer to each question and the newest few.
  void setSamples(const std::vector<lift::SampleEvent>& samples);

 private:
  void addLine(const QString& step, const QString& answer, bool of_base);
  Text* empty_;
  QWidget* lines_;
  QGridLayout* grid_ = nullptr;
};

}   // namespace ui
