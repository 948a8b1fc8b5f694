#pragma once
// Held-out rows as answered by the base and the tuned model: the number of exact matches before and after with their
// confidence interval, and a table of the rows right and wrong. Hidden until rows have been asked. Used by the train
// and the results page.
#include <optional>
#include <vector>

#include "core/evaluate/answered_row.h"
#include "core/metrics/metrics.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/card.h"

namespace ui {

class KeyValueRow;
class SegmentedSwitch;
class TableView;
class Text;

class AnswersCard : public Card {
  Q_OBJECT

 public:
  explicit AnswersCard(QWidget* parent = nullptr);
  // before, after: the counts of the first and of the last evaluation that asked; std::nullopt: not shown.
  void setAnswers(std::vector<lift::AnsweredRow> rows, const std::optional<lift::ExactMatch>& before,
                  const std::optional<lift::ExactMatch>& after);
  void clear();

 private:
  void showRows();
  void showCounts(const std::optional<lift::ExactMatch>& before, const std::optional<lift::ExactMatch>& after);

  std::vector<lift::AnsweredRow> rows_;
  ColumnModel<lift::AnsweredRow>* model_;
  KeyValueRow *exact_, *json_;
  TableView* table_;
  SegmentedSwitch* shown_;
  Text* remark_;
};

}   // namespace ui
