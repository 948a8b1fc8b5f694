#pragma once
// Page 3: which weights will be trained, and why, before a run starts. Spectra, the whole model as a grid, one matrix
// as tiles down to single weights; all of it follows the sliders.
#include <QSortFilterProxyModel>
#include <QTimer>

#include <map>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

class QCheckBox;

namespace ui {

class Card;
class ComboBox;
class HeatMapOverview;
class Inset;
class Legend;
class ReflowRow;
class SegmentedSwitch;
class SessionTiles;
class SliderField;
class SpectraSurvey;
class SpectrumPlot;
class TableView;
class Text;
class TileHeatMap;
class WordButton;

class SelectionPage : public PageFrame {
  Q_OBJECT

 public:
  explicit SelectionPage(Studio& studio, QWidget* parent = nullptr);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void makeSpectra(ReflowRow* row);
  void makeSettings(ReflowRow* row);
  void makeOverview(ReflowRow* row);
  void makeTiles(ReflowRow* row);
  void makeTable();
  void set(const QString& assignment);
  void wireSurvey();
  void pickMatrix(lift::MatrixId id);
  void pickShown();
  void showSpectra();
  QString emptyWords() const;
  void showOverview();
  void showSelection();
  void showRecipe();
  void showAdvice();
  void modelChanged();

  struct RankRow {
    lift::MatrixId id;
    std::int64_t rows = 0, columns = 0;
    double energy = 0, stable = 0, effective = 0;
  };

  Studio& studio_;
  SpectrumPlot* spectra_plot_;
  Legend* legend_;
  SegmentedSwitch *spectra_show_, *spectra_scale_, *spectra_what_;
  SliderField *rank_, *density_, *refresh_;
  std::map<lift::Projection, QCheckBox*> projections_;
  Inset* advice_;
  Text *advice_words_, *selected_words_;
  WordButton* use_advice_;
  HeatMapOverview* overview_;
  ComboBox* overview_value_;
  Card* tiles_card_;
  TileHeatMap* tiles_;
  SessionTiles *selected_, *changed_, *newly_selected_;
  SegmentedSwitch* tiles_value_;
  ComboBox* overlay_;
  Text* place_;
  ColumnModel<RankRow>* ranks_;
  QSortFilterProxyModel* sorted_;
  TableView* table_;
  QTimer select_soon_;     // asks only when the slider has come to rest
  QTimer overview_soon_;   // redraws grid and table less often than matrices arrive
  SpectraSurvey* survey_;
  std::int64_t mapped_ = -1;   // SpectraSurvey::model() of the matrix that the tiles show
  bool filling_ = false;
};

}   // namespace ui
