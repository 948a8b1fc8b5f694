// Criteria that look at gradients, in a run: what was chosen beside a plain sort of autograd's gradients. Two known
// reproductions went wrong here: a "gradient" that was a random choice frozen at the start, and a movement that was
// never summed.
#include <QtTest>

#include <map>

#include <ATen/Parallel.h>
#include <ATen/ops/zeros_like.h>

#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/core/train/trainer_fixture.h"
#include "tests/support/tensors/plain_llama.h"

using namespace lift;
using namespace lift::test;

namespace {

using Matrices = std::map<MatrixId, at::Tensor>;
constexpr int kProbeSteps = 4;   // of core/train/trainer.cpp

// A run of the tiny model in fp64, and at every choice what a plain reference would have chosen.
class WatchedRun {
 public:
  explicit WatchedRun(const std::string& criterion, std::int64_t steps = 9) : run_(DType::F64, steps) {
    run_.selection.criterion = criterion;
    run_.optimizer.learning_rate = 0.005;
    for (const MatrixId id : run_.selection.matrices(run_.config)) moved_[id] = at::zeros_like(run_.model.weight(id));
    remember();
  }

  void go() {
    run_.host.on_record = [&](const RunRecord& record) {
      if (std::holds_alternative<StepMetrics>(record)) add_step();
      if (const auto* event = std::get_if<RefreshEvent>(&record)) compare(event->step);
      remember();
    };
    if (const auto end = run_.run(); !end.ok()) throw std::runtime_error(end.error().sentence());
  }

  TinyRun& run() { return run_; }
  std::vector<MaskSet> masks;
  std::int64_t chosen = 0, as_expected = 0;

 private:
  void remember() {
    rows_ = run_.rows;
    for (const auto& [id, sum] : moved_) weights_[id] = run_.model.weight(id).clone();
  }

  Matrices gradients(RandomRows rows, int steps) {
    Matrices sums;
    for (int step = 0; step < steps; ++step) {
      const std::vector<PackedBatch> passes = rows.next_step();
      std::int64_t labels = 0;
      for (const PackedBatch& pass : passes) labels += pass.label_count();
      for (const PackedBatch& pass : passes)
        for (auto& [id, part] : plain_gradients(run_.model, weights_, pass, 1.0 / double(steps * labels)).gradients)
          sums[id] = sums.contains(id) ? sums[id].add(part) : part;
    }
    return sums;
  }

  void add_step() {
    for (auto& [id, gradient] : gradients(rows_, 1)) moved_[id] = moved_[id].sub(weights_[id].mul(gradient));
  }

  void compare(std::int64_t step) {
    const bool movement = run_.selection.criterion == "movement";
    Matrices scores = moved_;
    if (!movement || step == 0) {
      scores = gradients(rows_, kProbeSteps);
      for (auto& [id, score] : scores) score = movement ? weights_[id].mul(score).neg() : score.abs();
    }
    masks.push_back(run_.method->state().masks);
    for (const MatrixMask& mask : masks.back().matrices()) {
      const at::Tensor order = scores.at(mask.id).flatten().argsort(0, true).narrow(0, 0, mask.entries());
      at::Tensor expected = at::zeros_like(scores.at(mask.id).flatten(), at::kBool);
      expected.index_fill_(0, order, true);
      chosen += mask.entries();
      as_expected += expected.logical_and(mask_of_pattern(mask.pattern).flatten()).sum().item().toLong();
    }
  }

  TinyRun run_;
  RandomRows rows_{0, 1};
  Matrices weights_, moved_;
};

}   // namespace

class GatheringTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { at::set_num_threads(1); }

  void the_choice_is_that_of_a_plain_sort_data() {
    QTest::addColumn<QString>("criterion");
    QTest::newRow("gradient") << "gradient";
    QTest::newRow("movement") << "movement";
  }
  void the_choice_is_that_of_a_plain_sort() {
    QFETCH(QString, criterion);
    WatchedRun watched(criterion.toStdString());
    watched.go();
    QCOMPARE(watched.masks.size(), std::size_t{3});
    QVERIFY(watched.chosen > 0);
    QCOMPARE(watched.as_expected, watched.chosen);
    // Neither frozen nor anybody's: it moves with the gradients, and is not the random one.
    QVERIFY(overlap(watched.masks[1], watched.masks[0]).share() < 0.95);
    SelectionConfig random = watched.run().selection;
    random.criterion = "random";
    const MaskSet drawn = select(watched.run().model, random, watched.run().train.seed).value();
    QVERIFY(overlap(watched.masks[2], drawn).share() < 0.5);
  }

  void a_stopped_run_chooses_what_one_never_stopped_does_data() { the_choice_is_that_of_a_plain_sort_data(); }
  void a_stopped_run_chooses_what_one_never_stopped_does() {
    QFETCH(QString, criterion);
    const auto prepared = [&](TinyRun& run) { run.selection.criterion = criterion.toStdString(); };
    TinyRun whole, first, second;
    for (TinyRun* run : {&whole, &first, &second}) prepared(*run);
    QVERIFY(whole.run().ok());
    first.train.save_every = 4;
    QVERIFY(first.run().ok());
    QCOMPARE(first.host.saved.front().step, std::int64_t{4});
    const auto end = second.run_from(first.host.saved.front());
    QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
    QVERIFY(same_weights(whole.model, second.model));
    QVERIFY(same_masks(whole.method->state().masks, second.method->state().masks));
  }

  void looking_at_gradients_leaves_the_data_where_it_is() {
    TinyRun looking, other;
    looking.selection.criterion = "gradient";
    QVERIFY(looking.run().ok() && other.run().ok());
    for (std::size_t i = 0; i < other.host.steps().size(); ++i)
      QCOMPARE(looking.host.steps()[i].tokens, other.host.steps()[i].tokens);
    QCOMPARE(looking.host.steps().front().loss, other.host.steps().front().loss);
  }

  void without_a_run_they_say_why_they_can_not_choose() {
    TinyRun run;
    for (const char* criterion : {"gradient", "movement"}) {
      run.selection.criterion = criterion;
      const auto masks = select(run.model, run.selection, 1);
      QVERIFY(!masks.ok());
      QVERIFY(masks.error().sentence().find("only a run has") != std::string::npos);
    }
  }

  void scores_with_signs_are_ranked_exactly() {
    const CausalLm model = tiny_model(tiny_config(), DType::F32);
    const MatrixId id{0, Projection::Up};
    const at::Tensor score = model.weight(id).sub(0.01);   // both signs
    SelectionConfig config;
    config.criterion = "movement";
    config.density = 0.3;
    const MatrixChoice choice = select_matrix(model.weight(id), id, config, 1, false, nullptr, &score).value();
    const at::Tensor taken = mask_of_pattern(choice.pattern);
    QVERIFY(score.masked_select(taken).min().item().toDouble() >=
            score.masked_select(taken.logical_not()).max().item().toDouble());
  }
};

QTEST_GUILESS_MAIN(GatheringTest)
#include "gathering_test.moc"
