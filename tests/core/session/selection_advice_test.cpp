#include <cmath>

#include <QtTest>

#include "core/session/selection_advice.h"

using namespace lift;

class SelectionAdviceTest : public QObject {
  Q_OBJECT

  // `strong` directions of ten times the strength of the others, which are all alike.
  static Spectrum spectrum(std::int64_t rows, std::int64_t columns, std::int64_t strong) {
    Spectrum made;
    made.rows = rows;
    made.columns = columns;
    for (std::int64_t i = 0; i < std::min(rows, columns); ++i)
      made.singular_values.push_back(i < strong ? 10.0f : 1.0f);
    for (const float s : made.singular_values) made.total_energy += static_cast<double>(s) * s;
    return made;
  }

 private Q_SLOTS:
  void without_spectra_there_is_no_advice() { QVERIFY(!advise_selection({}, nullptr)); }

  void rank_follows_the_size_of_the_model_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("feed_forward");
    QTest::addColumn<int>("rank");
    QTest::newRow("SmolLM2 135M") << 576 << 1536 << 16;
    QTest::newRow("Llama 3.2 1B") << 2048 << 8192 << 64;
    QTest::newRow("Llama 2 7B") << 4096 << 11008 << 128;
    QTest::newRow("tiny") << 64 << 128 << 4;
  }
  void rank_follows_the_size_of_the_model() {
    QFETCH(int, width);
    QFETCH(int, feed_forward);
    QFETCH(int, rank);
    std::vector<Spectrum> spectra;
    for (int i = 0; i < 4; ++i) spectra.push_back(spectrum(width, width, width / 4));
    for (int i = 0; i < 3; ++i) spectra.push_back(spectrum(feed_forward, width, width / 4));
    const auto advice = advise_selection(spectra, nullptr);
    QCOMPARE(advice->rank, std::int64_t{rank});
    QCOMPARE(advice->density, 0.05);
    QCOMPARE(advice->budget_rank, 0.05 * width / 2);
    QVERIFY(!advice->limited_by_spectrum && !advice->limited_by_memory);
  }

  void rank_does_not_reach_into_the_bulk() {
    const std::vector<Spectrum> spectra(3, spectrum(2048, 2048, 9));
    const auto advice = advise_selection(spectra, nullptr);
    QCOMPARE(advice->structure, std::int64_t{9});
    QCOMPARE(advice->rank, std::int64_t{8});
    QVERIFY(advice->limited_by_spectrum);
  }

  void energy_names_the_extremes() {
    const std::vector<Spectrum> spectra{spectrum(576, 576, 100), spectrum(576, 576, 4), spectrum(576, 576, 40)};
    const auto advice = advise_selection(spectra, nullptr);
    QCOMPARE(advice->rank, std::int64_t{16});
    QCOMPARE(advice->strongest, std::int64_t{1});
    QCOMPARE(advice->weakest, std::int64_t{0});
    QCOMPARE(advice->energy_share, spectra[2].energy_share(16));
  }

  void memory_lowers_the_density_and_rank_follows() {
    MemoryPlan plan;
    plan.verdict = MemoryPlan::Verdict::DoesNotFit;
    plan.total_weights = 1'000'000'000;
    plan.free_bytes = 10'000'000'000;
    plan.peak_bytes = plan.free_bytes + 500'000'000;   // 3 % of the weights cost 540 MB
    const std::vector<Spectrum> spectra(3, spectrum(4096, 4096, 1024));
    const auto advice = advise_selection(spectra, &plan);
    QCOMPARE(advice->density, 0.02);
    QCOMPARE(advice->rank, std::int64_t{32});
    QVERIFY(advice->limited_by_memory);
  }
};

QTEST_APPLESS_MAIN(SelectionAdviceTest)
#include "selection_advice_test.moc"
