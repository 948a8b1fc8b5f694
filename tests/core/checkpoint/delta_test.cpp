#include "core/checkpoint/delta.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/stored_entries.h"
#include "tests/core/checkpoint/random_run.h"

using namespace lift;
using namespace lift::test;

namespace {

// Every weight where model and base differ in bits, counted the slow way.
std::int64_t count_differences(const CausalLm& a, const CausalLm& b) {
  std::int64_t count = 0;
  for (std::int32_t layer = 0; layer < a.config().layer_count; ++layer)
    for (const Projection projection : every_projection()) {
      const at::Tensor &left = a.weight({layer, projection}), &right = b.weight({layer, projection});
      for (std::int64_t i = 0; i < left.numel(); ++i)
        count += std::memcmp(static_cast<const char*>(left.const_data_ptr()) + i * left.element_size(),
                             static_cast<const char*>(right.const_data_ptr()) + i * left.element_size(),
                             static_cast<std::size_t>(left.element_size())) != 0;
    }
  return count;
}

void flip_a_bit(CausalLm& model, MatrixId id) {
  auto* bytes = static_cast<unsigned char*>(model.weight(id).data_ptr());
  bytes[0] ^= 1;
}

}   // namespace

class DeltaTest : public QObject {
  Q_OBJECT

  void add_dtypes() {
    QTest::addColumn<int>("dtype");
    QTest::newRow("bf16") << static_cast<int>(DType::BF16);
    QTest::newRow("fp32") << static_cast<int>(DType::F32);
    QTest::newRow("fp64") << static_cast<int>(DType::F64);
  }

 private Q_SLOTS:
  void the_union_of_masks_keeps_the_base_value_of_every_entry_that_ever_trained() {
    const RandomRun run = random_run();
    const CausalLm base = run.fresh_base();
    QVERIFY(run.changed.total() > 2 * run.masks.total());
    QVERIFY(same_bytes(run.changed.base_values(), gather_weights(base, run.changed.entries())));
    for (const MatrixMask& mask : run.masks.matrices())
      QCOMPARE(shared_entries(mask.pattern, run.changed.entries().find(mask.id)->pattern), mask.entries());
  }

  void matrices_may_join_at_any_time() {
    const RandomRun run = random_run();
    CausalLm model = run.fresh_base();
    MaskSet early, late;
    early.add({0, Projection::K}, run.masks.find({0, Projection::K})->pattern);
    early.add({1, Projection::Down}, run.masks.find({1, Projection::Down})->pattern);
    late.add({0, Projection::Q}, run.masks.find({0, Projection::Q})->pattern);
    late.add({1, Projection::Down}, run.changed.entries().find({1, Projection::Down})->pattern);
    ChangedEntries changed;
    changed.join(early, model);
    changed.join(late, model);
    QCOMPARE(changed.entries().matrices().size(), std::size_t(3));
    QVERIFY(changed.entries().matrices()[0].id == (MatrixId{0, Projection::Q}));
    QVERIFY(same_bytes(changed.base_values(), gather_weights(model, changed.entries())));
  }

  void the_delta_has_exactly_the_entries_whose_bits_differ_data() { add_dtypes(); }
  void the_delta_has_exactly_the_entries_whose_bits_differ() {
    QFETCH(int, dtype);
    const RandomRun run = random_run(static_cast<DType>(dtype));
    const Delta delta = run.make().delta;
    QCOMPARE(delta.entries.total(), count_differences(run.model, run.fresh_base()));
    QVERIFY(delta.entries.total() < run.changed.total());
    QCOMPARE(delta.manifest.changed(), delta.entries.total());
    QVERIFY(same_bytes(delta.values, gather_weights(run.model, delta.entries)));
  }

  void applied_to_the_base_it_gives_the_tuned_model_and_undone_the_base_data() { add_dtypes(); }
  void applied_to_the_base_it_gives_the_tuned_model_and_undone_the_base() {
    QFETCH(int, dtype);
    const RandomRun run = random_run(static_cast<DType>(dtype));
    const Delta delta = run.make().delta;
    CausalLm model = run.fresh_base();
    const UndoRecord undo = apply_delta(model, delta, {.check_base = true, .check_tuned = true}).value();
    QVERIFY(same_weights(model, run.model));
    undo_delta(model, undo);
    QVERIFY(same_weights(model, run.fresh_base()));
  }

  void the_tuned_model_can_go_back_without_the_base_file() {
    RandomRun run = random_run();
    const MadeDelta made = run.make();
    undo_delta(run.model, made.base);
    QVERIFY(same_weights(run.model, run.fresh_base()));
  }

  void signs_of_zero_and_nan_are_changes_like_any_other() {
    CausalLm model = tiny_model(tiny_config(), DType::F32, 1);
    const MatrixId id{0, Projection::Q};
    float* weights = model.weight(id).data_ptr<float>();
    weights[0] = 0.0f;
    Manifest passport;
    passport.tensors = record_base(model).value();
    ChangedEntries changed;
    MaskSet masks;
    masks.add(id, full_pattern(model.weight(id).size(0), model.weight(id).size(1)));
    changed.join(masks, model);
    weights[0] = -0.0f;
    weights[1] = std::nanf("");
    const Delta delta = make_delta(changed, model, passport).value().delta;
    QCOMPARE(delta.entries.total(), std::int64_t(2));
    QVERIFY(std::signbit(delta.values.data_ptr<float>()[0]));
  }

  void a_run_that_changed_nothing_makes_an_empty_delta() {
    CausalLm model = tiny_model(tiny_config(), DType::BF16, 1);
    RandomStream random(2);
    Manifest passport;
    passport.tensors = record_base(model).value();
    ChangedEntries changed;
    changed.join(random_masks(model.config(), 0.1, random), model);
    const Delta delta = make_delta(changed, model, passport).value().delta;
    QCOMPARE(delta.entries.total(), std::int64_t(0));
    QVERIFY(verify_delta(model, delta).ok());
  }

  void another_base_is_refused_with_the_first_tensor_that_differs_and_left_alone() {
    const RandomRun run = random_run();
    const Delta delta = run.make().delta;
    CausalLm other = run.fresh_base();
    flip_a_bit(other, {1, Projection::O});
    flip_a_bit(other, {1, Projection::Up});
    const at::Tensor before = other.weight({0, Projection::Q}).clone();
    const auto result = apply_delta(other, delta);
    QVERIFY(result.error().code == ErrorCode::Mismatch);
    const std::string sentence = result.error().sentence();
    const TensorRecord* record = delta.manifest.find("model.layers.1.self_attn.o_proj.weight");
    QVERIFY2(
        sentence.starts_with("tensor model.layers.1.self_attn.o_proj.weight: expected SHA-256 " + record->base.hex()),
        sentence.c_str());
    QVERIFY(sentence.find("found " + fingerprint_of_tensor(other.weight({1, Projection::O})).hex()) !=
            std::string::npos);
    QVERIFY(same_bytes(before, other.weight({0, Projection::Q})));
  }

  void a_base_of_another_shape_is_refused_with_both_shapes() {
    const Delta delta = random_run().make().delta;
    ModelConfig config = tiny_config();
    config.intermediate_size += 8;
    CausalLm other = tiny_model(config, DType::BF16, 1);
    const auto result = apply_delta(other, delta);
    QVERIFY(result.error().code == ErrorCode::Mismatch);
    QVERIFY(result.error().sentence().find("gate_proj.weight: expected shape [") != std::string::npos);
  }

  void a_base_with_fewer_layers_is_refused() {
    const Delta delta = random_run().make().delta;
    ModelConfig config = tiny_config();
    config.layer_count = 1;
    CausalLm other = tiny_model(config, DType::BF16, 1);
    QVERIFY(apply_delta(other, delta, {.check_base = false}).error().code == ErrorCode::Mismatch);
  }

  void a_base_in_another_dtype_is_refused_by_its_name() {
    const Delta delta = random_run().make().delta;
    CausalLm other = tiny_model(tiny_config(), DType::F32, 1);
    const auto result = apply_delta(other, delta);
    QVERIFY(result.error().code == ErrorCode::Mismatch);
    QVERIFY(result.error().sentence().find("expected weights in bf16 as the delta has them, found fp32") !=
            std::string::npos);
  }

  void a_delta_whose_result_is_not_the_recorded_one_is_taken_back() {
    const RandomRun run = random_run();
    Delta delta = run.make().delta;
    delta.values[0].fill_(123.0);
    CausalLm model = run.fresh_base();
    QVERIFY(apply_delta(model, delta, {.check_base = true, .check_tuned = true}).error().code == ErrorCode::Mismatch);
    QVERIFY(same_weights(model, run.fresh_base()));
    QVERIFY(verify_delta(model, delta).error().code == ErrorCode::Mismatch);
    QVERIFY(same_weights(model, run.fresh_base()));
  }

  void verifying_checks_tensors_that_the_delta_does_not_touch_too() {
    const RandomRun run = random_run();
    const Delta delta = run.make().delta;
    CausalLm model = run.fresh_base();
    const DeltaVerification report = verify_delta(model, delta).value();
    QCOMPARE(report.entries, delta.entries.total());
    QCOMPARE(report.tensors_checked, static_cast<std::int64_t>(model.named_tensors().size()));
    QVERIFY(same_weights(model, run.fresh_base()));
    auto* embedding = static_cast<unsigned char*>(model.named_tensors()[0].second.data_ptr());
    embedding[5] ^= 1;
    const auto result = verify_delta(model, delta);
    QVERIFY(result.error().sentence().starts_with("tensor " + model.named_tensors()[0].first + ":"));
  }

  void strength_goes_from_the_base_through_the_tuned_model_and_beyond_data() { add_dtypes(); }
  void strength_goes_from_the_base_through_the_tuned_model_and_beyond() {
    QFETCH(int, dtype);
    const RandomRun run = random_run(static_cast<DType>(dtype));
    const Delta delta = run.make().delta;
    CausalLm model = run.fresh_base();
    const UndoRecord undo = apply_delta(model, delta).value();
    const at::Tensor base = undo.values.to(at::kDouble), tuned = delta.values.to(at::kDouble);
    for (const double strength : {0.5, 1.5, 0.1}) {
      set_strength(model, delta, undo, strength);
      const at::Tensor found = gather_weights(model, delta.entries);
      const at::Tensor exact = base.add(tuned.sub(base), strength).to(model.scalar_type());
      const double largest = found.to(at::kDouble).sub(exact.to(at::kDouble)).abs().max().item<double>();
      QVERIFY2(largest < (dtype == static_cast<int>(DType::BF16) ? 1e-2 : 1e-6), std::to_string(largest).c_str());
    }
    set_strength(model, delta, undo, 1);
    QVERIFY(same_weights(model, run.model));
    set_strength(model, delta, undo, 0);
    QVERIFY(same_weights(model, run.fresh_base()));
  }

  // A family that stores q, k and v as one matrix, and gate and up.
  void a_delta_of_matrices_stored_together_changes_the_tensors_in_files() {
    ModelConfig config = tiny_config();
    fuse_qkv(config.layer);
    fuse_gate_up(config.layer);
    const RandomRun run = random_run(DType::BF16, 5, 0.1, config);
    const MadeDelta made = run.make();
    for (const MatrixMask& mask : made.delta.entries.matrices()) {
      const Projection p = mask.id.projection;
      QVERIFY(p == Projection::Qkv || p == Projection::GateUp || p == Projection::O || p == Projection::Down);
    }
    QVERIFY(made.delta.manifest.find("model.layers.1.self_attn.qkv_proj.weight")->tuned.has_value());

    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("run.delta").toStdString();
    QVERIFY(write_delta(file, made.delta).ok());
    const Delta read = read_delta(file).value();
    QVERIFY(same_masks(read.entries, made.delta.entries) && read.values.equal(made.delta.values));
    CausalLm model = run.fresh_base();
    QCOMPARE(verify_delta(model, read).value().tensors_changed, std::int64_t{8});
    const UndoRecord undo = apply_delta(model, read, {.check_tuned = true}).value();
    QVERIFY(same_weights(model, run.model));
    QVERIFY(undo.values.equal(made.base.values));
    undo_delta(model, undo);
    QVERIFY(same_weights(model, run.fresh_base()));
  }

  void entries_go_to_stored_tensors_and_back() {
    ModelConfig config = tiny_config();
    fuse_qkv(config.layer);
    const RandomRun run = random_run(DType::F32, 5, 0.1, config);
    MaskSet some;
    for (const MatrixMask& mask : run.masks.matrices())
      if (mask.id != MatrixId{0, Projection::K} && mask.id.projection != Projection::V) some.add(mask.id, mask.pattern);
    const at::Tensor values = gather_weights(run.model, some);
    const RearrangedEntries stored = in_stored_tensors(some, config);
    QVERIFY(gather_weights(run.model, stored.entries).equal(stored.values(values)));
    const RearrangedEntries back = in_matrices(stored.entries, config);
    QVERIFY(same_masks(back.entries, some));
    QVERIFY(back.values(stored.values(values)).equal(values));
  }

  void a_cancelled_check_changes_nothing() {
    const RandomRun run = random_run();
    const Delta delta = run.make().delta;
    CausalLm model = run.fresh_base();
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(apply_delta(model, delta, {}, {.stop = stop.get_token()}).error().code == ErrorCode::Cancelled);
    QVERIFY(same_weights(model, run.fresh_base()));
  }

  void a_fingerprint_depends_on_dtype_shape_and_bytes() {
    const at::Tensor zeros = at::zeros({4, 6}, at::kFloat);
    const Fingerprint print = fingerprint_of_tensor(zeros);
    QVERIFY(print == fingerprint_of_tensor(zeros.clone()));
    QVERIFY(print == fingerprint_of("fp32[4,6]\n" + std::string(96, '\0')));
    QVERIFY(print != fingerprint_of_tensor(zeros.view({6, 4})));
    QVERIFY(print != fingerprint_of_tensor(zeros.to(at::kInt)));
    QVERIFY(print != fingerprint_of_tensor(zeros.add(1)));
    QVERIFY(fingerprint_of_tensor(zeros.add(1).t()) == fingerprint_of_tensor(zeros.view({6, 4}).add(1)));
  }
};

QTEST_GUILESS_MAIN(DeltaTest)
#include "delta_test.moc"
