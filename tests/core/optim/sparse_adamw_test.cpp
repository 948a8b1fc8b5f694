// SparseAdamW over a tiny model: steps, refreshes, state, errors; and whole runs against the plain reference.
#include <QtTest>

#include <cmath>

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>

#include "core/base/check.h"
#include "core/base/seed.h"
#include "core/optim/grad_clip.h"
#include "core/optim/sparse_adamw.h"
#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/support/tensors/plain_lift.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

constexpr MatrixId kUp{0, Projection::Up};

CausalLm tiny(DType dtype) { return test::tiny_model(test::tiny_config(), dtype); }

MaskSet random_masks(const CausalLm& model, std::uint64_t seed) {
  SelectionConfig config;
  config.criterion = "random";
  config.density = 0.25;
  return select(model, config, seed).value();
}

at::Tensor normal_like(const at::Tensor& weight, std::uint64_t seed) {
  at::Tensor values = at::empty(weight.sizes(), at::TensorOptions().dtype(at::kDouble));
  RandomStream random(seed);
  for (std::int64_t i = 0; i < values.numel(); ++i) values.mutable_data_ptr<double>()[i] = random.normal();
  return values.to(weight.scalar_type());
}

// Gradients of a step: the same numbers for engine and reference.
at::Tensor dense_gradient(const CausalLm& model, MatrixId id, std::int64_t step) {
  const auto index = static_cast<std::uint64_t>(step * 100 + id.layer * 10 + static_cast<int>(id.projection));
  return normal_like(model.weight(id), stream_seed(4, "gradient", index));
}

void fill_gradients(SparseAdamW& optimizer, const CausalLm& model, std::int64_t step) {
  optimizer.zero_grad();
  for (const MatrixMask& mask : optimizer.masks().matrices())
    optimizer.gradient(mask.id).add_(gather_entries(dense_gradient(model, mask.id, step), mask.pattern));
}

std::int64_t tenth(std::int64_t rows, std::int64_t columns) {
  SelectionConfig config;
  config.density = 0.1;
  return config.entries_of(rows, columns);
}

double largest(const at::Tensor& values) { return values.abs().max().item().toDouble(); }

const at::Tensor& named(const NamedTensors& state, const std::string& name) {
  return std::ranges::find(state, name, &NamedTensors::value_type::first)->second;
}

}   // namespace

class SparseAdamWTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_first_step_moves_every_selected_weight_by_the_learning_rate_and_no_other() {
    CausalLm model = tiny(DType::F32);
    SparseAdamW optimizer({}, random_masks(model, 1), model);
    const at::Tensor before = model.weight(kUp).clone();
    optimizer.gradient(kUp).fill_(0.5);
    optimizer.step(0.01, 1, model);
    const at::Tensor moved = model.weight(kUp).sub(before);
    const at::Tensor mask = mask_of_pattern(optimizer.masks().find(kUp)->pattern);
    QVERIFY(largest(moved.masked_select(mask).add(0.01)) < 1e-6);
    QCOMPARE(largest(moved.masked_select(mask.logical_not())), 0.0);
    QCOMPARE(optimizer.steps(), std::int64_t(1));
  }

  void fifty_steps_follow_the_plain_reference_data() {
    QTest::addColumn<int>("dtype");
    QTest::addColumn<int>("refresh_every");
    QTest::addColumn<double>("clip_norm");
    QTest::addColumn<double>("tolerance");
    for (int every : {0, 1, 7, 20})
      QTest::addRow("fp64, every %d", every) << static_cast<int>(DType::F64) << every << 0.0 << 1e-12;
    // Each refresh in fp32 is a chance that rounding settles a near tie otherwise: few of them here.
    for (int every : {0, 20})
      QTest::addRow("fp32, every %d", every) << static_cast<int>(DType::F32) << every << 0.0 << 2e-6;
    QTest::newRow("fp64, clipped") << static_cast<int>(DType::F64) << 7 << 5.0 << 1e-12;
    QTest::newRow("bf16, never") << static_cast<int>(DType::BF16) << 0 << 5.0 << 4e-3;
  }
  void fifty_steps_follow_the_plain_reference() {
    QFETCH(int, dtype);
    QFETCH(int, refresh_every);
    QFETCH(double, clip_norm);
    QFETCH(double, tolerance);
    CausalLm model = tiny(static_cast<DType>(dtype));
    SelectionConfig selection;
    selection.rank = 4;
    selection.density = 0.1;
    OptimizerConfig config;
    config.weight_decay = 0.05;
    const std::vector<MatrixId> ids = selection.matrices(model.config());
    test::PlainLift::Matrices weights, gradients;
    for (MatrixId id : ids) weights[id] = model.weight(id);
    test::PlainLift plain({4, tenth, config.beta1, config.beta2, config.eps, config.weight_decay, clip_norm}, weights);
    SparseAdamW optimizer(config, select(model, selection, 1).value(), model);
    std::int64_t turnover = 0;
    for (std::int64_t step = 1; step <= 50; ++step) {
      if (refresh_every && step > 1 && (step - 1) % refresh_every == 0) {
        const MaskOverlap overlap = optimizer.refresh(select(model, selection, 1).value(), model);
        turnover += overlap.entries - overlap.shared;
        plain.refresh();
      }
      fill_gradients(optimizer, model, step);
      for (MatrixId id : ids) gradients[id] = dense_gradient(model, id, step);
      const double norm = optimizer.gradient_norm();
      optimizer.step(3e-3, clip_factor(norm, clip_norm), model);
      const double plain_norm = plain.step(3e-3, gradients);
      QVERIFY(std::abs(norm - plain_norm) <= 1e-6 * plain_norm);
      for (MatrixId id : ids) {
        QVERIFY2(mask_of_pattern(optimizer.masks().find(id)->pattern).equal(plain.mask(id)), hf_name(id).c_str());
        QVERIFY2(largest(model.weight(id).sub(plain.weight(id))) <= tolerance, hf_name(id).c_str());
      }
    }
    QCOMPARE(turnover > 0, refresh_every > 0);   // the refreshes did move the masks
  }

  void a_new_entry_s_first_step_is_a_full_one() {
    CausalLm model = tiny(DType::F64);
    const MaskSet first = random_masks(model, 1), second = random_masks(model, 2);
    SparseAdamW optimizer({}, first, model);
    for (int i = 0; i < 30; ++i) {
      for (const MatrixMask& mask : first.matrices()) optimizer.gradient(mask.id).fill_(0.5);
      optimizer.step(0.001, 1, model);
    }
    optimizer.refresh(second, model);
    QCOMPARE(largest(optimizer.gradients()), 0.0);
    const at::Tensor before = model.weight(kUp).clone();
    optimizer.gradient(kUp).fill_(0.5);
    optimizer.step(0.001, 1, model);
    const at::Tensor joined = mask_of_pattern(pattern_difference(second.find(kUp)->pattern, first.find(kUp)->pattern));
    QVERIFY(joined.any().item().toBool());
    QVERIFY(largest(model.weight(kUp).sub(before).masked_select(joined).add(0.001)) < 1e-9);
  }

  void kept_entries_keep_master_and_moments_and_leaving_ones_their_weight() {
    CausalLm model = tiny(DType::BF16);
    const MaskSet first = random_masks(model, 1), second = random_masks(model, 2);
    SparseAdamW optimizer({}, first, model);
    for (std::int64_t i = 1; i <= 3; ++i) {
      fill_gradients(optimizer, model, i);
      optimizer.step(1e-3, 1, model);
    }
    const at::Tensor trained = model.weight(kUp).clone();
    const auto dense = [&](const std::string& name, const MaskSet& masks) {
      const MatrixMask* mask = masks.find(kUp);
      at::Tensor all = at::full(trained.sizes(), -7.0);
      all.view({-1}).index_copy_(
          0, flat_indices(mask->pattern),
          named(optimizer.state(), name).narrow(0, mask->offset, mask->entries()).to(at::kFloat));
      return all;
    };
    const at::Tensor master = dense("master", first), exp_avg = dense("exp_avg", first);
    const MaskOverlap overlap = optimizer.refresh(second, model);
    const at::Tensor was = mask_of_pattern(first.find(kUp)->pattern), is = mask_of_pattern(second.find(kUp)->pattern);
    const at::Tensor kept = was.logical_and(is), joined = is.logical_and(was.logical_not());
    QVERIFY(dense("master", second).masked_select(kept).equal(master.masked_select(kept)));
    QVERIFY(dense("exp_avg", second).masked_select(kept).equal(exp_avg.masked_select(kept)));
    QVERIFY(dense("master", second).masked_select(joined).equal(trained.to(at::kFloat).masked_select(joined)));
    QCOMPARE(largest(dense("exp_avg_sq", second).masked_select(joined)), 0.0);
    QVERIFY(model.weight(kUp).equal(trained));
    QCOMPARE(overlap.shared, ::lift::overlap(second, first).shared);
    QCOMPARE(overlap.entries, second.total());
  }

  void a_matrix_can_join_and_leave() {
    CausalLm model = tiny(DType::F32);
    MaskSet only_up, only_down;
    only_up.add(kUp, random_masks(model, 1).find(kUp)->pattern);
    const MatrixId down{0, Projection::Down};
    only_down.add(down, random_masks(model, 1).find(down)->pattern);
    SparseAdamW optimizer({}, only_up, model);
    QCOMPARE(optimizer.refresh(only_down, model).shared, std::int64_t(0));
    QVERIFY(
        named(optimizer.state(), "master").equal(gather_entries(model.weight(down), only_down.find(down)->pattern)));
    QVERIFY_EXCEPTION_THROWN(optimizer.gradient(kUp), InvariantError);
  }

  void bf16_weights_move_although_one_step_is_less_than_their_spacing() {
    CausalLm model = tiny(DType::BF16);
    SparseAdamW optimizer({}, random_masks(model, 1), model);
    model.weight(kUp);
    const at::Tensor before = model.weight(kUp).clone();
    for (int i = 0; i < 200; ++i) {
      optimizer.gradient(kUp).fill_(1);
      optimizer.step(1e-5, 1, model);
    }
    const at::Tensor mask = mask_of_pattern(optimizer.masks().find(kUp)->pattern);
    const at::Tensor moved = model.weight(kUp).to(at::kDouble).sub(before.to(at::kDouble)).masked_select(mask);
    QVERIFY(std::abs(moved.mean().item().toDouble() + 2e-3) < 2e-4);
  }

  void a_thousand_refreshes_keep_the_table_of_generations_small() {
    CausalLm model = tiny(DType::F32);
    SparseAdamW optimizer({}, random_masks(model, 0), model);
    for (std::uint64_t i = 1; i <= 1000; ++i) {
      optimizer.gradient(kUp).fill_(1);
      optimizer.step(1e-6, 1, model);
      optimizer.refresh(random_masks(model, i % 3), model);
    }
    QVERIFY(named(optimizer.state(), "generation_start").numel() < 20);
  }

  void a_restored_optimizer_goes_on_bit_for_bit() {
    CausalLm model = tiny(DType::BF16);
    SparseAdamW optimizer({}, random_masks(model, 1), model);
    const auto run = [](SparseAdamW& which, CausalLm& on, std::int64_t from, std::int64_t to) {
      for (std::int64_t i = from; i <= to; ++i) {
        fill_gradients(which, on, i);
        which.step(1e-3, 1, on);
      }
    };
    run(optimizer, model, 1, 5);
    optimizer.refresh(random_masks(model, 2), model);
    run(optimizer, model, 6, 8);
    CausalLm copy = tiny(DType::BF16);
    for (const MatrixMask& mask : optimizer.masks().matrices()) copy.weight(mask.id).copy_(model.weight(mask.id));
    NamedTensors saved;
    for (const auto& [name, tensor] : optimizer.state()) saved.emplace_back(name, tensor.clone());
    SparseAdamW resumed({}, optimizer.masks(), copy);
    QVERIFY(resumed.restore(saved).ok());
    QCOMPARE(resumed.steps(), std::int64_t(8));
    run(optimizer, model, 9, 12);
    run(resumed, copy, 9, 12);
    for (const MatrixMask& mask : optimizer.masks().matrices())
      QVERIFY(copy.weight(mask.id).equal(model.weight(mask.id)));
    QVERIFY(named(resumed.state(), "exp_avg_sq").equal(named(optimizer.state(), "exp_avg_sq")));
  }

  void a_state_that_does_not_fit_is_refused_and_nothing_changes() {
    CausalLm model = tiny(DType::F32);
    SparseAdamW optimizer({}, random_masks(model, 1), model);
    const auto refused = [&](const std::string& name, const at::Tensor& replacement) {
      NamedTensors tensors;
      for (const auto& [key, tensor] : optimizer.state())
        if (key != name) tensors.emplace_back(key, tensor);
        else if (replacement.defined()) tensors.emplace_back(key, replacement);
      return optimizer.restore(tensors).error();
    };
    const at::Tensor master = named(optimizer.state(), "master").clone();
    QCOMPARE(refused("exp_avg", {}).code, ErrorCode::Mismatch);
    QCOMPARE(refused("exp_avg", at::full({3}, 1.0)).code, ErrorCode::Mismatch);
    QCOMPARE(refused("master", master.to(at::kDouble)).code, ErrorCode::Mismatch);
    QCOMPARE(refused("generation", named(optimizer.state(), "generation").add(1)).code, ErrorCode::Malformed);
    QCOMPARE(refused("generation", named(optimizer.state(), "generation").sub(1)).code, ErrorCode::Malformed);
    QCOMPARE(refused("generation_start", at::full({1}, 5, at::kLong)).code, ErrorCode::Malformed);
    QCOMPARE(refused("steps", at::full({1}, -1, at::kLong)).code, ErrorCode::Malformed);
    QVERIFY(refused("steps", {}).sentence().find("steps") != std::string::npos);
    QVERIFY(named(optimizer.state(), "master").equal(master));
    QCOMPARE(optimizer.steps(), std::int64_t(0));
  }

  void the_gradient_norm_is_that_of_all_entries_and_shows_nan() {
    CausalLm model = tiny(DType::F32);
    SparseAdamW optimizer({}, random_masks(model, 1), model);
    optimizer.gradient(kUp).fill_(2);
    const auto entries = static_cast<double>(optimizer.masks().find(kUp)->entries());
    QVERIFY(std::abs(optimizer.gradient_norm() - 2 * std::sqrt(entries)) < 1e-9);
    optimizer.gradient(kUp)[0] = std::nan("");
    QVERIFY(std::isnan(optimizer.gradient_norm()));
    optimizer.zero_grad();
    QCOMPARE(optimizer.gradient_norm(), 0.0);
  }

  void the_state_takes_18_bytes_an_entry_and_its_indices() {
    CausalLm model = tiny(DType::BF16);
    const SparseAdamW optimizer({}, random_masks(model, 1), model);
    std::int64_t indices = 0;
    for (const MatrixMask& mask : optimizer.masks().matrices()) indices += mask.entries() + mask.pattern.rows + 1;
    QCOMPARE(optimizer.state_bytes(), optimizer.masks().total() * 18 + indices * 4);
  }
};

QTEST_GUILESS_MAIN(SparseAdamWTest)
#include "sparse_adamw_test.moc"
