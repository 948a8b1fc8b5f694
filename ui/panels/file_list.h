#pragma once
// A list of files by path, each with a button that removes it. Used by the data page. Thread: the window's.
#include <string>
#include <vector>

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FileList : public QWidget {
  Q_OBJECT

 public:
  explicit FileList(QWidget* parent = nullptr);
  void setFiles(const std::vector<std::string>& files);   // empty: shows nothing

 Q_SIGNALS:
  void takenAway(const QString& file);

 private:
  void addRow(const QString& file);
  QVBoxLayout* column_;
  std::vector<std::string> files_;
};

}   // namespace ui
