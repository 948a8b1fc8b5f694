#pragma once
// What the window remembers between starts: theme, language, layout, recent things. One file, settings.ini in the
// user's configuration folder; tests give it another. Window thread.
#include <QSettings>
#include <QStringList>
#include <QWidget>

#include "ui/look/theme.h"

namespace ui {

class Settings : public QObject {
  Q_OBJECT
 public:
  explicit Settings(const QString& file = {}, QObject* parent = nullptr);   // empty: the user's
  // Those of the window in which `widget` or its dialog is; nullptr outside of one.
  static Settings* of(const QWidget* widget);
  void serve(QWidget& window);

  Theme::Mode theme() const;
  void setTheme(Theme::Mode mode);
  bool reduceMotion() const;
  void setReduceMotion(bool reduce);
  QString language() const;   // "de", "zh_CN"; empty = the system's
  void setLanguage(const QString& language);

  QByteArray windowGeometry() const;
  void setWindowGeometry(const QByteArray& geometry);
  int page() const;
  void setPage(int page);
  bool sidePanelOpen() const;
  void setSidePanelOpen(bool open);

  // Newest first, at most 10, of one kind ("models", "data", "folders").
  QStringList recent(const QString& kind) const;
  void addRecent(const QString& kind, const QString& path);
  // Where a file of one kind was last opened or saved, if that is still there; else the home folder.
  QString folder(const QString& kind) const;
  void setFolder(const QString& kind, const QString& folder);

  // Anything else a part of the window wants to remember, under a key of its own.
  QVariant value(const QString& key, const QVariant& otherwise = {}) const;
  void setValue(const QString& key, const QVariant& value);
  void save() { store_.sync(); }   // now: what kills the window asks nobody

 Q_SIGNALS:
  void changed();

 private:
  mutable QSettings store_;
};

}   // namespace ui
