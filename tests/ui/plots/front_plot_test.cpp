// The front of a duel: every method is drawn, told and written with its figures, and points that lie on each other are
// told together.
#include "ui/plots/front_plot.h"

#include "tests/ui/support/ui_test.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

std::vector<FrontMark> marks() {
  return {{u"lift"_s, {98, 88}, Range{92, 104}, Range{80, 96}, {{97, 86}, {99, 90}}},
          {u"full"_s, {60, 85}, Range{20, 100}, Range{70, 100}, {{55, 84}, {65, 86}}},
          {u"random"_s, {99, 70}, {}, {}, {{99, 70}}}};
}

// Pixels of this colour, as the middle of a large dot has it.
int pixelsOf(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour;
  return count;
}

}   // namespace

class FrontPlotTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_method_is_drawn_in_its_colour_light_and_dark() {
    FrontPlot plot(u"Learned against kept"_s);
    plot.resize(600, 360);
    plot.setMarks(marks());
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
      Theme::instance().setMode(mode);
      QTest::qWait(100);
      const QImage image = plot.grab().toImage();
      for (std::size_t i = 0; i < 3; ++i)
        QVERIFY2(pixelsOf(image, FrontPlot::colourOf(i)) > 40, qPrintable(QString::number(i)));
    }
  }

  void the_numbers_are_those_that_were_given() {
    FrontPlot plot(u"Learned against kept"_s);
    plot.setMarks(marks());
    const QStringList lines = plot.numbers().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].trimmed(), u"lift,98,92,104,88,80,96"_s);
    QCOMPARE(lines[3].trimmed(), u"random,99,,,70,,"_s);
    for (const QString& name : {u"lift"_s, u"full"_s, u"random"_s}) QVERIFY(plot.spoken().contains(name));
  }

  void without_marks_it_says_what_it_waits_for() {
    FrontPlot plot(u"Learned against kept"_s);
    plot.setEmptyWords(u"Drawn once a run has counted."_s);
    plot.setMarks(marks());
    plot.setMarks({});
    plot.resize(400, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(100);
    QCOMPARE(pixelsOf(plot.grab().toImage(), FrontPlot::colourOf(0)), 0);
    QVERIFY(plot.numbers().split(u'\n', Qt::SkipEmptyParts).size() == 1);
  }
};

UI_TEST_MAIN(FrontPlotTest)
#include "front_plot_test.moc"
