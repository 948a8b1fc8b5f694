#pragma once
// Page 4: the recipe as a form; then the live run: loss and retention over steps, the other numbers as cards, and the
// answers to the sample questions.
#include "ui/engine/studio.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class AnswersCard;
class Card;
class LinePlot;
class MetricCard;
class PageStack;
class RecipeForm;
class SampleTimeline;
class SegmentedSwitch;
class TableView;

class TrainPage : public PageFrame {
  Q_OBJECT

 public:
  explicit TrainPage(Studio& studio, QWidget* parent = nullptr);

 private:
  void makeLive();
  void makeLoss(class QHBoxLayout* row);
  void makeRetention(class QHBoxLayout* row);
  void makeCards();
  void makeSamples();
  void showLive();
  void appendNew();
  void forget();
  void showStage(RunStage stage);
  void sayEnd(const lift::RunSummary& run);
  void sayDivergence(const lift::RunEvent& event);
  void forgetAfter(std::int64_t step);

  Studio& studio_;
  SegmentedSwitch* view_;
  PageStack* stack_;
  QWidget* live_;
  Card *loss_card_, *retention_card_, *samples_card_;
  LinePlot *loss_, *retention_;
  int loss_series_ = 0, held_out_series_ = 0, retention_series_ = 0;
  MetricCard *speed_, *norm_, *rate_, *kept_, *memory_;
  AnswersCard* answers_;
  SampleTimeline* samples_;
  std::size_t drawn_evaluations_ = 0, drawn_refreshes_ = 0, drawn_samples_ = 0;
};

}   // namespace ui
