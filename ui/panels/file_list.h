#pragma once
// Files by their place, each with a word that takes it away. Used by the data page. Window thread.
#include <string>
#include <vector>

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FileList : public QWidget {
  Q_OBJECT

 public:
  explicit FileList(QWidget* parent = nullptr);
  void setFiles(const std::vector<std::string>& files);   // empty: nothing is shown

 Q_SIGNALS:
  void takenAway(const QString& file);

 private:
  void addRow(const QString& file);
  QVBoxLayout* column_;
  std::vector<std::string> files_;
};

}   // namespace ui
