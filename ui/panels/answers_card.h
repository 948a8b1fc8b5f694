#pragma once
// Held-out rows as the base and the tuned model answer them: how many are exactly right before and after, with the
// interval of so few, and a table of the rows right and wrong. Hidden until somebody was asked. Used by the train and
// the results page.
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
  // The counts of the first and of the last evaluation that asked; those that are not there are not shown.
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
