#pragma once
// Page 5: the result of a run. Before and after, which weights changed, the delta's manifest, both models in a chat,
// export.
#include "ui/engine/studio.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class AnswersCard;
class Card;
class ChatPanel;
class ExportPanel;
class HeatMapOverview;
class KeyValueRow;
class ReflowRow;
class SampleTimeline;
class SegmentedSwitch;
class SessionTiles;
class Text;
class TileHeatMap;

class ResultsPage : public PageFrame {
  Q_OBJECT

 public:
  explicit ResultsPage(Studio& studio, QWidget* parent = nullptr);

 private:
  void makeNumbers(ReflowRow* row);
  void makePassport(ReflowRow* row);
  void makeWhere();
  void refresh();
  void showRun(const lift::RunHistory& history);
  void showKept(const std::vector<lift::EvaluationMetrics>& evaluations);
  void showKept(std::optional<double> before, std::optional<double> after, std::optional<double> high,
                std::int64_t items);
  void showChanges(const lift::ChangeSummary& changes);
  void showDelta(const lift::DeltaInfo& info);
  void paintOverview();
  void pickMatrix(int layer, int column);

  Studio& studio_;
  Card *numbers_card_, *where_card_, *tiles_card_;
  std::vector<KeyValueRow*> numbers_, passport_;
  Card* samples_card_;
  SampleTimeline* samples_;
  AnswersCard* answers_;
  Text* kept_words_;
  HeatMapOverview* overview_;
  SegmentedSwitch* overview_value_;
  TileHeatMap* tiles_;
  SessionTiles* changed_;
  Text* place_;
  ChatPanel* chat_;
  ExportPanel* export_;
  lift::ChangeSummary changes_;
};

}   // namespace ui
