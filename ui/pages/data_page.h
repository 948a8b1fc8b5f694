#pragma once
// Page 2: what trains and what is asked. Files by drop, columns by hand with a live preview, the row as tokens, lengths
// with the line where rows are cut, what was left out and why, the held-out split and the retention probe.
#include <QSortFilterProxyModel>

#include <map>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

class QFormLayout;
class QLabel;

namespace ui {

class Card;
class ComboBox;
class FileDropArea;
class Histogram;
class KeyValueRow;
class SliderField;
class SpinBox;
class TableView;
class Text;
class TokenView;
class WordButton;

class DataPage : public PageFrame {
  Q_OBJECT

 public:
  explicit DataPage(Studio& studio, QWidget* parent = nullptr);

 private:
  void makeDemo();
  void makeFiles();
  void makeMapping();
  void makePreview();
  void makeLengths();
  void makeEvaluation();
  void addFiles(const QStringList& paths);
  void pick();
  void useDemo();
  void chooseProbe();
  void set(const QString& assignment, bool merge = false);
  void showRecipe();
  void showData();
  void showRow(std::int64_t row);

  Studio& studio_;
  Card *demo_card_, *files_card_;
  FileDropArea* drop_;
  Text* files_;
  WordButton* clear_;
  Card* mapping_card_;
  std::map<std::string, ComboBox*> roles_;
  ComboBox *layout_, *prompt_format_, *overflow_;
  Card* preview_card_;
  TokenView* tokens_;
  SpinBox* row_;
  Text* row_words_;
  Card* lengths_card_;
  Histogram* lengths_;
  SliderField* max_tokens_;
  std::vector<KeyValueRow*> counts_;
  ColumnModel<lift::RowNotice>* notices_;
  QSortFilterProxyModel* sorted_;
  TableView* notices_table_;
  Card* evaluation_card_;
  SliderField* held_out_;
  KeyValueRow *held_out_words_, *probe_;
  bool filling_ = false;
};

}   // namespace ui
