#include "ui/look/application_look.h"

#include <QApplication>

#include <clocale>

#include "ui/look/fonts.h"
#include "ui/look/house_style.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

// Outside of any namespace, as Q_INIT_RESOURCE wants it.
static void name_resources() {
  Q_INIT_RESOURCE(studio);
#ifdef LIFT_HAS_TRANSLATIONS
  Q_INIT_RESOURCE(translations);
#endif
}

namespace ui {

void prepareApplication(QApplication& application) {
  name_resources();
  // QApplication takes the C locale from the user; a comma as decimal point would break every parser below us.
  std::setlocale(LC_NUMERIC, "C");
  application.setApplicationName(u"lift-studio"_s);
  application.setApplicationDisplayName(u"LIFT Studio"_s);
  application.setOrganizationName(u"lift-studio"_s);
  application.setDesktopFileName(u"org.liftstudio.LiftStudio"_s);
  application.setWindowIcon(programIcon());
  loadFonts();
  Theme::instance().followSystem();
  QApplication::setStyle(new HouseStyle);
  QApplication::setFont(fontOf(TextRole::Body));
}

}   // namespace ui
