#include "ui/settings/settings.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostRecent = 10;
constexpr char kServes[] = "settings";   // the window's property

QString file_of(const QString& named) {
  if (!named.isEmpty()) return named;
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lift-studio/settings.ini"_s;
}

}   // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), store_(file_of(file), QSettings::IniFormat) {}

Settings* Settings::of(const QWidget* widget) {
  for (; widget; widget = widget->parentWidget())
    if (auto* settings = qobject_cast<Settings*>(widget->property(kServes).value<QObject*>())) return settings;
  return nullptr;
}

void Settings::serve(QWidget& window) { window.setProperty(kServes, QVariant::fromValue<QObject*>(this)); }

Theme::Mode Settings::theme() const {
  const QString name = value(u"look/theme"_s).toString();
  return name == "light"_L1 ? Theme::Mode::Light : name == "dark"_L1 ? Theme::Mode::Dark : Theme::Mode::System;
}

void Settings::setTheme(Theme::Mode mode) {
  setValue(u"look/theme"_s, mode == Theme::Mode::Light  ? u"light"_s
                            : mode == Theme::Mode::Dark ? u"dark"_s
                                                        : u"system"_s);
  Theme::instance().setMode(mode);
}

bool Settings::reduceMotion() const { return value(u"look/reduce_motion"_s, false).toBool(); }

void Settings::setReduceMotion(bool reduce) {
  setValue(u"look/reduce_motion"_s, reduce);
  Theme::instance().setReduceMotion(reduce);
}

QString Settings::language() const { return value(u"look/language"_s).toString(); }
void Settings::setLanguage(const QString& language) { setValue(u"look/language"_s, language); }
QByteArray Settings::windowGeometry() const { return value(u"window/geometry"_s).toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { setValue(u"window/geometry"_s, geometry); }
int Settings::page() const { return value(u"window/page"_s, 0).toInt(); }
void Settings::setPage(int page) { setValue(u"window/page"_s, page); }
bool Settings::sidePanelOpen() const { return value(u"window/side_panel"_s, true).toBool(); }
void Settings::setSidePanelOpen(bool open) { setValue(u"window/side_panel"_s, open); }

QStringList Settings::recent(const QString& kind) const { return value(u"recent/"_s + kind).toStringList(); }

void Settings::addRecent(const QString& kind, const QString& path) {
  QStringList paths = recent(kind);
  paths.removeAll(path);
  paths.prepend(path);
  while (paths.size() > kMostRecent) paths.removeLast();
  setValue(u"recent/"_s + kind, paths);
}

QString Settings::folder(const QString& kind) const {
  const QString folder = value(u"folders/"_s + kind).toString();
  return !folder.isEmpty() && QDir(folder).exists() ? folder : QDir::homePath();
}

void Settings::setFolder(const QString& kind, const QString& folder) { setValue(u"folders/"_s + kind, folder); }

QVariant Settings::value(const QString& key, const QVariant& otherwise) const { return store_.value(key, otherwise); }

void Settings::setValue(const QString& key, const QVariant& value) {
  if (store_.value(key) == value) return;
  store_.setValue(key, value);
  Q_EMIT changed();
}

}   // namespace ui
