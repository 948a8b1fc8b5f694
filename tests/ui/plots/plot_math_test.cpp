#include <QtTest>

#include "ui/plots/axis_math.h"
#include "ui/plots/colour_map.h"
#include "ui/plots/csv.h"
#include "ui/plots/histogram_math.h"
#include "ui/plots/spectrum_math.h"
#include "ui/plots/tile_math.h"
#include "ui/widgets/slider_math.h"

using namespace Qt::StringLiterals;
using namespace ui;
using Numbers = std::vector<double>;

class PlotMathTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void ticks_are_round_data() {
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<Numbers>("ticks");
    QTest::newRow("loss") << 0.6 << 1.6 << 5 << Numbers{0.6, 0.8, 1.0, 1.2, 1.4, 1.6};
    QTest::newRow("percent") << 92.0 << 102.0 << 5 << Numbers{92, 94, 96, 98, 100, 102};
    QTest::newRow("through zero") << -1.0 << 1.0 << 4 << Numbers{-1, -0.5, 0, 0.5, 1};
    QTest::newRow("no width") << 3.0 << 3.0 << 5 << Numbers{3};
  }
  void ticks_are_round() {
    QFETCH(double, lower);
    QFETCH(double, upper);
    QFETCH(int, wanted);
    QFETCH(Numbers, ticks);
    const Numbers found = linear_ticks({lower, upper}, wanted);
    QCOMPARE(found.size(), ticks.size());
    for (std::size_t i = 0; i < ticks.size(); ++i) QVERIFY(std::abs(found[i] - ticks[i]) < 1e-9);
  }
  void a_step_axis_names_its_end() {
    QCOMPARE(step_ticks({0, 930}, 5), (Numbers{0, 200, 400, 600, 800, 930}));
    QCOMPARE(step_ticks({0, 1000}, 5), (Numbers{0, 200, 400, 600, 800, 1000}));
    QCOMPARE(step_ticks({0, 3}, 5), (Numbers{0, 1, 2, 3}));
    QCOMPARE(step_ticks({0, 24}, 4), (Numbers{0, 5, 10, 15, 20, 24}));
  }
  void decades_are_the_ticks_of_a_log_axis() {
    QCOMPARE(log_ticks({0.1, 100}, 5), (Numbers{0.1, 1, 10, 100}));
    QCOMPARE(log_ticks({2, 9}, 5), (Numbers{2, 5}));
    QVERIFY(log_ticks({-1, 10}, 5).empty());
  }
  void a_padded_range_holds_its_values() {
    for (const Range values :
         {Range{0, 1}, Range{-3, 7}, Range{5, 5}, Range{0, 0}, Range{1e-8, 2e-8}, Range{-2e9, 3e9}}) {
      const Range range = padded(values);
      QVERIFY(range.lower <= values.lower && range.upper >= values.upper && range.size() > 0);
    }
    QCOMPARE(padded({0, 10}).lower, 0.0);
    QCOMPARE(padded({INFINITY, -INFINITY}), (Range{0, 1}));
    QCOMPARE(padded_log({0.3, 42}), (Range{0.1, 100}));
    QCOMPARE(padded_log({1e-30, 50}, 5), (Range{1e-3, 100}));
  }
  void a_snug_log_range_is_filled_by_its_values() {
    const Range range = snug_log({1, 100}, 8);
    QVERIFY(range.lower < 1 && range.lower > 0.5 && range.upper > 100 && range.upper < 200);
    QVERIFY(snug_log({1e-30, 100}, 3).lower > 0.05);
    QCOMPARE(snug_log({-1, -1}, 3), (Range{0.1, 1}));
  }
  void change_is_in_percent_of_the_base_as_far_as_both_go() {
    const auto change = change_percent({4, 2, 0, 1}, {5, 1, 3});
    QCOMPARE(change.size(), std::size_t{3});
    QCOMPARE(change[0], 25.0);
    QCOMPARE(change[1], -50.0);
    QVERIFY(std::isnan(change[2]));
  }
  void zooming_keeps_the_place_under_the_mouse_and_the_limits() {
    const Range limits{0, 1000};
    const Range near = zoomed({0, 1000}, 250, 0.5, limits, 5);
    QCOMPARE(near.size(), 500.0);
    QCOMPARE((250 - near.lower) / near.size(), 0.25);
    QCOMPARE(zoomed(near, 250, 100, limits, 5), limits);
    QCOMPARE(zoomed(near, 250, 1e-9, limits, 5).size(), 5.0);
    QCOMPARE(moved({0, 100}, -50, limits), (Range{0, 100}));
    QCOMPARE(moved({0, 100}, 5000, limits), (Range{900, 1000}));
  }
  void numbers_are_short_and_in_the_locale() {
    QLocale::setDefault(QLocale::c());
    QCOMPARE(axis_number(0.05, 0.05), u"0.05"_s);
    QCOMPARE(axis_number(1e-5), u"1e-5"_s);
    QCOMPARE(value_words(0.998, 4), u"0.998"_s);
    QCOMPARE(value_words(3.1e-4, 2), u"3.1e-4"_s);
    QCOMPARE(value_words(std::nan(""), 4), u"–"_s);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(axis_number(0.5, 0.5), u"0,5"_s);
    QCOMPARE(CsvText::number(0.5), u"0.5"_s);
    QLocale::setDefault(QLocale::c());
  }
  void csv_quotes_what_needs_it() {
    CsvText csv({u"a"_s, u"b, c"_s});
    csv.addRow({u"say \"x\""_s, CsvText::number(0.1)});
    QCOMPARE(csv.text(), u"a,\"b, c\"\r\n\"say \"\"x\"\"\",0.1\r\n"_s);
  }
  void every_value_falls_into_one_bin() {
    const Bins bins = binned({1, 2, 2, 3, 10}, 5, true);
    QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), std::int64_t(0)), std::int64_t(5));
    QCOMPARE(bins.width, 2.0);
    QCOMPARE(bins.counts, (std::vector<std::int64_t>{1, 3, 0, 0, 0, 1}));
    QVERIFY(binned({}, 5, true).counts.empty());
    QCOMPARE(binned({7}, 5, true).counts, std::vector<std::int64_t>{1});
  }
  void energy_adds_up_to_all() {
    QCOMPARE(cumulative_energy_percent({3, 4}, 0), (Numbers{36, 100}));
    QCOMPARE(energy_percent({3, 4}, 50, 2), 50.0);
    QCOMPARE(energy_percent({}, 0, 1), 0.0);
    QCOMPARE(cumulative_energy_percent({0, 0}, 0), (Numbers{0, 0}));
  }
  void a_slider_gives_values_a_person_would_write() {
    const SliderScale density{0.1, 20, true, 0, 2};
    QCOMPARE(density.value(0), 0.1);
    QCOMPARE(density.value(1), 20.0);
    QVERIFY(std::abs(density.value(density.fraction(5)) - 5) < 1e-9);
    const SliderScale rank{1, 256, true, 1, 2};
    QCOMPARE(rank.value(0.5), 16.0);
    QCOMPARE(rank.value(7), 256.0);
  }
  void maps_are_transparent_only_for_nothing() {
    QCOMPARE(qAlpha(colour_at(ColourMap::Viridis, std::nan(""))), 0);
    QCOMPARE(colour_at(ColourMap::Viridis, 0), 0xff440154);
    QCOMPARE(colour_at(ColourMap::Viridis, 2), 0xfffde725);
    for (int i = 1; i <= 50; ++i)   // lightness rises all the way: order is seen without colour
      for (const ColourMap map : {ColourMap::Viridis, ColourMap::Cividis})
        QVERIFY(qGray(colour_at(map, i / 50.0)) >= qGray(colour_at(map, (i - 1) / 50.0)));
  }
  void a_view_asks_for_tiles_that_cover_it_data() {
    QTest::addColumn<QRectF>("view");
    QTest::addColumn<bool>("cells");
    QTest::newRow("all") << QRectF(0, 0, 14336, 4096) << false;
    QTest::newRow("a corner") << QRectF(0, 0, 1000, 300) << false;
    QTest::newRow("the last corner") << QRectF(13336, 3796, 1000, 300) << false;
    QTest::newRow("near") << QRectF(5000.5, 2000.25, 80, 40) << true;
  }
  void a_view_asks_for_tiles_that_cover_it() {
    QFETCH(QRectF, view);
    QFETCH(bool, cells);
    const TileRequest request = request_for(view, QSizeF(600, 320), 4096, 14336);
    QCOMPARE(request.single_cells, cells);
    const QRectF area(double(request.area.first_column), double(request.area.first_row), double(request.area.columns),
                      double(request.area.rows));
    QVERIFY(area.contains(view.adjusted(0, 0, -1e-6, -1e-6)));
    QVERIFY(area.right() <= 14336 && area.bottom() <= 4096);
    if (!cells) QVERIFY(request.tile_rows * request.tile_columns < 60000);
    else QVERIFY(request.area.rows * request.area.columns <= 1000000);
  }
  void moving_a_little_asks_the_same_question() {
    const QSizeF pixels(600, 320);
    const TileRequest one = request_for(QRectF(1600, 800, 1000, 300), pixels, 4096, 14336);
    const TileRequest other = request_for(QRectF(1600.4, 800.2, 1000, 300), pixels, 4096, 14336);
    QVERIFY(one == other);
  }
  void tiles_cut_an_area_without_gap_or_overlap() {
    lift::TileGrid grid;
    grid.area = {10, 20, 101, 57};
    grid.tile_rows = 7;
    grid.tile_columns = 5;
    std::int64_t cells = 0, row = 10;
    for (std::int64_t r = 0; r < 7; ++r) {
      QCOMPARE(tile_cells(grid, r, 0).first_row, row);
      row += tile_cells(grid, r, 0).rows;
      for (std::int64_t c = 0; c < 5; ++c) cells += tile_cells(grid, r, c).rows * tile_cells(grid, r, c).columns;
    }
    QCOMPARE(row, std::int64_t(111));
    QCOMPARE(cells, std::int64_t(101 * 57));
  }
  void a_matrix_smaller_than_the_picture_is_shown_in_cells() {
    QVERIFY(request_for(whole_matrix(12, 9), QSizeF(600, 320), 12, 9).single_cells);
    QCOMPARE(zoomed_view(whole_matrix(4, 4), {1, 1}, 0.5, 4, 4), whole_matrix(4, 4));
  }
};

QTEST_GUILESS_MAIN(PlotMathTest)
#include "plot_math_test.moc"
