// Several deltas as one, against sums made entry by entry with plain numbers.
#include "core/checkpoint/delta_algebra.h"

#include <array>
#include <cmath>
#include <map>

#include <QtTest>

#include <ATen/ops/scalar_tensor.h>

#include "core/checkpoint/tensor_fingerprint.h"
#include "tests/core/checkpoint/random_run.h"

using namespace lift;
using namespace lift::test;

namespace {

using Dense = std::map<std::string, std::vector<double>>;   // values of every tensor

Dense values_of(const CausalLm& model) {
  Dense dense;
  for (const auto& [name, tensor] : model.named_tensors()) {
    const at::Tensor wide = tensor.to(at::kDouble).contiguous();
    dense[name].assign(wide.data_ptr<double>(), wide.data_ptr<double>() + wide.numel());
  }
  return dense;
}

Dense with(const CausalLm& base, const Delta& delta) {
  CausalLm model = tiny_model(base.config(), to_dtype(base.scalar_type()), 1);
  if (const auto applied = apply_delta(model, delta); !applied.ok())
    throw std::runtime_error(applied.error().sentence());
  return values_of(model);
}

double rounded(double value, DType dtype) {
  return at::scalar_tensor(value, at::kDouble).to(to_scalar_type(dtype)).to(at::kDouble).item<double>();
}

}   // namespace

class DeltaAlgebraTest : public QObject {
  Q_OBJECT

  RandomRun first_ = random_run(DType::BF16, 5), second_ = random_run(DType::BF16, 6),
            third_ = random_run(DType::BF16, 7);
  Delta a_ = first_.make().delta, b_ = second_.make().delta, c_ = third_.make().delta;
  CausalLm base_ = first_.fresh_base();

  Result<Delta> combined(const std::vector<const Delta*>& deltas, const Combination& how) {
    std::vector<NamedDelta> named;
    for (const Delta* delta : deltas) named.push_back({"delta", delta});
    return combine_deltas(base_, named, how, first_.passport());
  }
  // Every entry of the combination against `expected(base, changes)`.
  template <class Expected>
  void compare(const std::vector<const Delta*>& deltas, const Combination& how, Expected expected) {
    const auto made = combined(deltas, how);
    if (!made.ok()) qFatal("%s", made.error().sentence().c_str());
    const Dense base = values_of(base_), got = with(base_, *made);
    std::vector<Dense> tuned;
    for (const Delta* delta : deltas) tuned.push_back(with(base_, *delta));
    std::int64_t changed = 0;
    for (const auto& [name, values] : base)
      for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<double> changes;
        for (const Dense& one : tuned) changes.push_back(one.at(name)[i] - values[i]);
        const double wanted = rounded(values[i] + expected(changes), DType::BF16);
        changed += wanted != values[i];
        QVERIFY2(got.at(name)[i] == wanted, qPrintable(QString::fromStdString(name) + ' ' + QString::number(i)));
      }
    QCOMPARE(made->manifest.changed(), changed);
    QVERIFY(verify_delta(base_, *made).ok());
  }

 private Q_SLOTS:
  void a_sum_adds_and_weights_subtract() {
    compare({&a_, &b_, &c_}, {}, [](const auto& d) { return d[0] + d[1] + d[2]; });
    compare({&a_, &b_}, {.weights = {1, -1}}, [](const auto& d) { return d[0] - d[1]; });
    compare({&a_}, {.weights = {0.5}}, [](const auto& d) { return 0.5 * d[0]; });
  }
  void what_is_taken_away_from_itself_is_nothing() {
    QCOMPARE(combined({&a_, &a_}, {.weights = {1, -1}}).value().manifest.changed(), std::int64_t{0});
    QCOMPARE(combined({&a_}, {.weights = {0}}).value().manifest.changed(), std::int64_t{0});
  }
  void one_delta_alone_stays_as_it_is() {
    const Delta same = combined({&a_}, {}).value();
    QVERIFY(same_masks(same.entries, a_.entries) && same_bytes(same.values, a_.values));
  }
  void what_all_of_them_changed_is_their_mean() {
    compare({&a_, &b_}, {.by = CombineBy::Shared},
            [](const auto& d) { return d[0] != 0 && d[1] != 0 ? (d[0] + d[1]) / 2 : 0; });
  }
  void ties_elects_a_sign_and_averages_those_that_have_it() {
    compare({&a_, &b_, &c_}, {.by = CombineBy::Ties, .weights = {1, 2, 0.5}}, [](const auto& d) {
      const std::array weights{1.0, 2.0, 0.5};
      const double total = d[0] + d[1] + d[2];
      double sum = 0, count = 0;
      for (std::size_t i = 0; i < 3; ++i)
        if (d[i] != 0 && (d[i] > 0) == (total > 0) && total != 0) sum += weights[i] * d[i], ++count;
      return count > 0 ? sum / count : 0;
    });
  }
  void ties_trims_the_smallest_changes_first() {
    const Delta half = combined({&a_}, {.by = CombineBy::Ties, .keep = 0.5}).value();
    const Dense base = values_of(base_), all = with(base_, a_), kept = with(base_, half);
    for (const MatrixMask& mask : a_.entries.matrices()) {
      double largest_lost = 0, smallest_kept = INFINITY;
      std::int64_t count = 0;
      const std::string name = hf_name(mask.id);
      for (std::size_t i = 0; i < base.at(name).size(); ++i) {
        const double change = std::abs(all.at(name)[i] - base.at(name)[i]);
        if (change == 0) continue;
        const bool stays = kept.at(name)[i] != base.at(name)[i];
        count += stays;
        (stays ? smallest_kept : largest_lost) =
            stays ? std::min(smallest_kept, change) : std::max(largest_lost, change);
      }
      QCOMPARE(count, std::max<std::int64_t>(1, mask.entries() / 2));
      QVERIFY2(largest_lost <= smallest_kept, name.c_str());
    }
  }
  void dare_drops_at_random_and_scales_up_what_stays() {
    const Combination how{.by = CombineBy::DareLinear, .keep = 0.25, .seed = 3};
    const Delta made = combined({&a_}, how).value(), again = combined({&a_}, how).value();
    QVERIFY(same_masks(made.entries, again.entries) && same_bytes(made.values, again.values));
    const double share = static_cast<double>(made.manifest.changed()) / static_cast<double>(a_.manifest.changed());
    QVERIFY2(std::abs(share - 0.25) < 0.05, qPrintable(QString::number(share)));
    const Dense base = values_of(base_), all = with(base_, a_), kept = with(base_, made);
    for (const auto& [name, values] : base)
      for (std::size_t i = 0; i < values.size(); ++i)
        if (kept.at(name)[i] != values[i])
          QCOMPARE(kept.at(name)[i], rounded(values[i] + 4 * (all.at(name)[i] - values[i]), DType::BF16));
    Combination other = how;
    other.seed = 4;
    QVERIFY(!same_masks(combined({&a_}, other).value().entries, made.entries));
  }
  void collisions_count_what_meets() {
    const auto found = collisions_of(base_, {{"a", &a_}, {"b", &b_}}, first_.passport()).value();
    const Dense base = values_of(base_), left = with(base_, a_), right = with(base_, b_);
    QVERIFY(!found.empty());
    for (const TensorCollision& one : found) {
      std::int64_t shared = 0, opposed = 0, together = 0;
      double size = 0, kept = 0;
      for (std::size_t i = 0; i < base.at(one.tensor).size(); ++i) {
        const double x = left.at(one.tensor)[i] - base.at(one.tensor)[i],
                     y = right.at(one.tensor)[i] - base.at(one.tensor)[i];
        together += x != 0 || y != 0;
        if (x == 0 || y == 0) continue;
        ++shared, opposed += (x > 0) != (y > 0);
        size += std::abs(x) + std::abs(y), kept += std::abs(x + y);
      }
      QCOMPARE(one.together, together);
      QCOMPARE(one.shared, shared);
      QCOMPARE(one.opposed, opposed);
      QVERIFY(std::abs(one.size - size) < 1e-9 && std::abs(one.cancelled - (size - kept)) < 1e-9);
    }
  }
  // Embeddings and norms, which imported deltas bring whole.
  void tensors_that_are_kept_whole_are_combined_too() {
    const std::string norm = "model.norm.weight";
    Delta left = a_, right = b_;
    const at::Tensor base = [&] {
      for (const auto& [name, tensor] : base_.named_tensors())
        if (name == norm) return tensor.clone();
      return at::Tensor();
    }();
    at::Tensor first = base.clone(), second = base.clone();
    first[0].add_(0.5), first[2].add_(0.25), second[2].add_(0.5);
    left.whole.push_back({norm, first});
    right.whole.push_back({norm, second});
    const Delta sum = combined({&left, &right}, {}).value();
    QCOMPARE(sum.whole.size(), std::size_t{1});
    const at::Tensor change = sum.whole[0].values.to(at::kDouble).sub(base.to(at::kDouble));
    QCOMPARE(change.ne(0).sum().item<std::int64_t>(), std::int64_t{2});
    QCOMPARE(sum.whole[0].values[0].item<double>(), first[0].item<double>());
    QCOMPARE(sum.whole[0].values[2].item<double>(),
             rounded(first[2].item<double>() + second[2].item<double>() - base[2].item<double>(), DType::BF16));
    const auto met = collisions_of(base_, {{"a", &left}, {"b", &right}}, first_.passport()).value();
    const auto found = std::ranges::find(met, norm, &TensorCollision::tensor);
    QVERIFY(found != met.end() && found->shared == 1 && found->together == 2);
  }

  void what_can_t_be_combined_is_said() {
    const auto says = [](const Result<Delta>& made, const char* words) {
      return !made.ok() && made.error().sentence().find(words) != std::string::npos;
    };
    QVERIFY(says(combined({}, {}), "one or more"));
    QVERIFY(says(combined({&a_, &b_}, {.weights = {1}}), "each of 2 deltas"));
    QVERIFY(says(combined({&a_}, {.by = CombineBy::Ties, .keep = 0}), "above 0"));
    QVERIFY(says(combined({&a_}, {.keep = 0.5}), "leaves nothing out"));
    QVERIFY(says(combined({&a_}, {.weights = {NAN}}), "finite"));
    Delta foreign = b_;
    foreign.manifest.tensors[3].base = foreign.manifest.tensors[4].base;
    QVERIFY(says(combined({&a_, &foreign}, {}), foreign.manifest.tensors[3].name.c_str()));
  }
  void names_are_read_as_they_are_written() {
    for (const CombineBy by :
         {CombineBy::Sum, CombineBy::Shared, CombineBy::Ties, CombineBy::DareLinear, CombineBy::DareTies})
      QVERIFY(parse_combine_by(name_of(by)) == by);
    QVERIFY(!parse_combine_by("slerp"));
  }
};

QTEST_GUILESS_MAIN(DeltaAlgebraTest)
#include "delta_algebra_test.moc"
