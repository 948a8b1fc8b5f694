// The whole demo probe on the demo model: every question's prompt once against once per choice, and both against
// transformers (tests/golden/evaluate/make_choice_golden.py).
#include <QtTest>

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/evaluate/choice_scoring.h"
#include "core/io/json.h"
#include "core/model/model_loader.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Scored {
  ChoiceScores scores;
  std::int64_t tokens = 0;
  double seconds = 0;
};

Scored scored(DType dtype, bool share_prompts, std::int64_t limit = 0) {
  const auto items =
      read_choice_items(source_dir() / "resources/demo/arc-easy-probe.json", ChoiceForm::Text, limit).value();
  const LoadedModel loaded = load_model(demo_model(), {.dtype = dtype}).value();
  const auto tokenizer = load_tokenizer(demo_model()).value();
  const EncodedChoices encoded = encode_choices(*tokenizer, items, {.share_prompts = share_prompts}).value();
  Scored result;
  for (const PackedBatch& batch : encoded.batches) result.tokens += batch.token_count();
  const auto begin = std::chrono::steady_clock::now();
  result.scores = score_choices(*loaded.model, encoded).value();
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return result;
}

double largest_difference(const ChoiceScores& a, const ChoiceScores& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.log_likelihoods.size(); ++i)
    largest = std::max(largest, std::abs(a.log_likelihoods[i] - b.log_likelihoods[i]));
  return largest;
}

void tell(const Scored& shared, const Scored& apart) {
  qInfo("%lld questions: %lld instead of %lld tokens, %.2f times as fast, largest difference %.2e",
        static_cast<long long>(shared.scores.items()), static_cast<long long>(shared.tokens),
        static_cast<long long>(apart.tokens), apart.seconds / shared.seconds,
        largest_difference(shared.scores, apart.scores));
}

}   // namespace

class SharedPromptHeavyTest : public QObject {
  Q_OBJECT

  static void expect_those_of_transformers(const ChoiceScores& scores) {
    const nlohmann::json rows = read_json_file(golden("evaluate/probe_likelihoods.json")).value();
    std::size_t next = 0;
    std::int64_t agree = 0;
    double largest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto expected = rows[i].get<std::vector<double>>();
      agree += scores.chosen[i] == std::max_element(expected.begin(), expected.end()) - expected.begin();
      for (const double sum : expected) largest = std::max(largest, std::abs(scores.log_likelihoods[next++] - sum));
    }
    qInfo("%lld of %lld answers are those of transformers, largest difference %.2e", static_cast<long long>(agree),
          static_cast<long long>(scores.items()), largest);
    QCOMPARE(agree, scores.items());
    QVERIFY(largest < 5e-4);
  }

 private Q_SLOTS:
  void in_fp32_likelihoods_and_answers_are_those_of_every_choice_alone() {
    constexpr std::int64_t kItems = 50;   // a function has five minutes, on a busy machine too
    const Scored shared = scored(DType::F32, true, kItems), apart = scored(DType::F32, false, kItems);
    tell(shared, apart);
    QVERIFY(largest_difference(shared.scores, apart.scores) < 1e-4);
    QCOMPARE(shared.scores.chosen, apart.scores.chosen);
    QCOMPARE(shared.scores.chosen_normalised, apart.scores.chosen_normalised);
  }

  void in_fp32_the_answers_are_those_of_transformers() {
    expect_those_of_transformers(scored(DType::F32, true).scores);
  }

  void in_bf16_the_same_answers_are_chosen_and_it_pays() {
    const Scored shared = scored(DType::BF16, true), apart = scored(DType::BF16, false);
    tell(shared, apart);
    QCOMPARE(shared.scores.chosen, apart.scores.chosen);
    QVERIFY(shared.seconds < apart.seconds);
  }
};

QTEST_GUILESS_MAIN(SharedPromptHeavyTest)
#include "shared_prompt_heavy_test.moc"
