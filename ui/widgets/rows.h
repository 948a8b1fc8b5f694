#pragma once
// Small widgets for rows: name and value, chip, legend.
#include <QWidget>

#include "ui/look/tokens.h"

namespace ui {

class Text;

// "Learning rate ........ 5e-4, linear". A long value is elided, the name never; the tool tip has the full value.
class KeyValueRow : public QWidget {
  Q_OBJECT
 public:
  explicit KeyValueRow(const QString& name, const QString& value = {}, QWidget* parent = nullptr, bool mono = false);
  void setName(const QString& name);
  void setValue(const QString& value, Tone tone = Tone::Text);
  void setDot(const QColor& colour);   // a coloured dot before the name; an invalid colour removes it
  QString value() const;

 private:
  QWidget* dot_;
  Text* name_;
  Text* value_;
};

// A rounded label with a few words ("recipe: gsm8k-5pct", "3 changed"); long texts are elided, with a tool tip.
class Chip : public QWidget {
  Q_OBJECT
 public:
  explicit Chip(const QString& text = {}, Tone tone = Tone::Muted, QWidget* parent = nullptr);
  void setText(const QString& text);
  QString text() const { return text_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
  Tone tone_;
};

// Explains a plot's colours: lines or squares with names, in as many lines as needed.
class Legend : public QWidget {
  Q_OBJECT
 public:
  struct Entry {
    QString name;
    QColor colour;
    bool dashed = false;
  };
  explicit Legend(QWidget* parent = nullptr);
  void setEntries(std::vector<Entry> entries);
  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<QPoint> places(int width) const;
  std::vector<Entry> entries_;
};

}   // namespace ui
