// The selection page while a run trains: every matrix has its base beside what it has become, and both overlays of the
// map tell what is different, though nobody looked at the page before.
#include <QComboBox>

#include "tests/system/studio_driver.h"
#include "ui/plots/heat_map_overview.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;
using lift::test::kPatience;
using lift::test::StudioDriver;
using ui::PageId;
using ui::RunStage;

namespace {

enum Overlay { Nothing, Changed, NewlySelected };
constexpr lift::MatrixId kLookedAt[] = {{3, lift::Projection::K}, {27, lift::Projection::V}};

}   // namespace

class StudioLiveTest : public QObject {
  Q_OBJECT

  std::optional<lift::test::TemporaryFolder> home_;
  std::optional<StudioDriver> driver_;
  ui::SpectrumPlot* spectra_ = nullptr;
  ui::TileHeatMap* tiles_ = nullptr;
  ui::HeatMapOverview* overview_ = nullptr;
  std::map<lift::MatrixId, std::vector<float>> base_;

  const std::vector<ui::SpectrumPlot::Curve>& curves() const { return spectra_->curves(); }
  std::ptrdiff_t solid() const { return std::ranges::count(curves(), false, &ui::SpectrumPlot::Curve::dashed); }
  std::ptrdiff_t dashed() const { return std::ranges::count(curves(), true, &ui::SpectrumPlot::Curve::dashed); }
  bool baseAndNow(lift::MatrixId id) const {
    const QString name = QString::fromStdString(lift::short_name(id));
    return solid() == 1 && dashed() == 1 &&
           std::ranges::all_of(curves(), [&](const auto& curve) { return curve.name == name; });
  }

  // By keyboard, as the grid is walked.
  void pick(lift::MatrixId id) {
    const auto go = [this](int by, Qt::Key back, Qt::Key on) {
      for (; by < 0; ++by) QTest::keyClick(overview_, back);
      for (; by > 0; --by) QTest::keyClick(overview_, on);
    };
    go(id.layer - overview_->currentLayer(), Qt::Key_Up, Qt::Key_Down);
    go(static_cast<int>(id.projection) - overview_->currentColumn(), Qt::Key_Left, Qt::Key_Right);
    QCOMPARE(overview_->currentLayer(), id.layer);
    QCOMPARE(overview_->currentColumn(), static_cast<int>(id.projection));
  }

  // What the map says of its overlay, in percent of the weights in view.
  std::optional<double> overlaid(Overlay which) const {
    const QString words =
        driver_->words("ui::SelectionPage", which == Changed ? "changed since start" : "selected now, not before");
    const qsizetype at = tiles_->placeWords().indexOf(words);
    if (at < 0) return {};
    return QLocale().toDouble(tiles_->placeWords().mid(at + words.size() + 2).section(u' ', 0, 0));
  }

  // As a session of its own has them; only rounded alike, for the run counts threads in its own way.
  void rememberBase(const lift::Recipe& recipe) {
    lift::Session session({.runs_directory = driver_->runs, .notices = {}, .threads = 0});
    QVERIFY(session.open_model(recipe.model, recipe.train.dtype, recipe.train.device).ok());
    for (const lift::MatrixId id : kLookedAt) base_[id] = session.spectra(std::span(&id, 1))->front().singular_values;
  }
  bool isBase(lift::MatrixId id, const std::vector<float>& values) {
    return std::ranges::equal(base_[id], values,
                              [](float a, float b) { return std::abs(a - b) <= 1e-5f * std::abs(a); });
  }

 private Q_SLOTS:
  void initTestCase() {
    home_.emplace();
    driver_.emplace(home_->path());
    StudioDriver& driver = *driver_;
    spectra_ = driver.find<ui::SpectrumPlot>(u"spectrumPlot"_s);
    tiles_ = driver.find<ui::TileHeatMap>(u"tiles"_s);
    overview_ = driver.find<ui::HeatMapOverview>(u"overview"_s);
    QVERIFY(driver.press(u"openDemo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().model().has_value(), kPatience);
    driver.window.showPage(PageId::Data);
    QVERIFY(driver.press(u"useDemoData"_s));
    driver.makeShort(4000);   // ends with the test
    for (const char* field : {"optimizer.learning_rate=1e-3", "optimizer.warmup_ratio=0.1", "evaluate.every=0"})
      if (const lift::Status status = driver.studio().setField(field); !status.ok())
        QFAIL(status.error().sentence().c_str());
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().data().has_value(), kPatience);
    rememberBase(driver.studio().recipe());
    driver.window.showPage(PageId::Train);
    QVERIFY(driver.press(u"startRun"_s));
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().run().step() >= 2, kPatience);
  }

  void a_picked_matrix_has_its_base_beside_what_it_has_become() {
    driver_->window.showPage(PageId::Selection);
    for (const lift::MatrixId id : kLookedAt) {
      pick(id);
      QTRY_VERIFY_WITH_TIMEOUT(baseAndNow(id), kPatience);
      const auto base = std::ranges::find(curves(), false, &ui::SpectrumPlot::Curve::dashed);
      const auto now = std::ranges::find(curves(), true, &ui::SpectrumPlot::Curve::dashed);
      QVERIFY(isBase(id, base->singular_values));
      QVERIFY(now->singular_values != base->singular_values);
    }
    QVERIFY(driver_->studio().run().active());
  }

  void changed_since_start_is_laid_over_and_grows() {
    pick(kLookedAt[0]);
    driver_->find<QComboBox>(u"tilesOverlay"_s)->setCurrentIndex(Changed);
    QTRY_VERIFY_WITH_TIMEOUT(overlaid(Changed).value_or(0) > 0, kPatience);
    const double first = *overlaid(Changed);
    QVERIFY(first <= 5.01);   // no more than trains
    QTRY_VERIFY_WITH_TIMEOUT(overlaid(Changed).value_or(0) > first, kPatience);
    QVERIFY(driver_->studio().run().active());
  }

  void selected_now_not_before_is_laid_over() {
    driver_->find<QComboBox>(u"tilesOverlay"_s)->setCurrentIndex(NewlySelected);
    QTRY_VERIFY_WITH_TIMEOUT(overlaid(NewlySelected).value_or(0) > 0, kPatience);
    QVERIFY(driver_->studio().run().active());
  }

  void a_paused_run_answers_too() {
    QVERIFY(driver_->press(u"pauseRun"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver_->studio().run().phase(), lift::RunPhase::Paused, kPatience);
    driver_->find<QComboBox>(u"tilesOverlay"_s)->setCurrentIndex(Changed);
    const lift::MatrixId id{11, lift::Projection::V};
    pick(id);
    QTRY_VERIFY_WITH_TIMEOUT(baseAndNow(id) && overlaid(Changed).value_or(0) > 0, kPatience);
    driver_->find<ui::SegmentedSwitch>(u"spectraMatrices"_s)->setCurrent(2);
    QTRY_VERIFY_WITH_TIMEOUT(solid() == driver_->studio().model()->config.layer_count, kPatience);
    QCOMPARE(driver_->studio().run().stage(), RunStage::Paused);
    driver_->find<ui::SegmentedSwitch>(u"spectraMatrices"_s)->setCurrent(0);
  }

  void after_stop_and_save_both_curves_and_the_overlay_stay() {
    driver_->window.showPage(PageId::Train);
    QVERIFY(driver_->press(u"stopRun"_s));
    QVERIFY(driver_->answer(u"askToStop"_s, u"Stop and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!driver_->studio().run().active(), kPatience);
    QCOMPARE(driver_->studio().run().stage(), RunStage::Stopped);
    driver_->window.showPage(PageId::Selection);
    const lift::MatrixId id{11, lift::Projection::V};
    QTRY_VERIFY_WITH_TIMEOUT(baseAndNow(id) && overlaid(Changed).value_or(0) > 0, kPatience);
  }

  void cleanupTestCase() {
    driver_.reset();
    home_.reset();
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioLiveTest>(argc, argv); }

#include "studio_live_test.moc"
