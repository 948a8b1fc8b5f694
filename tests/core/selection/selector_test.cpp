// select() on a tiny model and on matrices of the demo model.
#include <QtTest>

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

}  // namespace

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
    for (Projection projection : kProjections)
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

  void a_stop_request_cancels() {
    std::stop_source stop;
    TaskContext task{stop.get_token(), [&](const Progress& progress) {
                       if (progress.done == 3) stop.request_stop();
                     }};
    QCOMPARE(select(small_model(), rank_4(), 1, task).error().code, ErrorCode::Cancelled);
  }
};

QTEST_GUILESS_MAIN(SelectorTest)
#include "selector_test.moc"
