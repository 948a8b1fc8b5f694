#include <QtTest>

#include <ATen/core/Tensor.h>

#include "core/model/causal_lm.h"
#include "core/model/kv_cache.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

using Prompts = std::vector<std::vector<TokenId>>;

double largest_difference(const at::Tensor& a, const at::Tensor& b) { return a.sub(b).abs().max().item().toDouble(); }

// Greedy answers of `count` tokens; the logits of every one, [prompts, count, V].
std::vector<at::Tensor> alone(const CausalLm& model, const Prompts& prompts, int count) {
  std::vector<at::Tensor> all;
  for (const auto& prompt : prompts) {
    KvCache cache(model.config(), 1, 64, DType::F64, {});
    const std::int64_t sequence = 0;
    at::Tensor logits = model.prefill(cache, sequence, prompt);
    for (int i = 0; i < count; ++i) {
      all.push_back(logits[0]);
      const auto next = static_cast<TokenId>(logits.argmax(-1).item<std::int64_t>());
      logits = model.decode_step(cache, {&sequence, 1}, {&next, 1});
    }
  }
  return all;
}

}   // namespace

class DecodingTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void prompts_read_together_go_on_as_each_alone_data() {
    QTest::addColumn<Prompts>("prompts");
    const std::vector<TokenId> start{5, 9, 200, 31, 7, 77, 12};
    const auto with = [&](std::vector<TokenId> rest) {
      rest.insert(rest.begin(), start.begin(), start.end());
      return rest;
    };
    QTest::newRow("nothing in common") << Prompts{{1, 2, 3}, {4, 5}, {6}};
    QTest::newRow("a common opening") << Prompts{with({1, 2, 3}), with({4}), with({5, 6})};
    QTest::newRow("one is what another begins with") << Prompts{with({1, 2, 3}), with({}), with({1, 2})};
    QTest::newRow("the first is the shortest") << Prompts{with({}), with({1, 2}), with({3})};
    QTest::newRow("all the same") << Prompts{with({1}), with({1}), with({1})};
    QTest::newRow("one token each, the same") << Prompts{{8}, {8}};
    QTest::newRow("one prompt") << Prompts{with({1})};
  }
  void prompts_read_together_go_on_as_each_alone() {
    QFETCH(Prompts, prompts);
    constexpr int kTokens = 6;
    for (const std::int64_t window : {0, 4}) {
      ModelConfig config = test::tiny_config();
      config.sliding_window = window;
      const CausalLm model = test::tiny_model(config, DType::F64, 3);
      const std::vector<at::Tensor> expected = alone(model, prompts, kTokens);
      KvCache cache(config, std::ssize(prompts), 64, DType::F64, {});
      std::vector<std::int64_t> sequences;
      std::vector<std::span<const TokenId>> together(prompts.begin(), prompts.end());
      for (std::int64_t i = std::ssize(prompts); i-- > 0;) sequences.push_back(i);   // not in the cache's order
      at::Tensor logits = model.prefill(cache, sequences, together);
      for (int i = 0; i < kTokens; ++i) {
        std::vector<TokenId> next;
        for (std::size_t p = 0; p < prompts.size(); ++p) {
          const at::Tensor row = logits[static_cast<std::int64_t>(p)];
          QVERIFY(largest_difference(row, expected[p * kTokens + static_cast<std::size_t>(i)]) <
                  1e-5);   // logits are fp32
          next.push_back(static_cast<TokenId>(row.argmax().item<std::int64_t>()));
        }
        logits = model.decode_step(cache, sequences, next);
      }
      for (std::size_t p = 0; p < prompts.size(); ++p)
        QCOMPARE(cache.length(sequences[p]), std::ssize(prompts[p]) + kTokens);
    }
  }
};

QTEST_GUILESS_MAIN(DecodingTest)
#include "decoding_test.moc"
