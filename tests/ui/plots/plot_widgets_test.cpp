// Plots as widgets: they keep up with a million steps, save what they say they save, and answer the keyboard.
#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "tests/support/paths.h"
#include "tests/ui/support/banded_matrix.h"
#include "tests/ui/support/ui_test.h"
#include "ui/plots/heat_map_overview.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/plots/tile_heat_map.h"

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

class DrivenPlot : public LinePlot {
 public:
  using LinePlot::LinePlot;
  void pan(double pixels) { panBy(QPointF(pixels, 0)); }
  void zoom(double factor) { zoomAt(QPointF(width() / 2.0, height() / 2.0), factor); }
};

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}   // namespace

class PlotWidgetsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void an_alarm_line_waits_for_the_curve_that_it_is_for() {
    LinePlot plot(u"Retention"_s);
    const int share = plot.addSeries(u"share"_s, LineKind::Curve, Tone::Base);
    plot.setEmptyWords(u"Without a probe nobody sees what is forgotten."_s);
    plot.resize(400, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(100);
    const QImage empty = plot.grab().toImage();
    plot.setAlarm(95, u"may forget at most 5 %"_s);
    QTest::qWait(100);
    QCOMPARE(plot.grab().toImage(), empty);
    plot.append(share, 0, 100);
    plot.append(share, 10, 99);
    QTest::qWait(100);
    const QImage with_line = plot.grab().toImage();
    plot.setAlarm({});
    QTest::qWait(100);
    QVERIFY(plot.grab().toImage() != with_line);
  }

  void a_million_steps_pan_at_thirty_frames_a_second() {
    DrivenPlot plot(u"Loss"_s);
    const int curve = plot.addSeries(u"loss"_s, LineKind::Curve, Tone::Accent);
    for (int step = 1; step <= 1'000'000; ++step) plot.append(curve, step, 1 + 1.0 / step + 0.01 * (step % 37));
    plot.resize(900, 400);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.grab();
    plot.zoom(0.3);
    // Processor time of this thread: other programs on the machine do not count.
    timespec before{}, after{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
    constexpr int kFrames = 40;
    for (int frame = 0; frame < kFrames; ++frame) {
      plot.pan(frame % 2 ? 9 : -7);
      QCoreApplication::processEvents();
      plot.grab();
    }
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
    const double frame =
        (double(after.tv_sec - before.tv_sec) + 1e-9 * double(after.tv_nsec - before.tv_nsec)) / kFrames;
    QVERIFY2(frame < 1.0 / 30, qPrintable(QString::number(1000 * frame) + u" ms a frame"_s));
  }

  void whoever_has_zoomed_in_stays_there_while_the_run_goes_on() {
    DrivenPlot plot(u"Loss"_s);
    const int curve = plot.addSeries(u"loss"_s, LineKind::Curve, Tone::Accent);
    for (int step = 1; step <= 200; ++step) plot.append(curve, step, 1.0 / step);
    plot.setTotalSteps(1000);
    plot.resize(600, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(50);
    const QImage whole = plot.grab().toImage();
    plot.zoom(0.2);
    QTest::qWait(50);
    const QImage near = plot.grab().toImage();
    QVERIFY(near != whole);
    plot.setTotalSteps(1000);   // as the page says with every step
    QTest::qWait(50);
    QCOMPARE(plot.grab().toImage(), near);
    plot.resetView();
    QTest::qWait(50);
    QCOMPARE(plot.grab().toImage(), whole);
  }

  void what_is_saved_is_what_the_ending_says() {
    lift::test::TemporaryFolder folder;
    LinePlot plot(u"Loss"_s);
    const int curve = plot.addSeries(u"loss"_s, LineKind::Curve, Tone::Accent);
    for (int step = 1; step <= 30; ++step) plot.append(curve, step, 2.0 / step);
    plot.resize(500, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.grab();
    const auto path = [&](const char* name) { return QString::fromStdString((folder / name).string()); };
    for (const char* name : {"a.png", "a.svg", "a.pdf", "a.csv"}) QVERIFY2(plot.save(path(name)).ok(), name);
    QCOMPARE(QImage(path("a.png")).size(), QSize(1000, 600));
    QVERIFY(contents(path("a.svg")).contains("<svg") &&
            contents(path("a.svg")).count("<path") + contents(path("a.svg")).count("<polyline") > 3);
    QVERIFY(contents(path("a.pdf")).startsWith("%PDF"));
    QCOMPARE(contents(path("a.csv")).count('\n'), 31);
    QVERIFY(contents(path("a.csv")).contains("loss,2,1,1,1,"));
    const lift::Status refused = plot.save(path("a.docx"));
    QVERIFY(!refused.ok() && refused.error().code == lift::ErrorCode::Unsupported);
    const lift::Status nowhere = plot.save(path("no/such/folder.png"));
    QVERIFY(!nowhere.ok() && nowhere.error().subject.text().find("folder.png") != std::string::npos);
  }

  void curves_that_take_the_place_of_others_are_drawn() {
    LinePlot plot(u"Chosen runs"_s);
    plot.resize(600, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    const QColor colours[] = {Qt::red, Qt::blue};
    const auto pixels_of = [&](const QColor& colour) {
      const QImage picture = plot.grab().toImage();
      int found = 0;
      for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) found += picture.pixelColor(x, y) == colour;
      return found;
    };
    for (const int steps : {40, 6, 3, 1}) {
      plot.clearSeries();
      for (const QColor& colour : colours) {
        const int curve = plot.addSeries(colour.name(), LineKind::Curve, colour);
        std::vector<lift::SeriesPoint> points;
        for (int step = 1; step <= steps + 2; ++step)
          points.push_back({double(step), 1.0 / step + (colour == colours[0] ? 0.2 : 0)});
        plot.setData(curve, points);
      }
      plot.setTotalSteps(steps + 2);
      for (const QColor& colour : colours) QTRY_VERIFY_WITH_TIMEOUT(pixels_of(colour) > 100, 2000);
    }
  }

  void an_infinite_loss_is_a_gap() {
    LinePlot plot(u"Loss"_s);
    const int curve = plot.addSeries(u"loss"_s, LineKind::Curve, Tone::Accent);
    plot.append(curve, 1, 1.0);
    plot.append(curve, 2, std::nan(""));
    plot.append(curve, 3, INFINITY);
    plot.append(curve, 4, 1.5);
    plot.resize(400, 200);
    plot.show();
    QVERIFY(!plot.grab().isNull());
    QVERIFY(plot.spoken().contains(u"1.0"_s));
    QVERIFY(!plot.spoken().contains(u"nan"_s));
  }

  void large_is_a_dialog_and_the_plot_comes_back() {
    QWidget home;
    auto* column = new QVBoxLayout(&home);
    auto* plot = new LinePlot(u"Loss"_s);
    column->addWidget(plot);
    home.resize(500, 300);
    home.show();
    QVERIFY(QTest::qWaitForWindowExposed(&home));
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Return);
    auto* dialog = home.findChild<QDialog*>(u"largePlot"_s);
    QVERIFY(dialog && plot->window() == dialog);
    dialog->reject();
    QTRY_VERIFY(plot->window() == &home);
    QCOMPARE(column->indexOf(plot), 0);
    QVERIFY(plot->isVisible());
  }

  void arrow_keys_pick_a_matrix_and_say_so() {
    HeatMapOverview map(u"Energy"_s);
    map.setValues(3, {u"q"_s, u"k"_s}, {0.1, 0.2, 0.3, 0.4, 0.5, std::nan("")});
    map.setCurrent(0, 0);
    map.show();
    QSignalSpy picked(&map, &HeatMapOverview::picked);
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(picked.size(), 2);
    QCOMPARE(map.currentLayer(), 1);
    QCOMPARE(map.currentColumn(), 1);
    QTRY_VERIFY(map.accessibleDescription().contains(u"0.4"_s));
  }

  void the_rank_is_dragged_by_its_handle_within_its_bounds_and_a_click_changes_nothing() {
    SpectrumPlot plot(u"Spectrum"_s);
    SpectrumPlot::Curve curve{u"12 · q_proj"_s, {}, 0, false, 0};
    for (int i = 0; i < 64; ++i) curve.singular_values.push_back(64.f / float(i + 1));
    plot.setCurves({curve});
    plot.setMostRank(40);
    plot.setRank(16);
    plot.resize(500, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.grab();
    QSignalSpy picked(&plot, &SpectrumPlot::rankPicked);
    auto* canvas = plot.findChild<QWidget*>();
    const auto drag = [&](QPoint from, QPoint to) {
      QTest::mousePress(canvas, Qt::LeftButton, {}, from);
      QTest::mouseMove(canvas, to);
      QMouseEvent move(QEvent::MouseMove, to, canvas->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
      QCoreApplication::sendEvent(canvas, &move);
      QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    };
    QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(400, 150));
    QCOMPARE(picked.size(), 0);
    // The handle stands at rank 16 of 64, right of the axis' numbers.
    int handle = 0;
    for (int x = 40; x < 300 && !handle; ++x) {
      drag({x, 150}, {x + 20, 150});
      if (!picked.empty()) handle = x;
      plot.resetView();
    }
    QVERIFY(handle > 0);
    QVERIFY(picked.last()[0].toInt() > 14 && picked.last()[0].toInt() < 26);
    drag({handle + 4, 150}, {490, 150});
    QCOMPARE(picked.last()[0].toInt(), 40);   // no further than the matrix allows
    drag({handle + 4, 150}, {2, 150});
    QCOMPARE(picked.last()[0].toInt(), 1);
    QVERIFY(plot.spoken().contains(u"16"_s));
  }

  void what_differs_by_rounding_alone_is_one_colour() {
    HeatMapOverview map(u"Density"_s);
    map.resize(240, 240);
    map.show();
    map.setValueWords([](double value) { return QString::number(100 * value, 'f', 1) + u" %"_s; });
    const auto colours = [&] {
      QTest::qWait(50);
      const QImage picture = map.grab().toImage();
      QSet<QRgb> seen;
      for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column)
          seen << picture.pixel(30 + (210 * (2 * column + 1)) / 4, 24 + (182 * (2 * row + 1)) / 4);
      return seen.size();
    };
    map.setValues(2, {u"q"_s, u"k"_s}, {0.05, 0.0500001, 0.0499999, 0.05});
    QCOMPARE(colours(), 1);
    map.setValues(2, {u"q"_s, u"k"_s}, {0.05, 0.06, 0.07, 0.08});
    QCOMPARE(colours(), 4);
  }

  void tiles_become_cells_when_near_and_old_answers_are_dropped() {
    test::BandedSource source(test::BandedMatrix(4096, 14336));
    TileHeatMap map(u"Tiles"_s);
    map.resize(600, 320);
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    map.setMatrix(&source, 4096, 14336);
    QTRY_VERIFY(!map.isWaiting() && map.placeWords().contains(u'%'));
    QCOMPARE(source.cells_asked, 0);
    for (int i = 0; i < 12; ++i) QTest::keyClick(&map, Qt::Key_Plus);   // many views, few questions
    map.setView(QRectF(100, 100, 60, 30));
    QTRY_VERIFY(source.cells_asked == 1 && !map.isWaiting());
    QTRY_VERIFY(map.placeWords().endsWith(u"rows 100–129, columns 100–159"_s));
    QVERIFY(map.numbers().startsWith(u"row,column,weight"_s));
    const int asked = source.tiles_asked + source.cells_asked;
    Q_EMIT source.tilesReady(99999, std::make_shared<lift::TileGrid>());   // nobody asked
    QVERIFY(!map.grab().isNull());
    QTest::keyClick(&map, Qt::Key_0);
    QTRY_COMPARE(map.view(), whole_matrix(4096, 14336));
    QVERIFY(source.tiles_asked + source.cells_asked <= asked + 2);
  }
};

UI_TEST_MAIN(PlotWidgetsTest)
#include "plot_widgets_test.moc"
