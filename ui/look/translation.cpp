#include "ui/look/translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace ui {

void installTranslation(QCoreApplication& application, const QString& language) {
  const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
  if (!language.isEmpty()) QLocale::setDefault(locale);
  for (const auto& [name, folder] : {std::pair(u"lift-studio"_s, u":/translations"_s),
                                     std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
    auto* translator = new QTranslator(&application);
    // English has its plurals to tell, for whoever's language is not shipped too.
    const bool found = translator->load(locale, name, u"_"_s, folder) ||
                       translator->load(QLocale(QLocale::English), name, u"_"_s, folder);
    if (found) application.installTranslator(translator);
    else delete translator;
  }
}

}   // namespace ui
