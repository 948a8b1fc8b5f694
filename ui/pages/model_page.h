#pragma once
// Page 1: which model is fine-tuned. Lists the models on this machine; accepts files and folders by drag and drop; says
// why a model can't be used. Opening runs in the background and can be cancelled.
#include <QSortFilterProxyModel>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class Card;
class InfoButton;
class KeyValueRow;
class PrimaryButton;
class ReflowRow;
class TableView;
class ThinProgress;
class Text;
class Button;

class ModelPage : public PageFrame {
  Q_OBJECT

 public:
  explicit ModelPage(Studio& studio, QWidget* parent = nullptr);
  void addFolder(const QString& path);   // adds it to the folders that are searched for models
  void refresh();                        // searches the machine again

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void makeDemo();
  void makeList(ReflowRow* row);
  void makeDetails(ReflowRow* place);
  void pick();
  void getFromHub();
  void openPaths(const QStringList& paths);
  void openCurrent();
  bool isOpen(const lift::ModelCandidate& candidate) const;
  bool chooseOpen();
  void listOpen();
  void showCurrent();
  void showOpen();

  Studio& studio_;
  ColumnModel<lift::ModelCandidate>* candidates_;
  QSortFilterProxyModel* sorted_;
  std::vector<std::filesystem::path> folders_;
  TableView* table_;
  Card *demo_, *details_;
  Text* reason_;
  InfoButton* dequantised_;
  std::vector<KeyValueRow*> facts_;
  PrimaryButton* open_;
  Button* cancel_;
  ThinProgress* progress_;
  Text* phase_;
  bool looked_ = false;
};

}   // namespace ui
