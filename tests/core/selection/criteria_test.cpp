// Every criterion beside a slow reference of its own: the full SVD in fp64 and a plain sort.
#include <QtTest>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <vector>

#include <ATen/ops/linalg_svd.h>
#include <ATen/ops/mm.h>

#include "core/selection/criterion.h"
#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/support/tensors/demo_weights.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

constexpr std::int64_t kRank = 5;
constexpr MatrixId kUp{1, Projection::Up}, kDown{0, Projection::Down};

SelectionConfig config_of(const std::string& criterion) {
  SelectionConfig config;
  config.criterion = criterion;
  config.rank = kRank;
  config.density = 0.1;
  return config;
}

using Places = std::vector<std::int64_t>;

at::Tensor rebuilt(const at::Tensor& weight, const Places& values) {
  const auto [u, s, v] = at::linalg_svd(weight.to(at::kDouble), false);
  at::Tensor sum = at::mm(u.narrow(1, 0, 1), v.narrow(0, 0, 1)).mul(0);
  for (const std::int64_t i : values) sum = sum.add(at::mm(u.narrow(1, i, 1), v.narrow(0, i, 1)).mul(s[i]));
  return sum;
}

Places leading(std::int64_t count) {
  Places places(static_cast<std::size_t>(count));
  std::iota(places.begin(), places.end(), 0);
  return places;
}

// Flat places of the k entries of largest (or smallest) magnitude, by a sort.
std::set<std::int64_t> sorted_choice(const at::Tensor& score, std::int64_t k, bool largest) {
  const at::Tensor flat = score.abs().flatten();
  const at::Tensor order = flat.argsort(0, largest);
  std::set<std::int64_t> places;
  for (std::int64_t i = 0; i < k; ++i) places.insert(order[i].item().toLong());
  return places;
}

std::set<std::int64_t> chosen(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                              std::uint64_t seed = 1) {
  const at::Tensor flat = flat_indices(select_matrix(weight, id, config, seed, false).value().pattern);
  std::set<std::int64_t> places;
  for (std::int64_t i = 0; i < flat.numel(); ++i) places.insert(flat[i].item().toLong());
  return places;
}

}   // namespace

class CriteriaTest : public QObject {
  Q_OBJECT

  const CausalLm model_ = test::tiny_model(test::tiny_config(), DType::F32);

  void compare(const std::string& criterion, bool largest, const std::function<Places(std::int64_t)>& values) {
    for (const MatrixId id : {kUp, kDown, MatrixId{0, Projection::K}}) {
      const at::Tensor& weight = model_.weight(id);
      const SelectionConfig config = config_of(criterion);
      const std::int64_t count = std::min(weight.size(0), weight.size(1));
      const at::Tensor score = values ? rebuilt(weight, values(count)) : weight;
      const auto expected = sorted_choice(score, config.entries_of(weight.size(0), weight.size(1)), largest);
      QVERIFY2(chosen(weight, id, config) == expected, (criterion + ", " + hf_name(id)).c_str());
    }
  }

 private Q_SLOTS:
  void lift_takes_the_largest_of_the_leading_values_not_the_smallest() {
    compare("lift", true, [](std::int64_t) { return leading(kRank); });
  }

  void magnitude_takes_the_largest_weights() { compare("magnitude", true, {}); }

  void the_control_takes_the_smallest_of_the_leading_values() {
    compare("lift_bottom", false, [](std::int64_t) { return leading(kRank); });
    const at::Tensor& weight = model_.weight(kUp);
    const auto top = chosen(weight, kUp, config_of("lift")), bottom = chosen(weight, kUp, config_of("lift_bottom"));
    QCOMPARE(bottom.size(), top.size());
    for (const std::int64_t place : bottom) QVERIFY(!top.contains(place));
  }

  void the_smallest_values_are_the_last_of_the_spectrum() {
    compare("lift_smallest", true, [](std::int64_t count) {
      Places last(static_cast<std::size_t>(kRank));
      std::iota(last.begin(), last.end(), count - kRank);
      return last;
    });
  }

  void mixed_values_are_both_ends_of_the_spectrum() {
    compare("lift_mixed", true, [](std::int64_t count) { return Places{0, 1, 2, count - 2, count - 1}; });
  }

  void random_values_are_drawn_once_for_a_run_and_a_matrix() {
    const SelectionConfig config = config_of("lift_random");
    const at::Tensor& weight = model_.weight(kUp);
    const auto values = [&](MatrixId id, std::uint64_t seed) {
      return select_matrix(weight, id, config, seed, false).value().summary.singular_values;
    };
    QCOMPARE(values(kUp, 1).size(), std::size_t{kRank});
    QVERIFY(values(kUp, 1) == values(kUp, 1));
    QVERIFY(values(kUp, 1) != values(kUp, 2));
    QVERIFY(values(kUp, 1) != values({0, Projection::Up}, 1));
    // Each place about as often as the others: of 24 values 5 are drawn, 400 times.
    const auto [u, s, v] = at::linalg_svd(weight.to(at::kDouble), false);
    std::vector<int> drawn(static_cast<std::size_t>(s.numel()), 0);
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      const auto picked = values(kUp, seed);
      QVERIFY(std::ranges::is_sorted(picked, std::greater<>{}));
      for (const float value : picked)
        ++drawn[static_cast<std::size_t>(s.to(at::kFloat).sub(value).abs().argmin().item().toLong())];
    }
    const double usual = 400.0 * kRank / static_cast<double>(drawn.size());
    for (const int count : drawn)
      QVERIFY2(count > 0.5 * usual && count < 1.5 * usual, qPrintable(QString::number(count)));
    // And W_r is made of those that the summary tells.
    Places told;
    for (const float value : values(kUp, 1)) told.push_back(s.to(at::kFloat).sub(value).abs().argmin().item().toLong());
    const auto expected = sorted_choice(rebuilt(weight, told), config.entries_of(weight.size(0), weight.size(1)), true);
    QVERIFY(chosen(weight, kUp, config) == expected);
  }

  void the_random_choice_knows_nothing_of_the_weights_and_stays_for_a_run() {
    const SelectionConfig config = config_of("random");
    const at::Tensor& weight = model_.weight(kUp);
    const auto first = chosen(weight, kUp, config);
    QCOMPARE(first.size(), static_cast<std::size_t>(config.entries_of(weight.size(0), weight.size(1))));
    QVERIFY(first == chosen(weight.mul(-3).add(1), kUp, config));
    QVERIFY(first != chosen(weight, kUp, config, 2));
    QVERIFY(first != chosen(weight, {0, Projection::Up}, config));
  }

  void an_approximate_control_says_how_sure_it_is() {
    const MatrixId id{11, Projection::Up};
    const at::Tensor weight = test::DemoWeights().matrix(id);
    SelectionConfig config = config_of("lift_bottom");
    config.rank = 16;
    config.method = "exact";
    const MatrixChoice exact = select_matrix(weight, id, config, 1, false).value();
    QCOMPARE(exact.summary.overlap_bound, 1.0);
    config.method = "subspace";
    const MatrixChoice fast = select_matrix(weight, id, config, 1, false).value();
    const double share =
        static_cast<double>(shared_entries(fast.pattern, exact.pattern)) / static_cast<double>(exact.summary.entries);
    qInfo("overlap %.5f, guaranteed %.5f, expected %.5f", share, fast.summary.overlap_bound,
          fast.summary.overlap_expected);
    QVERIFY(share >= fast.summary.overlap_bound && fast.summary.overlap_bound < 1);
    QVERIFY(fast.summary.overlap_expected >= fast.summary.overlap_bound);
  }

  void the_fast_ways_are_refused_where_they_know_too_little() {
    SelectionConfig config = config_of("lift_smallest");
    for (const char* method : {"gram", "subspace"}) {
      config.method = method;
      const Status status = config.validate(test::tiny_config());
      QVERIFY(!status.ok());
      QCOMPARE(status.error().subject.text(), std::string("selection.method"));
    }
    config.method = "exact";
    QVERIFY(config.validate(test::tiny_config()).ok());
  }

  void every_criterion_can_train_every_weight() {
    for (const Criterion& criterion : criteria()) {
      if (criterion.gathers != Gathers::Nothing) continue;   // of a run: gathering_test
      SelectionConfig config = config_of(std::string(criterion.name));
      config.budget_rank = 1000;
      const at::Tensor& weight = model_.weight(kUp);
      QCOMPARE(chosen(weight, kUp, config).size(), static_cast<std::size_t>(weight.numel()));
    }
  }
};

QTEST_GUILESS_MAIN(CriteriaTest)
#include "criteria_test.moc"
