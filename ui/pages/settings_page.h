#pragma once
// Page 7: appearance, language, folders, and information about the program.
#include "ui/widgets/page_frame.h"

namespace ui {

class Settings;

class SettingsPage : public PageFrame {
  Q_OBJECT

 public:
  SettingsPage(Settings& settings, const QString& runs_directory, QWidget* parent = nullptr);

 Q_SIGNALS:
  void modelFolderAdded(const QString& folder);
  void shortcutsRequested();
  void restartRequested();   // to change the language
  void aboutRequested();

 private:
  void place(QWidget* card);
  void makeLooks();
  void makeFolders(const QString& runs_directory);

  Settings& settings_;
};

}   // namespace ui
