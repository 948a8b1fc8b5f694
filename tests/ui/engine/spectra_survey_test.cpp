// What is looked at is computed first, the rest after it, and nothing while nobody looks.
#include "ui/engine/spectra_survey.h"

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/ui/support/ui_test.h"

using lift::MatrixId;
using lift::Projection;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

}   // namespace

class SpectraSurveyTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void what_is_shown_comes_first_and_everything_comes() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::SpectraSurvey survey(studio);
    std::vector<MatrixId> taken;
    connect(&survey, &ui::SpectraSurvey::baseTaken, this, [&](MatrixId id) { taken.push_back(id); });
    studio.openModel(home / "model");
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && !studio.engine().busy(), kPatience);
    QVERIFY(taken.empty());   // nobody looks
    const MatrixId picked{1, Projection::Down};
    survey.setCurrent(picked, [](MatrixId id) { return id.projection == Projection::Down; });
    survey.setWatched(true);
    QTRY_VERIFY_WITH_TIMEOUT(survey.complete(), kPatience);
    QCOMPARE(taken.size(), std::size_t{2 * 7});
    QCOMPARE(taken[0], picked);
    QCOMPARE(taken[1], (MatrixId{0, Projection::Down}));               // shown beside it
    for (std::size_t i = 2; i < 8; ++i) QCOMPARE(taken[i].layer, 1);   // its layer
    QVERIFY(survey.now() == nullptr);
  }

  void another_pick_goes_before_what_was_still_to_come_and_another_model_begins_anew() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::test::write_tiny_folder(home / "other");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::SpectraSurvey survey(studio);
    std::vector<MatrixId> taken;
    connect(&survey, &ui::SpectraSurvey::baseTaken, this, [&](MatrixId id) {
      taken.push_back(id);
      if (taken.size() == 1) survey.setCurrent({0, Projection::V}, {});
    });
    survey.setCurrent({1, Projection::Q}, {});
    survey.setWatched(true);
    studio.openModel(home / "model");
    QTRY_VERIFY_WITH_TIMEOUT(survey.complete(), kPatience);
    // One may have been under way when the pick changed.
    QVERIFY(taken[1] == (MatrixId{0, Projection::V}) || taken[2] == (MatrixId{0, Projection::V}));
    taken.clear();
    studio.openModel(home / "other");
    QTRY_VERIFY_WITH_TIMEOUT(taken.size() == std::size_t{2 * 7}, kPatience);
  }

  void while_nobody_looks_it_rests() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::SpectraSurvey survey(studio);
    int taken = 0;
    connect(&survey, &ui::SpectraSurvey::baseTaken, this, [&] {
      if (++taken == 3) survey.setWatched(false);
    });
    survey.setWatched(true);
    studio.openModel(home / "model");
    QTRY_VERIFY_WITH_TIMEOUT(taken >= 3, kPatience);
    QTest::qWait(200);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.engine().busy(), kPatience);
    QVERIFY(taken <= 4);
    survey.setWatched(true);
    QTRY_VERIFY_WITH_TIMEOUT(survey.complete(), kPatience);
  }
};

UI_TEST_MAIN(SpectraSurveyTest)
#include "spectra_survey_test.moc"
