// lift-studio: the window. Looks, language, settings, window, pages; nothing else happens here.
#include <QApplication>

#include "ui/look/application_look.h"
#include "ui/look/translation.h"
#include "ui/settings/settings.h"
#include "ui/pages/studio_window.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCoreApplication::setApplicationVersion(QStringLiteral(LIFT_VERSION));
  ui::prepareApplication(application);
  ui::Settings settings;
  ui::installTranslation(application, settings.language());
  settings.setTheme(settings.theme());
  settings.setReduceMotion(settings.reduceMotion());
  ui::StudioWindow window(settings, {});
  window.show();
  for (const QString& path : QCoreApplication::arguments().mid(1)) window.openPath(path);
  return QApplication::exec();
}
