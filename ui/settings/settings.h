#pragma once
// What the window remembers between starts: theme, language, layout, recent files. Stored in settings.ini in the user's
// configuration folder; tests use another file. Window thread.
#include <QSettings>
#include <QStringList>
#include <QWidget>

#include "ui/look/theme.h"

namespace ui {

class Settings : public QObject {
  Q_OBJECT
 public:
  explicit Settings(const QString& file = {}, QObject* parent = nullptr);   // empty: the user's file
  // The Settings of the window that contains `widget` or its dialog; nullptr if there is none.
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

  // The 10 newest of a kind ("models", "data", "folders"), newest first.
  QStringList recent(const QString& kind) const;
  void addRecent(const QString& kind, const QString& path);
  // The folder in which a file of this kind was last opened or saved, if it still exists; else the home folder.
  QString folder(const QString& kind) const;
  void setFolder(const QString& kind, const QString& folder);

  // Other values that parts of the window remember, under their own keys.
  QVariant value(const QString& key, const QVariant& otherwise = {}) const;
  void setValue(const QString& key, const QVariant& value);
  void save() { store_.sync(); }   // writes to disk now, in case the program is killed

 Q_SIGNALS:
  void changed();

 private:
  mutable QSettings store_;
};

}   // namespace ui
