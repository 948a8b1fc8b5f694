#include "core/generate/sampler.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>

using namespace lift;

namespace {

const std::vector<float> kLogits{1.0f, 3.0f, 2.0f, -1.0f, 2.9f};

TokenId choose(Sampler& sampler, std::vector<float> logits, std::vector<TokenId> seen = {}) {
  return sampler.choose(logits, seen).value();
}

// Share of each id in many draws.
std::map<TokenId, double> shares(const SamplingConfig& config, const std::vector<float>& logits) {
  constexpr int kDraws = 20000;
  Sampler sampler(config);
  std::map<TokenId, double> counts;
  for (int i = 0; i < kDraws; ++i) counts[choose(sampler, logits)] += 1.0 / kDraws;
  return counts;
}

}   // namespace

class SamplerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void greedy_takes_the_largest_and_the_lower_id_of_equals() {
    Sampler sampler({});
    QCOMPARE(choose(sampler, kLogits), 1);
    QCOMPARE(choose(sampler, {2, 7, 7, 7}), 1);
  }
  void temperature_draws_by_the_soft_max() {
    const auto counts = shares({.temperature = 2.0, .stop = {}}, kLogits);
    double sum = 0;
    for (float logit : kLogits) sum += std::exp(logit / 2.0);
    for (std::size_t id = 0; id < kLogits.size(); ++id)
      QVERIFY(std::abs(counts.at(static_cast<TokenId>(id)) - std::exp(kLogits[id] / 2.0) / sum) < 0.015);
  }
  void top_k_leaves_the_k_most_likely() {
    const auto counts = shares({.temperature = 5, .top_k = 2, .stop = {}}, kLogits);
    QCOMPARE(counts.size(), std::size_t{2});
    QVERIFY(counts.contains(1) && counts.contains(4));
  }
  void top_p_leaves_the_fewest_that_reach_the_share() {
    // Shares 0.4, 0.3, 0.2, 0.1.
    const std::vector<float> logits{std::log(0.2f), std::log(0.4f), std::log(0.1f), std::log(0.3f)};
    QCOMPARE(shares({.temperature = 1, .top_p = 0.65, .stop = {}}, logits).size(), std::size_t{2});
    QCOMPARE(shares({.temperature = 1, .top_p = 0.75, .stop = {}}, logits).size(), std::size_t{3});
    QCOMPARE(shares({.temperature = 1, .top_p = 1e-9, .stop = {}}, logits).size(), std::size_t{1});
  }
  void min_p_leaves_what_has_that_share_of_the_likeliest() {
    const std::vector<float> logits{std::log(0.5f), std::log(0.3f), std::log(0.15f), std::log(0.05f)};
    QCOMPARE(shares({.temperature = 1, .min_p = 0.2, .stop = {}}, logits).size(), std::size_t{3});
    QCOMPARE(shares({.temperature = 1, .min_p = 1, .stop = {}}, logits).size(), std::size_t{1});
  }
  void the_long_tail_of_a_large_vocabulary_is_drawn_too() {
    const std::vector<float> logits(5000, 0.0f);
    Sampler sampler({.temperature = 1, .stop = {}});
    std::map<TokenId, int> counts;
    for (int i = 0; i < 500; ++i) ++counts[choose(sampler, logits)];
    QVERIFY(counts.size() > 400);
    QVERIFY(counts.rbegin()->first > 4500);
  }
  void the_repetition_penalty_lowers_what_was_seen() {
    Sampler sampler({.repetition_penalty = 1.5, .stop = {}});
    QCOMPARE(choose(sampler, kLogits, {1, 1, 1}), 4);   // once per token: 3 / 1.5 = 2, below 2.9
    QCOMPARE(choose(sampler, {-1, -1.2f}, {0}), 1);     // a negative logit is multiplied
  }
  void a_seed_gives_the_same_draws_and_sequences_differ() {
    const SamplingConfig config{.temperature = 3, .seed = 11, .stop = {}};
    const std::vector<float> logits(50, 1.0f);
    Sampler one(config), again(config), other(config, 1);
    bool same = true;
    for (int i = 0; i < 20; ++i) {
      const TokenId drawn = choose(one, logits);
      QCOMPARE(choose(again, logits), drawn);
      same = same && choose(other, logits) == drawn;
    }
    QVERIFY(!same);
  }
  void logits_that_are_not_numbers_are_an_error() {
    Sampler sampler({});
    std::vector<float> broken{1, std::numeric_limits<float>::quiet_NaN()};
    QCOMPARE(sampler.choose(broken, {}).error().code, ErrorCode::NonFinite);
    std::vector<float> none(3, -std::numeric_limits<float>::infinity());
    QCOMPARE(sampler.choose(none, {}).error().code, ErrorCode::NonFinite);
  }
  void settings_that_cannot_work_are_refused_by_name() {
    const std::pair<SamplingConfig, const char*> bad[] = {{{.temperature = -1, .stop = {}}, "temperature"},
                                                          {{.top_k = -1, .stop = {}}, "top_k"},
                                                          {{.top_p = 0, .stop = {}}, "top_p"},
                                                          {{.top_p = std::nan(""), .stop = {}}, "top_p"},
                                                          {{.min_p = 1.5, .stop = {}}, "min_p"},
                                                          {{.repetition_penalty = 0, .stop = {}}, "repetition_penalty"},
                                                          {{.max_new_tokens = 0, .stop = {}}, "max_new_tokens"},
                                                          {{.stop = {"a", ""}}, "stop"}};
    for (const auto& [config, field] : bad) {
      const Status status = config.validate();
      QVERIFY2(!status.ok() && status.error().subject.text() == field, field);
    }
    QVERIFY(SamplingConfig{}.validate().ok());
  }
};

QTEST_GUILESS_MAIN(SamplerTest)
#include "sampler_test.moc"
