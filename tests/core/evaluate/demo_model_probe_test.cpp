// The demo probe on the demo model in fp32, against transformers (tests/golden/evaluate/make_choice_golden.py); all of
// it in shared_prompt_heavy_test.
#include <QtTest>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/evaluate/choice_scoring.h"
#include "core/io/json.h"
#include "core/model/model_loader.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

class DemoModelProbeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void likelihoods_are_those_of_transformers() {
    const nlohmann::json rows = read_json_file(golden("evaluate/probe_likelihoods.json")).value();
    constexpr std::int64_t kItems = 12;
    const auto items =
        read_choice_items(source_dir() / "resources/demo/arc-easy-probe.json", ChoiceForm::Text, kItems).value();
    const LoadedModel loaded = load_model(demo_model(), {.dtype = DType::F32}).value();
    const auto tokenizer = load_tokenizer(demo_model()).value();
    const ChoiceScores scores = score_choices(*loaded.model, encode_choices(*tokenizer, items).value()).value();
    std::size_t next = 0;
    double largest = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::vector<double> expected = rows[i].get<std::vector<double>>();
      QCOMPARE(expected.size(), items[i].choices.size());
      QCOMPARE(scores.chosen[i], std::max_element(expected.begin(), expected.end()) - expected.begin());
      for (const double sum : expected) largest = std::max(largest, std::abs(scores.log_likelihoods[next++] - sum));
    }
    qInfo("largest difference %.2e; right by sum %.2f, by byte %.2f", largest, scores.accuracy(),
          scores.accuracy_normalised());
    QVERIFY(largest < 5e-4);
    QVERIFY(scores.accuracy() > 0.4);   // far above the 0.25 of guessing
  }
};

QTEST_GUILESS_MAIN(DemoModelProbeTest)
#include "demo_model_probe_test.moc"
