#include "ui/look/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QByteArray source_of(const QString& name) {
  static QHash<QString, QByteArray> sources;
  auto found = sources.find(name);
  if (found == sources.end()) {
    QFile file(":/icons/"_L1 + name + ".svg"_L1);
    found = sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
  }
  return *found;
}

class ThemedIconEngine : public QIconEngine {
 public:
  ThemedIconEngine(QString name, Tone tone) : name_(std::move(name)), tone_(tone) {}

  void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State) override {
    const Colours& c = colours();
    paintIcon(*painter, place, name_, mode == QIcon::Disabled ? c.faint : c.mark(tone_));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new ThemedIconEngine(name_, tone_); }

 private:
  QString name_;
  Tone tone_;
};

}   // namespace

void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour) {
  QByteArray source = source_of(name);
  if (source.isEmpty()) return;
  source.replace("currentColor", colour.name().toLatin1());
  QSvgRenderer renderer(source);
  const double side = std::min(place.width(), place.height());
  QRectF square(0, 0, side, side);
  square.moveCenter(place.center());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  renderer.render(&painter, square);
  painter.restore();
}

QIcon icon(const QString& name, Tone tone) { return QIcon(new ThemedIconEngine(name, tone)); }

QIcon programIcon() { return QIcon(u":/icons/lift-studio.svg"_s); }

}   // namespace ui
