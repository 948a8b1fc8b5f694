#pragma once
// Page 2: training and held-out data. Files by drag and drop, each removable; columns chosen by hand with a live
// preview; a row as tokens; row lengths with the line where rows are truncated; dropped rows with reasons; held-out
// rows and the retention probe.
#include <QSortFilterProxyModel>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class Card;
class ColumnPanel;
class ComboBox;
class FileDropArea;
class FileList;
class Histogram;
class KeyValueRow;
class SliderField;
class SpinBox;
class TableView;
class Text;
class TokenView;
class WordButton;

// Rows that are truncated or dropped for the same reason.
struct NoticeGroup {
  lift::RowNotice first;
  std::int64_t rows = 0;
};
std::vector<NoticeGroup> groupedNotices(const std::vector<lift::RowNotice>& notices);

class DataPage : public PageFrame {
  Q_OBJECT

 public:
  explicit DataPage(Studio& studio, QWidget* parent = nullptr);

 private:
  void makeDemo();
  void makeFiles();
  void makePreview();
  void makeLengths();
  void makeCounts();
  void makeHeldOut();
  void makeProbe();
  void addFiles(const QStringList& paths);
  void pick();
  void getFromHub();
  void useDemo();
  void takeAway(const QString& file);
  void chooseHeldOut();
  void chooseProbe();
  void setProbe(const QString& file);
  void set(const QString& assignment, bool merge = false);
  void showRecipe();
  void showData();
  void showPartial();
  void showCounts(const lift::DataSummary& data);
  void showLengths(const lift::DataSummary& data);
  void showRow(std::int64_t row);

  Studio& studio_;
  Card *demo_card_, *files_card_;
  FileDropArea* drop_;
  QWidget* partial_;   // that only the first rows are shown yet
  Text* partial_words_;
  WordButton* stop_;
  FileList* files_;
  WordButton* clear_;
  ColumnPanel* columns_;
  ComboBox* overflow_;
  Card* preview_card_;
  TokenView* tokens_;
  SpinBox* row_;
  Text* row_words_;
  Card* lengths_card_;
  Histogram* lengths_;
  SliderField* max_tokens_;
  std::vector<KeyValueRow*> counts_;
  ColumnModel<NoticeGroup>* notices_;
  QSortFilterProxyModel* sorted_;
  TableView* notices_table_;
  Text* remarks_;   // unused fields and other notices from core
  Card* evaluation_card_;
  SliderField* held_out_;
  KeyValueRow *held_out_words_, *probe_words_;
  FileList *held_out_files_, *probe_files_;
  WordButton* shipped_probe_;
  bool filling_ = false;
  bool complained_ = false;   // the banner shows a refused value
};

}   // namespace ui
