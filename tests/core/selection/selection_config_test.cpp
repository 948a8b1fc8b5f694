// The settings of a selection: entries per matrix, scope, and refusals in words.
#include <QtTest>

#include <cmath>
#include <functional>

#include "core/selection/criterion.h"
#include "core/selection/selection_config.h"

using namespace lift;

namespace {

// SmolLM2-135M's shapes.
ModelConfig demo_shape() {
  ModelConfig model;
  model.name = "SmolLM2";
  model.hidden_size = 576;
  model.intermediate_size = 1536;
  model.layer_count = 30;
  model.head_count = 9;
  model.kv_head_count = 3;
  model.head_dim = 64;
  model.vocabulary_size = 49152;
  return model;
}

Error refusal(const std::function<void(SelectionConfig&)>& change) {
  SelectionConfig config;
  change(config);
  const Status status = config.validate(demo_shape());
  return status.ok() ? Error{} : status.error();
}

}   // namespace

class SelectionConfigTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_defaults_are_valid_and_cover_all_210_matrices() {
    QVERIFY(SelectionConfig().validate(demo_shape()).ok());
    QCOMPARE(SelectionConfig().matrices(demo_shape()).size(), std::size_t(210));
  }
  void a_density_is_a_share_of_every_matrix() {
    SelectionConfig config;
    QCOMPARE(config.entries_of(576, 1536), std::int64_t(44237));
    config.density = 1e-9;
    QCOMPARE(config.entries_of(576, 1536), std::int64_t(1));
  }
  void a_budget_rank_is_the_parameter_count_of_a_lora_of_that_rank() {
    SelectionConfig config;
    config.budget_rank = 32;
    QCOMPARE(config.entries_of(576, 1536), std::int64_t((576 + 1536) * 32));
    QCOMPARE(config.entries_of(8, 8), std::int64_t(64));
    config.budget_rank = INT64_MAX;
    QCOMPARE(config.entries_of(192, 576), std::int64_t(192 * 576));
  }
  void matrices_come_layer_by_layer_in_projection_order() {
    SelectionConfig config;
    config.layers = {7, 2};
    config.projections = {Projection::Down, Projection::Q};
    const std::vector<MatrixId> expected{
        {2, Projection::Q}, {2, Projection::Down}, {7, Projection::Q}, {7, Projection::Down}};
    QVERIFY(config.matrices(demo_shape()) == expected);
  }
  void a_rank_above_a_matrix_names_the_matrix_and_its_limit() {
    const Error error = refusal([](SelectionConfig& c) { c.rank = 200; });
    QCOMPARE(error.code, ErrorCode::InvalidArgument);
    QCOMPARE(error.subject.text(), std::string("selection.rank"));
    QVERIFY(error.message.text().find("192") != std::string::npos);
    QVERIFY(error.message.text().find("model.layers.0.self_attn.k_proj.weight") != std::string::npos);
    QVERIFY(error.message.text().find("200") != std::string::npos);
  }
  void a_rank_counts_only_against_the_chosen_matrices_and_criteria_that_use_it() {
    SelectionConfig config;
    config.rank = 500;
    config.projections = {Projection::Q, Projection::Up};
    QVERIFY(config.validate(demo_shape()).ok());
    config.projections = {};
    config.criterion = "magnitude";
    QVERIFY(config.validate(demo_shape()).ok());
  }
  void settings_that_cannot_work_are_refused_by_name() {
    using C = SelectionConfig;
    for (double density : {0.0, 1.0, 1.5, -0.1, std::nan("")})
      QCOMPARE(refusal([&](C& c) { c.density = density; }).subject.text(), std::string("selection.density"));
    QCOMPARE(refusal([](C& c) { c.rank = 0; }).subject.text(), std::string("selection.rank"));
    QCOMPARE(refusal([](C& c) { c.budget_rank = -1; }).subject.text(), std::string("selection.budget_rank"));
    QCOMPARE(refusal([](C& c) { c.layers = {0, 30}; }).subject.text(), std::string("selection.layers"));
    QCOMPARE(refusal([](C& c) { c.layers = {-1}; }).subject.text(), std::string("selection.layers"));
    QCOMPARE(refusal([](C& c) { c.layers = {3, 3}; }).subject.text(), std::string("selection.layers"));
    QCOMPARE(refusal([](C& c) {
               c.projections = {Projection::Q, Projection::Q};
             }).subject.text(),
             std::string("selection.projections"));
    QCOMPARE(refusal([](C& c) { c.refresh_every = -1; }).subject.text(), std::string("selection.refresh_every"));
    QCOMPARE(refusal([](C& c) { c.method = "svd"; }).subject.text(), std::string("selection.method"));
    const Error unknown = refusal([](C& c) { c.criterion = "wanda"; });
    QCOMPARE(unknown.subject.text(), std::string("selection.criterion"));
    QVERIFY(unknown.message.text().find("lift, magnitude, random") != std::string::npos);
  }
  void a_density_is_ignored_with_a_budget_rank() {
    SelectionConfig config;
    config.density = 1.5;
    config.budget_rank = 8;
    QVERIFY(config.validate(demo_shape()).ok());
  }
  void every_criterion_is_found_by_its_name() {
    for (const Criterion& criterion : criteria()) QCOMPARE(find_criterion(criterion.name), &criterion);
    QVERIFY(!find_criterion("nothing"));
  }
};

QTEST_GUILESS_MAIN(SelectionConfigTest)
#include "selection_config_test.moc"
