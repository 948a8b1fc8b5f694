// Five steps of LIFT on a random model of every family, beside the plain reference.
#include <QtTest>

#include "core/model/layer_plan.h"
#include "tests/core/train/plain_reference.h"

using namespace lift;
using namespace lift::test;

namespace {

ModelConfig config_of(const std::string& family) {
  ModelConfig config = tiny_config();
  config.family = family;
  if (family == "qwen2" || family == "qwen3") {
    config.layer_count = 3;
    config.other_attention = {{.sliding_window = 5, .rope = {.frequency_factors = {}}}};
    config.layer_kinds = {0, 1, 1};
  }
  if (family == "qwen2") add_attention_biases(config.layer, false);
  if (family == "qwen3") add_head_norms(config.layer, Extent::Head, Extent::Head);
  const auto norm_behind = [&](Projection projection, LayerVector role) {
    config.layer.insert_behind(projection,
                               {role, Extent::Hidden, {}, std::string(module_of(projection)) + ".norm", ""});
  };
  if (family == "gemma2" || family == "gemma3_text" || family == "olmo2" || family == "olmo3" || family == "glm4") {
    norm_behind(Projection::O, LayerVector::AttentionOutNorm);
    norm_behind(Projection::Down, LayerVector::FeedForwardOutNorm);
  }
  if (family == "gemma2") {
    config.layer.attention_soft_cap = 1.2;
    config.logit_soft_cap = 3;
  }
  if (family == "gemma3_text") add_head_norms(config.layer, Extent::Head, Extent::Head);
  if (family == "gemma") {
    config.layer.activation = Activation::GeluTanh;
    config.layer.norms_add_one = true;
    config.embedding_scale = 4.898979;
  }
  if (family == "gemma2" || family == "gemma3_text") {
    config.layer.activation = Activation::GeluTanh;
    config.layer.norms_add_one = true;
    config.layer.attention_scale = 0.3;
    config.embedding_scale = 4.898979;
    config.other_attention = {{.sliding_window = 5, .rope = {.frequency_factors = {}}}};
    config.layer_kinds = {1, 0};
  }
  if (family == "olmo2" || family == "olmo3") {
    config.layer.remove(LayerVector::AttentionNorm);
    config.layer.remove(LayerVector::FeedForwardNorm);
    add_head_norms(config.layer, Extent::Query, Extent::KeyValue);
  }
  if (family == "granite") {
    config.layer.attention_scale = 0.3;
    config.layer.residual_scale = 0.6;
    config.embedding_scale = 3;
    config.logit_scale = 0.5;
  }
  if (family == "olmo3") {
    config.other_attention = {{.sliding_window = 5, .rope = {.frequency_factors = {}}}};
    config.layer_kinds = {1, 0};
  }
  if (family == "glm4") {
    add_attention_biases(config.layer, false);
    fuse_gate_up(config.layer);
    config.layer.neighbours_turn = true;
    config.rope.rotated = 4;
  }
  if (family == "ministral3") {
    config.rope.original_max_position_embeddings = 4;
    config.rope.query_beta = 0.2;
  }
  if (family == "phi3") {
    fuse_qkv(config.layer);
    fuse_gate_up(config.layer);
    config.rope.rotated = 6;
  }
  if (family == "qwen3_5") {
    config.layer_count = 3;
    config.delta_layers = {1, 1, 0};
    config.delta = {.key_heads = 2, .value_heads = 4, .key_width = 6, .value_width = 5, .taps = 4};
    set_output_gate(config.layer);
    add_head_norms(config.layer, Extent::Head, Extent::Head);
    add_delta_net(config.layer);
    config.layer.norms_add_one = true;
    config.rope.rotated = 4;
  }
  if (family == "smollm3") {
    config.other_attention = {{.rotates = false}};
    config.layer_kinds = {0, 1};
  }
  return config;
}

}   // namespace

class FamilyStepsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // In fp64 over a new choice; in fp32, where rounding may settle a choice that is nearly a tie, up to it.
  void steps_are_those_of_the_plain_reference_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<bool>("wide");
    for (const char* family : {"llama", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "granite", "smollm3",
                               "olmo2", "olmo3", "phi3", "glm4", "ministral3", "qwen3_5"}) {
      QTest::addRow("%s fp64", family) << family << true;
      // A delta net's norm of each head divides sums that are small at a row's start: fp32 shows rounding there, not
      // steps.
      if (family != std::string_view("qwen3_5")) QTest::addRow("%s fp32", family) << family << false;
    }
  }
  void steps_are_those_of_the_plain_reference() {
    QFETCH(QString, family);
    QFETCH(bool, wide);
    const ModelConfig config = config_of(family.toStdString());
    RandomRows source(7, config.vocabulary_size), rows(7, config.vocabulary_size);
    const std::int64_t steps = wide ? 5 : 3;   // the new choice comes after the third
    TinyRun run(tiny_model(config, wide ? DType::F64 : DType::F32), source, steps);
    run.selection.rank = 4;
    run.selection.projections = config.layer.matrices();   // the narrow ones too
    run.selection.density = 0.1;
    run.selection.refresh_every = 3;
    run.optimizer.learning_rate = 0.005;
    run.optimizer.clip_norm = 0.5;
    run.optimizer.weight_decay = 0.01;
    const SideBySide beside = train_beside_reference(run, rows, [](std::int64_t m, std::int64_t n) {
      SelectionConfig selection;
      selection.density = 0.1;
      return selection.entries_of(m, n);
    });
    QCOMPARE(beside.steps, steps);
    QVERIFY2(beside.largest_loss_difference < (wide ? 1e-6 : 1e-5),
             fmt::format("{}", beside.largest_loss_difference).c_str());
    QVERIFY2(beside.largest_norm_difference < (wide ? 1e-5 : 1e-3),
             fmt::format("{}", beside.largest_norm_difference).c_str());
    QCOMPARE(beside.selected_by_both, beside.selected);
  }
};

QTEST_GUILESS_MAIN(FamilyStepsTest)
#include "family_steps_test.moc"
