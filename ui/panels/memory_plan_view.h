#pragma once
// The memory plan as a bar compared with the free memory, its items, the CPU memory of a run on a GPU, and remedies if
// it does not fit.
#include <vector>

#include <QWidget>

#include "core/train/memory_plan.h"

class QVBoxLayout;

namespace ui {

class KeyValueRow;
class StackedBar;
class Text;

class MemoryPlanView : public QWidget {
  Q_OBJECT

 public:
  explicit MemoryPlanView(QWidget* parent = nullptr);
  void setPlan(const lift::MemoryPlan& plan);

 Q_SIGNALS:
  void remedyChosen(const QStringList& assignments);

 private:
  void showHost(const std::vector<lift::MemoryItem>& items);

  Text* empty_;
  StackedBar* bar_;
  KeyValueRow* verdict_;
  QVBoxLayout* items_;
  QVBoxLayout* host_;
  QVBoxLayout* remedies_;
};

}   // namespace ui
