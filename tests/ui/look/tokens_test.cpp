#include "ui/look/tokens.h"

#include <QDir>
#include <QFile>

#include "tests/ui/support/ui_test.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"

using namespace Qt::StringLiterals;
using namespace ui;

class TokensTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void letters_stand_out_from_every_ground_data() {
    QTest::addColumn<QColor>("letters");
    QTest::addColumn<QColor>("ground");
    for (const Colours* c : {&dark_colours(), &light_colours()}) {
      const char* theme = c->dark ? "dark" : "light";
      const std::pair<const char*, QColor> grounds[] = {
          {"ground", c->ground}, {"panel", c->panel}, {"raised", c->raised}};
      const std::pair<const char*, QColor> inks[] = {
          {"text", c->text},      {"muted", c->muted},      {"accent", c->accent_text}, {"held_out", c->held_out_text},
          {"base", c->base_text}, {"alarm", c->alarm_text}, {"good", c->good_text}};
      for (const auto& [ground, paper] : grounds)
        for (const auto& [name, ink] : inks) QTest::addRow("%s %s on %s", theme, name, ground) << ink << paper;
      QTest::addRow("%s primary button", theme) << c->on_accent << c->accent;
      QTest::addRow("%s primary button under the mouse", theme) << c->on_accent << c->accent_hover;
      QTest::addRow("%s error banner", theme) << c->text << c->alarm_wash;
      QTest::addRow("%s warning banner", theme) << c->text << c->warning_wash;
      QTest::addRow("%s selected row", theme) << c->text << c->accent_wash;
      QTest::addRow("%s muted in a selected row", theme) << c->muted << c->hover;
    }
  }
  void letters_stand_out_from_every_ground() {
    QFETCH(QColor, letters);
    QFETCH(QColor, ground);
    const double found = contrast(letters, ground);
    QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
  }
  void marks_stand_out_from_the_panel() {
    for (const Colours* c : {&dark_colours(), &light_colours()})
      for (const QColor& mark : c->series) QVERIFY2(contrast(mark, c->panel) >= 3.0, qPrintable(mark.name()));
  }
  void contrast_is_that_of_wcag() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(QColor(0x777777), QColor(0x777777)), 1.0);
  }
  void every_icon_draws_something_in_the_theme_s_colour() {
    const QStringList files = QDir(u":/icons"_s).entryList();
    QVERIFY(files.size() > 40);
    for (const QString& file : files) {
      for (const double ratio : {1.0, 1.5, 2.0}) {
        const QImage picture = icon(file.chopped(4)).pixmap(QSize(18, 18), ratio).toImage();
        QCOMPARE(picture.size(), QSize(18, 18) * ratio);
        bool inked = false;
        for (int y = 0; y < picture.height() && !inked; ++y)
          for (int x = 0; x < picture.width() && !inked; ++x) inked = qAlpha(picture.pixel(x, y)) > 100;
        QVERIFY2(inked, qPrintable(file));
      }
    }
  }
  void figures_are_all_equally_wide() {
    for (const TextRole role : {TextRole::Body, TextRole::Value, TextRole::BigValue, TextRole::Mono}) {
      const QFontMetricsF metrics(fontOf(role));
      QVERIFY(QFontInfo(fontOf(role)).family().startsWith(role == TextRole::Mono ? u"JetBrains"_s : u"Inter"_s));
      for (const char16_t digit : u"0123456789"_s.toStdU16String())
        QVERIFY(std::abs(metrics.horizontalAdvance(QChar(digit)) - metrics.horizontalAdvance(u'0')) < 0.1);
    }
  }
};

UI_TEST_MAIN(TokensTest)
#include "tokens_test.moc"
