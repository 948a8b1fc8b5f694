// select() on a tiny model and on matrices of the demo model.
#include <QtTest>

#include <ATen/Parallel.h>
#include <ATen/ops/tensor.h>
#include <cmath>
#include <limits>

#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/support/tensors/demo_weights.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

CausalLm small_model(DType dtype = DType::F32) { return test::tiny_model(test::tiny_config(), dtype); }

SelectionConfig rank_4() {
  SelectionConfig config;
  config.rank = 4;
  return config;
}

// So many threads as long as it lives.
class Threads {
 public:
  explicit Threads(int count) { at::set_num_threads(count); }
  ~Threads() { at::set_num_threads(before_); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

 private:
  const int before_ = at::get_num_threads();
};

}   // namespace

class SelectorTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_matrix_gets_its_share_of_entries() {
    const CausalLm model = small_model();
    SelectionReport report;
    const MaskSet masks = select(model, rank_4(), 1, {}, &report).value();
    QCOMPARE(masks.matrices().size(), std::size_t(14));
    std::int64_t offset = 0;
    for (const MatrixMask& mask : masks.matrices()) {
      const std::int64_t weights = mask.pattern.rows * mask.pattern.columns_count;
      QVERIFY(well_formed(mask.pattern));
      QCOMPARE(mask.entries(), std::int64_t(std::llround(0.05 * double(weights))));
      QCOMPARE(mask.offset, offset);
      offset += mask.entries();
    }
    QCOMPARE(masks.total(), offset);
    QCOMPARE(report.total_entries, offset);
    QCOMPARE(report.matrices.size(), std::size_t(14));
    QCOMPARE(report.matrices[0].singular_values.size(), std::size_t(4));
    QVERIFY(report.overlap_bound > 0.99);
  }

  void layers_and_projections_can_be_chosen() {
    SelectionConfig config = rank_4();
    config.layers = {1};
    config.projections = {Projection::Down, Projection::V};
    const MaskSet masks = select(small_model(), config, 1).value();
    QCOMPARE(masks.matrices().size(), std::size_t(2));
    QVERIFY((masks.matrices()[0].id == MatrixId{1, Projection::V}));
    QVERIFY((masks.matrices()[1].id == MatrixId{1, Projection::Down}));
  }

  void every_method_chooses_the_entries_of_the_exact_one_on_real_weights_data() {
    QTest::addColumn<int>("projection");
    for (Projection projection : every_projection())
      QTest::newRow(std::string(name_of(projection)).c_str()) << static_cast<int>(projection);
  }
  void every_method_chooses_the_entries_of_the_exact_one_on_real_weights() {
    QFETCH(int, projection);
    const MatrixId id{11, static_cast<Projection>(projection)};
    const at::Tensor weight = test::DemoWeights().matrix(id);
    SelectionConfig config;
    config.method = "exact";
    const MatrixChoice exact = select_matrix(weight, id, config, 1, false).value();
    for (const char* method : {"gram", "subspace", "auto"}) {
      config.method = method;
      const MatrixChoice choice = select_matrix(weight, id, config, 1, false).value();
      const double share = static_cast<double>(shared_entries(choice.pattern, exact.pattern)) /
                           static_cast<double>(choice.summary.entries);
      qInfo("%s: overlap %.5f, guaranteed %.5f, expected %.6f, %.1f ms", method, share, choice.summary.overlap_bound,
            choice.summary.overlap_expected, choice.summary.seconds * 1e3);
      QVERIFY(!choice.summary.fell_back);
      QVERIFY(share >= 0.999);
      QVERIFY(choice.summary.overlap_expected >= 0.999);
      QVERIFY(share >= choice.summary.overlap_bound);
    }
  }

  void a_matrix_with_nan_is_named() {
    CausalLm model = small_model();
    model.weight({1, Projection::Up}).data_ptr<float>()[5] = std::numeric_limits<float>::quiet_NaN();
    const auto masks = select(model, rank_4(), 1);
    QCOMPARE(masks.error().code, ErrorCode::NonFinite);
    QCOMPARE(masks.error().subject.text(), std::string("model.layers.1.mlp.up_proj.weight"));
  }

  void matrices_side_by_side_give_the_masks_of_one_after_the_other() {
    const CausalLm model = small_model();
    const Threads three(3);
    QCOMPARE(matrices_at_once(64 * 64, 3), std::int64_t{3});
    SelectionReport report;
    const MaskSet side_by_side = select(model, rank_4(), 1, {}, &report).value();
    const Threads one(1);
    QCOMPARE(matrices_at_once(64 * 64, 1), std::int64_t{1});
    SelectionReport alone;
    QVERIFY(same_masks(side_by_side, select(model, rank_4(), 1, {}, &alone).value()));
    for (std::size_t i = 0; i < alone.matrices.size(); ++i) {
      QVERIFY(alone.matrices[i].id == report.matrices[i].id);
      QCOMPARE(alone.matrices[i].overlap_bound, report.matrices[i].overlap_bound);
    }
  }

  void large_matrices_take_all_threads_one_after_the_other() {
    QCOMPARE(matrices_at_once(576 * 1536, 2), std::int64_t{2});
    QCOMPARE(matrices_at_once(4096 * 11008, 2), std::int64_t{1});
  }

  void a_stop_request_cancels() {
    const Threads one(1);
    std::stop_source stop;
    TaskContext task{stop.get_token(), [&](const Progress& progress) {
                       if (progress.done == 3) stop.request_stop();
                     }};
    const Error error = select(small_model(), rank_4(), 1, task).error();
    QCOMPARE(error.code, ErrorCode::Cancelled);
    QVERIFY(error.message.text().starts_with("stopped after 3 of "));
  }

  void a_stop_request_reaches_every_thread() {
    const Threads three(3);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(select(small_model(), rank_4(), 1, {stop.get_token(), {}}).error().code, ErrorCode::Cancelled);
  }
};

QTEST_GUILESS_MAIN(SelectorTest)
#include "selector_test.moc"
