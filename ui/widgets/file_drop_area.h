#pragma once
// Accepts dropped files and folders; its button, a click on it, Space or Return open a file dialog instead.
#include <QStringList>
#include <QWidget>

namespace ui {

class Button;

class FileDropArea : public QWidget {
  Q_OBJECT
 public:
  // title: "Drop a model folder or a GGUF file here". note: the supported formats.
  FileDropArea(const QString& title, const QString& note, QWidget* parent = nullptr);
  void setWords(const QString& title, const QString& note);
  void setCompact(bool compact);   // one line high, for pages that already have files
  QSize sizeHint() const override { return {320, compact_ ? 48 : 148}; }

 Q_SIGNALS:
  void dropped(const QStringList& paths);   // local files and folders only
  void pickRequested();                     // the page opens its own dialog

 protected:
  void paintEvent(QPaintEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  int noteHeight() const;
  void placeButton();
  Button* browse_;
  QString title_, note_;
  bool over_ = false, compact_ = false;
};

}   // namespace ui
