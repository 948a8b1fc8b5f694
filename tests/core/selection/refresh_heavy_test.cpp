// The refresh of all 210 matrices of the demo model: times and overlaps of every way to W_r, in one run.
#include <QtTest>

#include <ATen/ops/mm.h>
#include <ATen/ops/topk.h>
#include <chrono>
#include <map>

#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "core/spectra/exact_svd.h"
#include "tests/support/tensors/demo_weights.h"

using namespace lift;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::vector<MatrixId> all_matrices() {
  std::vector<MatrixId> ids;
  for (std::int32_t layer = 0; layer < test::DemoWeights::kLayers; ++layer)
    for (Projection projection : every_projection()) ids.push_back({layer, projection});
  return ids;
}

// What a refresh costs in the peer's way: full SVD, the product of the leading triplets, ATen's topk.
void refresh_by_full_svd(const at::Tensor& weight, std::int64_t rank, std::int64_t entries) {
  const ExactSvd svd = exact_svd(weight).value();
  const at::Tensor low_rank =
      at::mm(svd.left.narrow(1, 0, rank).mul(svd.singular_values.narrow(0, 0, rank)), svd.right.narrow(0, 0, rank));
  at::topk(low_rank.abs().flatten(), entries);
}

struct Tally {
  double seconds = 0, lowest_overlap = 1, lowest_bound = 1, largest_error = 0;
  std::int64_t entries = 0, shared = 0, fell_back = 0, sweeps = 0;
  double bound_sum = 0, expected_sum = 0;
  double overlap() const { return static_cast<double>(shared) / static_cast<double>(entries); }
};

}   // namespace

class RefreshHeavyTest : public QObject {
  Q_OBJECT
 public:
  // Longer than Qt Test's five minutes for one function.
 private Q_SLOTS:
  void a_refresh_takes_a_fifth_of_exact_svd_and_topk_and_chooses_the_same_entries() {
    const test::DemoWeights weights;
    SelectionConfig exact_config, config;
    exact_config.method = "exact";
    double peer_seconds = 0;
    std::map<std::string, Tally> tallies;
    for (MatrixId id : all_matrices()) {
      const at::Tensor weight = weights.matrix(id);
      double start = now();
      refresh_by_full_svd(weight, config.rank, config.entries_of(weight.size(0), weight.size(1)));
      peer_seconds += now() - start;
      // The reference is exact in fp64.
      const MatrixChoice exact = select_matrix(weight.to(at::kDouble), id, exact_config, 1, false).value();
      for (const char* method : {"exact", "gram", "subspace", "auto"}) {
        config.method = method;
        start = now();
        const MatrixChoice choice = select_matrix(weight, id, config, 1, false).value();
        Tally& tally = tallies[method];
        tally.seconds += now() - start;
        const std::int64_t shared = shared_entries(choice.pattern, exact.pattern);
        tally.entries += choice.summary.entries;
        tally.shared += shared;
        const double share = static_cast<double>(shared) / static_cast<double>(choice.summary.entries);
        tally.lowest_overlap = std::min(tally.lowest_overlap, share);
        tally.lowest_bound = std::min(tally.lowest_bound, choice.summary.overlap_bound);
        tally.bound_sum += choice.summary.overlap_bound / 210;
        tally.expected_sum += choice.summary.overlap_expected / 210;
        tally.fell_back += choice.summary.fell_back;
        if (std::string(method) != "exact") QVERIFY2(share >= choice.summary.overlap_bound, hf_name(id).c_str());
      }
    }
    qInfo("full SVD + topk: %.2f s", peer_seconds);
    for (const auto& [method, tally] : tallies)
      qInfo(
          "%-9s %.2f s (1/%.1f)  overlap %.6f, lowest %.6f  bound mean %.6f lowest %.6f  expected %.6f  fell back %lld",
          method.c_str(), tally.seconds, peer_seconds / tally.seconds, tally.overlap(), tally.lowest_overlap,
          tally.bound_sum, tally.lowest_bound, tally.expected_sum, static_cast<long long>(tally.fell_back));
    const Tally& automatic = tallies["auto"];
    QVERIFY(automatic.overlap() >= 0.999);
    QVERIFY(automatic.lowest_overlap >= 0.999);
    QVERIFY(automatic.seconds * 5 <= peer_seconds);
  }
};

QTEST_GUILESS_MAIN(RefreshHeavyTest)
#include "refresh_heavy_test.moc"
