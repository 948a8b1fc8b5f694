// What a spectrum says, on spectra whose answers are known; and the survey.
#include <QtTest>

#include <ATen/ops/diag.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <cmath>
#include <limits>

#include "core/spectra/spectrum_survey.h"

using namespace lift;

namespace {

at::Tensor diagonal(std::vector<double> values) { return at::diag(at::tensor(values, at::kDouble)); }

}   // namespace

class SpectrumTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void energies_are_shares_of_all_squares() {
    const Spectrum spectrum = spectrum_of(diagonal({1, 3, 2})).value();
    QCOMPARE(spectrum.singular_values, (std::vector<float>{3, 2, 1}));
    QVERIFY(spectrum.complete());
    QCOMPARE(spectrum.total_energy, 14.0);
    QCOMPARE(spectrum.energy_share(1), 9.0 / 14);
    QCOMPARE(spectrum.energy_share(3), 1.0);
    QCOMPARE(spectrum.energy_share(99), 1.0);
    QCOMPARE(spectrum.energy_share(0), 0.0);
    QCOMPARE(spectrum.cumulative_energy()[1], float(13.0 / 14));
    QCOMPARE(spectrum.stable_rank(), 14.0 / 9);
  }
  void equal_singular_values_have_full_stable_and_effective_rank() {
    const Spectrum spectrum = spectrum_of(at::eye(7, at::TensorOptions().dtype(at::kDouble)).mul(3)).value();
    QVERIFY(std::abs(spectrum.stable_rank() - 7) < 1e-12);
    QVERIFY(std::abs(spectrum.effective_rank() - 7) < 1e-12);
  }
  void the_rank_for_an_energy_is_the_least_that_reaches_it() {
    const Spectrum spectrum = spectrum_of(diagonal({3, 2, 1})).value();
    QCOMPARE(spectrum.rank_for_energy(9.0 / 14), std::int64_t(1));
    QCOMPARE(spectrum.rank_for_energy(9.1 / 14), std::int64_t(2));
    QCOMPARE(spectrum.rank_for_energy(1.0), std::int64_t(3));
  }
  void a_list_that_ends_early_is_not_complete_and_answers_for_what_it_has() {
    Spectrum spectrum = spectrum_of(diagonal({3, 2, 1})).value();
    spectrum.singular_values.resize(1);
    QVERIFY(!spectrum.complete());
    QCOMPARE(spectrum.energy_share(3), 9.0 / 14);
    QCOMPARE(spectrum.rank_for_energy(0.99), std::int64_t(3));
  }
  void a_zero_matrix_has_rank_zero() {
    const Spectrum spectrum = spectrum_of(at::zeros({3, 5})).value();
    QCOMPARE(spectrum.stable_rank(), 0.0);
    QCOMPARE(spectrum.effective_rank(), 0.0);
    QCOMPARE(spectrum.energy_share(3), 0.0);
  }
  void a_survey_hands_over_each_spectrum_in_order() {
    const std::vector<SurveyedMatrix> matrices{{"a", diagonal({1, 1})}, {"b", at::zeros({2, 3})}};
    std::vector<std::string> names;
    const auto spectra = survey_spectra(matrices, {}, [&](const Spectrum& s) { names.push_back(s.name); }).value();
    QCOMPARE(names, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(spectra[1].columns, std::int64_t(3));
  }
  void a_survey_stops_between_matrices_when_asked() {
    std::stop_source stop;
    const std::vector<SurveyedMatrix> matrices{{"a", diagonal({1, 1})}, {"b", at::zeros({2, 3})}};
    int finished = 0;
    const auto spectra = survey_spectra(matrices, {stop.get_token(), {}}, [&](const Spectrum&) {
      ++finished;
      stop.request_stop();
    });
    QCOMPARE(spectra.error().code, ErrorCode::Cancelled);
    QCOMPARE(finished, 1);
  }
  void an_infinite_weight_is_named() {
    const auto spectrum = spectrum_of(diagonal({1, std::numeric_limits<double>::infinity()}), "lm_head.weight");
    QCOMPARE(spectrum.error().code, ErrorCode::NonFinite);
    QCOMPARE(spectrum.error().subject.text(), std::string("lm_head.weight"));
  }
};

QTEST_GUILESS_MAIN(SpectrumTest)
#include "spectrum_test.moc"
