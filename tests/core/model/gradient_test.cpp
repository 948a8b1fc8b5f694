// The backward pass by hand, of every layer and projection, against finite differences in double on tiny models.
#include <QtTest>

#include "core/base/seed.h"
#include "core/data/collator.h"
#include "core/model/causal_lm.h"
#include "tests/support/dense_gradient_sink.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

// Rows of 11, 1 and 7 tokens; labels on some positions of the first and the last.
PackedBatch small_batch(std::int64_t vocabulary) {
  RandomStream random(stream_seed(3, "batch"));
  PackedBatch batch;
  batch.row_offsets = {0};
  for (std::int32_t length : {11, 1, 7}) {
    for (std::int32_t i = 0; i < length; ++i) {
      batch.ids.push_back(static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary))));
      batch.positions.push_back(i);
    }
    batch.row_offsets.push_back(static_cast<std::int32_t>(batch.ids.size()));
    batch.source_rows.push_back(std::ssize(batch.source_rows));
  }
  for (std::int32_t at : {4, 5, 9, 13, 17}) {
    batch.labelled.push_back(at);
    batch.label_ids.push_back(static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary))));
  }
  return batch;
}

// Three rows of different lengths that begin with the same six tokens.
SftDataset rows_with_one_start(std::int64_t vocabulary) {
  RandomStream random(stream_seed(4, "rows"));
  const auto some = [&](std::size_t count) {
    std::vector<TokenId> ids(count);
    for (TokenId& id : ids) id = static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary)));
    return ids;
  };
  const std::vector<TokenId> start = some(6);
  SftDataset data;
  TokenId next = 0;   // so that the start ends here
  for (const std::size_t own : {5u, 11u, 8u}) {
    std::vector<TokenId> ids = start;
    ids.push_back(next++);
    for (const TokenId id : some(own)) ids.push_back(id);
    std::vector<std::uint8_t> trained(ids.size());
    for (std::size_t i = 9; i < ids.size(); ++i) trained[i] = i % 4 != 0;
    data.append(std::ssize(ids), ids, trained);
  }
  return data;
}

constexpr const char* kVariants[] = {"plain",
                                     "untied",
                                     "sliding window",
                                     "linear rope",
                                     "llama3 rope",
                                     "yarn rope",
                                     "rope factors",
                                     "one kv head",
                                     "as many kv heads",
                                     "biases",
                                     "norms of heads",
                                     "norms of q and k whole",
                                     "norms behind the blocks",
                                     "norms behind the blocks only",
                                     "norms of one plus weight",
                                     "gelu",
                                     "scales",
                                     "a part of the head turns",
                                     "neighbours turn",
                                     "neighbours turn behind norms",
                                     "long rope",
                                     "queries scaled by position",
                                     "stored together",
                                     "soft caps",
                                     "output gate",
                                     "delta nets",
                                     "kinds of attention"};

ModelConfig config_of(const std::string& variant) {
  ModelConfig config = test::tiny_config();
  config.layer_count = 3;
  config.vocabulary_size = 50;
  if (variant == "untied") config.tied_head = false;
  if (variant == "sliding window") config.sliding_window = 4;
  if (variant == "linear rope")
    config.rope = {.scaling = RopeConfig::Scaling::Linear, .factor = 4, .frequency_factors = {}};
  if (variant == "llama3 rope")
    config.rope = {.scaling = RopeConfig::Scaling::Llama3,
                   .base = 500000,
                   .factor = 8,
                   .low_freq_factor = 1,
                   .high_freq_factor = 4,
                   .original_max_position_embeddings = 32,
                   .frequency_factors = {}};
  if (variant == "rope factors")
    config.rope = {.scaling = RopeConfig::Scaling::Factors, .frequency_factors = {1, 1.5f, 3, 8}};
  if (variant == "biases") add_attention_biases(config.layer, true);
  if (variant == "norms of heads") add_head_norms(config.layer, Extent::Head, Extent::Head);
  if (variant == "norms of q and k whole") add_head_norms(config.layer, Extent::Query, Extent::KeyValue);
  if (variant == "norms behind the blocks" || variant == "norms behind the blocks only") {
    config.layer.insert_behind(Projection::O, {LayerVector::AttentionOutNorm, Extent::Hidden, {}, "a.weight", "a"});
    config.layer.insert_behind(Projection::Down,
                               {LayerVector::FeedForwardOutNorm, Extent::Hidden, {}, "f.weight", "f"});
  }
  if (variant == "norms behind the blocks only") {
    config.layer.remove(LayerVector::AttentionNorm);
    config.layer.remove(LayerVector::FeedForwardNorm);
  }
  if (variant == "norms of one plus weight") {
    config.layer.norms_add_one = true;
    add_head_norms(config.layer, Extent::Head, Extent::Head);
    config.layer.insert_behind(Projection::O, {LayerVector::AttentionOutNorm, Extent::Hidden, {}, "a.weight", "a"});
  }
  if (variant == "gelu") config.layer.activation = Activation::GeluTanh;
  if (variant == "scales") {
    config.layer.attention_scale = 0.2;
    config.layer.residual_scale = 0.7;
    config.embedding_scale = 3;
    config.logit_scale = 0.5;
  }
  if (variant == "kinds of attention") {
    config.other_attention = {{.sliding_window = 4, .rope = {.base = 100, .frequency_factors = {}}},
                              {.rotates = false}};
    config.layer_kinds = {1, 0, 2};
  }
  if (variant == "yarn rope")
    config.rope = {.scaling = RopeConfig::Scaling::Yarn,
                   .factor = 4,
                   .original_max_position_embeddings = 16,
                   .attention_factor = 1.2,
                   .frequency_factors = {}};
  if (variant == "a part of the head turns") config.rope.rotated = 6;
  if (variant.starts_with("neighbours turn")) {
    config.rope.rotated = 4;
    config.layer.neighbours_turn = true;
  }
  if (variant == "neighbours turn behind norms") add_head_norms(config.layer, Extent::Head, Extent::Head);
  if (variant == "long rope")
    config.rope = {.scaling = RopeConfig::Scaling::LongRope,
                   .original_max_position_embeddings = 8,
                   .attention_factor = 1.3,
                   .frequency_factors = {1, 1.1f, 1.2f, 1.3f},
                   .long_factors = {2, 4, 8, 16}};
  if (variant == "queries scaled by position") {
    config.rope.original_max_position_embeddings = 3;
    config.rope.query_beta = 0.4;
  }
  if (variant == "soft caps") {
    config.layer.attention_soft_cap = 0.7;
    config.logit_soft_cap = 1.5;
    config.sliding_window = 5;
  }
  if (variant == "output gate") set_output_gate(config.layer);
  if (variant == "delta nets") {
    config.layer_count = 4;
    config.delta_layers = {0, 0, 1, 1};
    config.delta = {.key_heads = 2, .value_heads = 4, .key_width = 6, .value_width = 5, .taps = 4};
    add_head_norms(config.layer, Extent::Head, Extent::Head);
    add_delta_net(config.layer);
  }
  if (variant == "stored together") {
    fuse_qkv(config.layer);
    fuse_gate_up(config.layer);
  }
  if (variant == "one kv head") config.kv_head_count = 1;
  if (variant == "as many kv heads") config.kv_head_count = 4;
  return config;
}

// Central difference of the summed loss at one entry, exact to the fourth power of the step.
double difference_at(CausalLm& model, const PackedBatch& batch, MatrixId id, std::int64_t entry) {
  constexpr double kStep = 1e-5;
  double& value = model.weight(id).data_ptr<double>()[entry];
  const double before = value;
  const auto slope = [&](double step) {
    value = before + step;
    const double above = model.loss(batch).loss;
    value = before - step;
    const double below = model.loss(batch).loss;
    value = before;
    return (above - below) / (2 * step);
  };
  return (4 * slope(kStep) - slope(2 * kStep)) / 3;
}

std::map<MatrixId, at::Tensor> gradients_of(
    const CausalLm& model, const PackedBatch& batch, const ForwardBackwardOptions& options,
    test::DenseGradientSink::Choice choice = [](MatrixId) { return true; }) {
  test::DenseGradientSink sink(std::move(choice));
  (void)model.forward_backward(batch, sink, options);
  return sink.gradients();
}

bool equal(const at::Tensor& a, const at::Tensor& b) { return a.equal(b); }

}   // namespace

class GradientTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_projection_of_every_layer_agrees_with_finite_differences_data() {
    QTest::addColumn<QString>("variant");
    for (const char* variant : kVariants) QTest::newRow(variant) << variant;
  }
  void every_projection_of_every_layer_agrees_with_finite_differences() {
    QFETCH(QString, variant);
    const ModelConfig config = config_of(variant.toStdString());
    CausalLm model = test::tiny_model(config, DType::F64, 7);
    const PackedBatch batch = small_batch(config.vocabulary_size);
    const auto gradients = gradients_of(model, batch, {});
    QCOMPARE(std::ssize(gradients), config.matrix_count());
    RandomStream random(5);
    for (const auto& [id, gradient] : gradients) {
      const double largest = gradient.abs().max().item<double>();
      for (int probe = 0; probe < 12; ++probe) {
        const auto entry = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(gradient.numel())));
        const double expected = difference_at(model, batch, id, entry), found = gradient.data_ptr<double>()[entry];
        QVERIFY2(std::abs(found - expected) < 1e-7 * largest + 1e-8,
                 qPrintable(QString("%1 entry %2: %3, finite difference %4")
                                .arg(hf_name(id).c_str())
                                .arg(entry)
                                .arg(found, 0, 'g', 12)
                                .arg(expected, 0, 'g', 12)));
      }
    }
  }

  void checkpointing_changes_no_bit_of_loss_or_gradients_data() {
    every_projection_of_every_layer_agrees_with_finite_differences_data();
  }
  void checkpointing_changes_no_bit_of_loss_or_gradients() {
    QFETCH(QString, variant);
    const ModelConfig config = config_of(variant.toStdString());
    const PackedBatch batch = small_batch(config.vocabulary_size);
    for (DType dtype : {DType::F64, DType::F32, DType::BF16}) {
      const CausalLm model = test::tiny_model(config, dtype, 7);
      const auto kept = gradients_of(model, batch, {});
      for (std::int64_t layers : {1, 2, 3}) {
        const auto again = gradients_of(model, batch, {.checkpointed_layers = layers});
        QCOMPARE(again.size(), kept.size());
        for (const auto& [id, gradient] : kept) QVERIFY2(equal(gradient, again.at(id)), hf_name(id).c_str());
      }
    }
  }

  void nothing_below_the_lowest_wanted_matrix_is_asked_for_and_the_rest_keeps_its_values_data() {
    every_projection_of_every_layer_agrees_with_finite_differences_data();
  }
  void nothing_below_the_lowest_wanted_matrix_is_asked_for_and_the_rest_keeps_its_values() {
    QFETCH(QString, variant);
    const ModelConfig config = config_of(variant.toStdString());
    const CausalLm model = test::tiny_model(config, DType::F64, 7);
    const PackedBatch batch = small_batch(config.vocabulary_size);
    const auto all = gradients_of(model, batch, {});
    for (const MatrixId lowest : {MatrixId{2, Projection::Down}, MatrixId{1, Projection::Gate},
                                  MatrixId{1, Projection::O}, MatrixId{0, Projection::K}}) {
      for (std::int64_t checkpointed : {0, 1}) {
        const auto some = gradients_of(model, batch, {.checkpointed_layers = checkpointed},
                                       [&](MatrixId id) { return id.layer > lowest.layer || id == lowest; });
        QCOMPARE(std::ssize(some),
                 1 + std::ranges::count_if(all, [&](const auto& row) { return row.first.layer > lowest.layer; }));
        for (const auto& [id, gradient] : some) QVERIFY2(equal(gradient, all.at(id)), hf_name(id).c_str());
      }
    }
  }

  void rows_that_share_their_start_have_the_gradients_of_whole_rows_data() {
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("dtype");
    QTest::addColumn<double>("bound");
    for (const char* variant :
         {"plain", "sliding window", "one kv head", "biases", "norms of heads", "norms behind the blocks",
          "kinds of attention", "neighbours turn", "queries scaled by position", "stored together", "soft caps",
          "output gate", "delta nets"}) {
      QTest::addRow("%s fp64", variant) << variant << int(DType::F64) << 1e-12;
      QTest::addRow("%s fp32", variant) << variant << int(DType::F32) << 1e-5;
      QTest::addRow("%s bf16", variant) << variant << int(DType::BF16) << 0.03;
    }
  }
  void rows_that_share_their_start_have_the_gradients_of_whole_rows() {
    QFETCH(QString, variant);
    QFETCH(int, dtype);
    QFETCH(double, bound);
    const ModelConfig config = config_of(variant.toStdString());
    const CausalLm model = test::tiny_model(config, DType(dtype), 7);
    const SftDataset data = rows_with_one_start(config.vocabulary_size);
    const std::vector<std::int64_t> rows{2, 0, 1};
    const PackedBatch whole = pack_rows(data, rows, {.share_start = false}), shared = pack_rows(data, rows);
    QCOMPARE(whole.token_count() - shared.token_count(), std::int64_t{2 * 6});
    const double expected = model.loss(whole).loss;
    QVERIFY(std::abs(model.loss(shared).loss - expected) < bound * expected);
    const auto gradients = gradients_of(model, whole, {});
    for (const std::int64_t checkpointed : {0, 3}) {
      for (const auto& [id, found] : gradients_of(model, shared, {.checkpointed_layers = checkpointed})) {
        const at::Tensor& all = gradients.at(id);
        const double difference = found.sub(all).norm().item<double>(), size = all.norm().item<double>();
        QVERIFY2(difference < bound * size,
                 qPrintable(QString("%1: %2 of %3").arg(hf_name(id).c_str()).arg(difference).arg(size)));
      }
    }
  }

  void the_gradient_scale_multiplies_every_gradient_and_not_the_loss() {
    const ModelConfig config = config_of("plain");
    const CausalLm model = test::tiny_model(config, DType::F64, 7);
    const PackedBatch batch = small_batch(config.vocabulary_size);
    const auto plain = gradients_of(model, batch, {});
    test::DenseGradientSink sink;
    const LossSum loss = model.forward_backward(batch, sink, {.gradient_scale = 0.25});
    QCOMPARE(loss.loss, model.loss(batch).loss);
    for (const auto& [id, gradient] : plain)
      QVERIFY(sink.gradients().at(id).sub(gradient.mul(0.25)).abs().max().item<double>() < 1e-12);
  }

  void packed_rows_do_not_see_each_other() {
    const ModelConfig config = config_of("plain");
    const CausalLm model = test::tiny_model(config, DType::F64, 7);
    PackedBatch batch = small_batch(config.vocabulary_size);
    const at::Tensor before = model.label_losses(batch);
    for (std::int32_t i = 0; i < 11; ++i) batch.ids[static_cast<std::size_t>(i)] = 0;   // the first row
    const at::Tensor after = model.label_losses(batch);
    QVERIFY(before.narrow(0, 3, 2).equal(after.narrow(0, 3, 2)));
    QVERIFY(!before.narrow(0, 0, 3).equal(after.narrow(0, 0, 3)));
  }

  void a_batch_without_labels_has_no_loss_and_gives_the_sink_nothing() {
    const ModelConfig config = config_of("plain");
    const CausalLm model = test::tiny_model(config, DType::F32, 7);
    PackedBatch batch = small_batch(config.vocabulary_size);
    batch.labelled.clear();
    batch.label_ids.clear();
    QVERIFY(gradients_of(model, batch, {}).empty());
    QCOMPARE(model.loss(batch).labels, std::int64_t{0});
    QCOMPARE(model.label_losses(batch).numel(), std::int64_t{0});
  }

  void a_stopped_pass_reaches_no_further_layer() {
    const ModelConfig config = config_of("plain");
    const CausalLm model = test::tiny_model(config, DType::F32, 7);
    std::stop_source stop;
    const TaskContext task{stop.get_token(), {}};
    stop.request_stop();
    test::DenseGradientSink sink;
    (void)model.forward_backward(small_batch(config.vocabulary_size), sink, {.task = &task});
    QVERIFY(sink.gradients().empty());
  }
};

QTEST_GUILESS_MAIN(GradientTest)
#include "gradient_test.moc"
