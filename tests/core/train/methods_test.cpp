// Every method beside itself written down plainly: dense gradients of a plain Llama by autograd, AdamW by its formula,
// all in fp64. And what every method owes the trainer: a resume that nobody notices, the base given back, a plan.
#include <QtTest>

#include <cmath>
#include <map>

#include <ATen/Parallel.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linalg_svd.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros_like.h>

#include "core/optim/grad_clip.h"
#include "core/optim/lr_schedule.h"
#include "core/train/memory_plan.h"
#include "tests/core/train/trainer_fixture.h"
#include "tests/support/tensors/plain_llama.h"

using namespace lift;
using namespace lift::test;

namespace {

using Matrices = std::map<MatrixId, at::Tensor>;

struct PlainAdamW {
  at::Tensor value, exp_avg, exp_avg_sq;
  explicit PlainAdamW(const at::Tensor& start)
      : value(start.to(at::kDouble).clone()), exp_avg(at::zeros_like(value)), exp_avg_sq(at::zeros_like(value)) {}

  void step(const OptimizerConfig& o, double rate, std::int64_t t, const at::Tensor& gradient) {
    exp_avg = exp_avg.mul(o.beta1).add(gradient, 1 - o.beta1);
    exp_avg_sq = exp_avg_sq.mul(o.beta2).add(gradient.mul(gradient), 1 - o.beta2);
    const at::Tensor mean = exp_avg.div(1 - std::pow(o.beta1, static_cast<double>(t)));
    const at::Tensor root = exp_avg_sq.div(1 - std::pow(o.beta2, static_cast<double>(t))).sqrt();
    value = value.mul(1 - rate * o.weight_decay).sub(mean.div(root.add(o.eps)), rate);
  }
};

// What one method trains and what becomes of the weights.
class PlainMethod {
 public:
  virtual ~PlainMethod() = default;
  virtual Matrices weights() const = 0;
  // Of the numbers that train, from the gradients of the weights.
  virtual std::vector<at::Tensor> gradients(const Matrices& of_weights) const = 0;
  virtual std::vector<PlainAdamW*> trained() = 0;
};

class PlainFull final : public PlainMethod {
 public:
  explicit PlainFull(const Matrices& base) {
    for (const auto& [id, weight] : base) numbers_.emplace(id, PlainAdamW(weight));
  }
  Matrices weights() const override {
    Matrices now;
    for (const auto& [id, numbers] : numbers_) now[id] = numbers.value;
    return now;
  }
  std::vector<at::Tensor> gradients(const Matrices& of_weights) const override {
    std::vector<at::Tensor> all;
    for (const auto& [id, numbers] : numbers_) all.push_back(of_weights.at(id));
    return all;
  }
  std::vector<PlainAdamW*> trained() override {
    std::vector<PlainAdamW*> all;
    for (auto& [id, numbers] : numbers_) all.push_back(&numbers);
    return all;
  }

 private:
  std::map<MatrixId, PlainAdamW> numbers_;
};

class PlainLora final : public PlainMethod {
 public:
  // The factors that A and B begin as; PiSSA: the base without their product is what stays.
  PlainLora(const Matrices& base, const Matrices& a, const Matrices& b, double scale, bool pissa) : scale_(scale) {
    for (const auto& [id, weight] : base) {
      at::Tensor rest = weight.to(at::kDouble);
      if (pissa) rest = rest.sub(at::mm(b.at(id), a.at(id)), scale);
      rest_.emplace(id, rest);
      a_.emplace(id, PlainAdamW(a.at(id)));
      b_.emplace(id, PlainAdamW(b.at(id)));
    }
  }
  Matrices weights() const override {
    Matrices now;
    for (const auto& [id, rest] : rest_) now[id] = rest.add(at::mm(b_.at(id).value, a_.at(id).value), scale_);
    return now;
  }
  std::vector<at::Tensor> gradients(const Matrices& of_weights) const override {
    std::vector<at::Tensor> all;
    for (const auto& [id, rest] : rest_) {
      all.push_back(at::mm(b_.at(id).value.t(), of_weights.at(id)).mul(scale_));
      all.push_back(at::mm(of_weights.at(id), a_.at(id).value.t()).mul(scale_));
    }
    return all;
  }
  std::vector<PlainAdamW*> trained() override {
    std::vector<PlainAdamW*> all;
    for (auto& [id, a] : a_) {
      all.push_back(&a);
      all.push_back(&b_.at(id));
    }
    return all;
  }

 private:
  double scale_;
  Matrices rest_;
  std::map<MatrixId, PlainAdamW> a_, b_;
};

struct Apart {
  double loss = 0, norm = 0, weight = 0;   // the largest differences; of norms, relative
};

Matrices weights_of(const TinyRun& run) {
  Matrices weights;
  for (const MatrixId id : run.selection.matrices(run.config))
    weights[id] = run.model.weight(id).to(at::kDouble).clone();
  return weights;
}

// Trains, then takes the same steps plainly.
Apart train_beside(TinyRun& run, const std::function<std::unique_ptr<PlainMethod>(const Matrices& base)>& plainly) {
  const Matrices base = weights_of(run);
  RandomRows rows = run.rows;
  const CausalLm untouched = tiny_model(run.config, run.train.dtype);
  if (const auto end = run.run(); !end.ok()) throw std::runtime_error(end.error().sentence());
  const std::unique_ptr<PlainMethod> plain = plainly(base);
  Apart apart;
  for (const StepMetrics& metrics : run.host.steps()) {
    const Matrices now = plain->weights();
    double loss = 0;
    Matrices gradients;
    for (const PackedBatch& pass : rows.next_step()) {
      PlainGradients part = plain_gradients(untouched, now, pass, 1.0 / static_cast<double>(metrics.labels));
      loss += part.loss_sum;
      for (auto& [id, gradient] : part.gradients)
        gradients[id] = gradients.contains(id) ? gradients[id].add(gradient) : gradient;
    }
    std::vector<at::Tensor> of_numbers = plain->gradients(gradients);
    double squares = 0;
    for (const at::Tensor& gradient : of_numbers) squares += gradient.square().sum().item().toDouble();
    const double norm = std::sqrt(squares), factor = clip_factor(norm, run.optimizer.clip_norm);
    const double rate = learning_rate_at(run.optimizer, metrics.step, run.total_steps);
    const std::vector<PlainAdamW*> trained = plain->trained();
    for (std::size_t i = 0; i < trained.size(); ++i)
      trained[i]->step(run.optimizer, rate, metrics.step, of_numbers[i].mul(factor));
    apart.loss = std::max(apart.loss, std::abs(loss / static_cast<double>(metrics.labels) - metrics.loss));
    apart.norm = std::max(apart.norm, std::abs(norm / metrics.gradient_norm - 1));
  }
  for (const auto& [id, weight] : plain->weights())
    apart.weight =
        std::max(apart.weight, run.model.weight(id).to(at::kDouble).sub(weight).abs().max().item().toDouble());
  return apart;
}

void set_lora(TinyRun& run, std::int64_t rank, double alpha, bool rslora, const std::string& init) {
  run.train.method = "lora";
  run.train.sections["lora"] = {{"rank", rank}, {"alpha", alpha}, {"rslora", rslora}, {"init", init}};
}

struct MethodRun : TinyRun {
  explicit MethodRun(const std::string& method, std::int64_t steps = 12) : TinyRun(DType::F32, steps) {
    train.method = method;
    optimizer.learning_rate = 0.003;
    optimizer.clip_norm = 0.5;   // bites
    optimizer.weight_decay = 0.01;
  }
};

int fetched_dtype() {
  QFETCH(int, dtype);
  return dtype;
}

// Of the row of every_method().
struct FetchedRun : TinyRun {
  FetchedRun() : TinyRun(DType(fetched_dtype()), 9) {
    QFETCH(QString, method);
    QFETCH(QString, init);
    if (method == "lora" || method == "pissa") set_lora(*this, 3, 6, false, init.toStdString());
    else train.method = method.toStdString();
  }
};

// The random A that a fresh run begins with: B is zero, so a saved state before step 1 has both.
Matrices first_a(TinyRun& run) {
  Matrices a;
  CausalLm model = tiny_model(run.config, run.train.dtype);
  const auto method = make_method(run.train, run.selection, run.optimizer, model);
  if (!method->select({}, {}).ok()) throw std::runtime_error("select");
  const auto change = *method->low_rank_change();
  for (const auto& matrix : change.matrices) a[matrix.id] = matrix.a_RN.to(at::kDouble);
  return a;
}

Matrices zeros_b(const Matrices& base, std::int64_t rank) {
  Matrices b;
  for (const auto& [id, weight] : base) b[id] = weight.narrow(1, 0, 1).mul(0).expand({weight.size(0), rank}).clone();
  return b;
}

void expect_close(const Apart& apart) {
  qInfo("largest differences: loss %.2e, norm %.2e, weight %.2e", apart.loss, apart.norm, apart.weight);
  QVERIFY2(apart.loss < 1e-5, fmt::format("loss {}", apart.loss).c_str());
  QVERIFY2(apart.norm < 1e-4, fmt::format("norm {}", apart.norm).c_str());
  QVERIFY2(apart.weight < 1e-5, fmt::format("weight {}", apart.weight).c_str());
}

}   // namespace

class MethodsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { at::set_num_threads(1); }

  void full_fine_tuning_is_adamw_over_every_weight() {
    MethodRun run("full");
    expect_close(train_beside(run, [](const Matrices& base) { return std::make_unique<PlainFull>(base); }));
  }

  void lora_is_adamw_over_its_factors_data() {
    QTest::addColumn<bool>("rslora");
    QTest::newRow("scaled by the rank") << false;
    QTest::newRow("scaled by its root") << true;
  }
  void lora_is_adamw_over_its_factors() {
    QFETCH(bool, rslora);
    MethodRun run("lora");
    set_lora(run, 4, 6, rslora, "random");
    const Matrices a = first_a(run);
    const double scale = rslora ? 3 : 1.5;
    expect_close(train_beside(run, [&](const Matrices& base) {
      return std::make_unique<PlainLora>(base, a, zeros_b(base, 4), scale, false);
    }));
  }

  void pissa_begins_at_the_leading_singular_values() {
    MethodRun run("lora");
    set_lora(run, 3, 6, false, "pissa");
    expect_close(train_beside(run, [](const Matrices& base) {
      Matrices a, b;
      for (const auto& [id, weight] : base) {
        const auto [u, s, v] = at::linalg_svd(weight, false);
        const at::Tensor root = s.narrow(0, 0, 3).div(2.0).sqrt();
        a[id] = v.narrow(0, 0, 3).mul(root.unsqueeze(1));
        b[id] = u.narrow(1, 0, 3).mul(root.unsqueeze(0));
      }
      return std::make_unique<PlainLora>(base, a, b, 2.0, true);
    }));
  }

  void lora_makes_the_adapter_that_gives_its_weights_data() { any_lora(); }
  void lora_makes_the_adapter_that_gives_its_weights() {
    QFETCH(QString, init);
    MethodRun run("lora");
    set_lora(run, 4, 6, false, init.toStdString());
    const Matrices base = weights_of(run);
    QVERIFY(run.run().ok());
    const auto change = run.method->low_rank_change();
    QVERIFY(change.has_value());
    QCOMPARE(change->matrices.size(), base.size());
    for (const auto& matrix : change->matrices) {
      const at::Tensor product = at::mm(matrix.b_MR.to(at::kDouble), matrix.a_RN.to(at::kDouble)).mul(change->scale);
      const at::Tensor moved = run.model.weight(matrix.id).to(at::kDouble).sub(base.at(matrix.id));
      QVERIFY(moved.abs().max().item().toDouble() > 1e-4);
      QVERIFY(moved.sub(product).abs().max().item().toDouble() < 1e-6);
    }
  }

  void lora_never_makes_a_dense_gradient() {
    MethodRun run("lora", 1);
    set_lora(run, 2, 4, false, "random");
    std::int64_t numbers = 0;
    for (const MatrixId id : run.selection.matrices(run.config))
      numbers += 2 * (run.config.rows(id.projection) + run.config.columns(id.projection));
    auto setup = run.setup();
    QVERIFY(run.method->select({}, {}).ok());
    run.method->zero_grad();
    run.model.forward_backward(run.rows.next_step().front(), run.method->sink(), {});
    std::int64_t in_gradients = 0;
    for (const at::Tensor& gradient : run.method->gradients()) in_gradients += gradient.numel();
    QCOMPARE(in_gradients, numbers);
  }

  void full_fine_tuning_frees_a_gradient_once_it_is_used() {
    MethodRun run("full", 1);
    auto setup = run.setup();
    QVERIFY(run.method->select({}, {}).ok());
    run.model.forward_backward(run.rows.next_step().front(), run.method->sink(), {});
    QVERIFY(!run.method->gradients().empty());
    run.method->step(0.001, 1);
    QVERIFY(run.method->gradients().empty());
  }

  void a_stopped_run_goes_on_as_if_it_had_not_been_data() { every_method(); }
  void a_stopped_run_goes_on_as_if_it_had_not_been() {
    FetchedRun whole, first, second;
    QVERIFY(whole.run().ok());
    first.train.save_every = 5;
    QVERIFY(first.run().ok());
    QVERIFY(!first.host.saved.empty() && first.host.saved.front().step == 5);
    second.rows = RandomRows(99, second.config.vocabulary_size);   // the state says where the data stands
    const auto end = second.run_from(first.host.saved.front());
    QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
    QVERIFY(same_weights(whole.model, second.model));
    const auto left = whole.method->state().optimizer, right = second.method->state().optimizer;
    QCOMPARE(left.size(), right.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
      QCOMPARE(left[i].first, right[i].first);
      QVERIFY2(left[i].second.equal(right[i].second), left[i].first.c_str());
    }
  }

  void the_base_is_given_back_bit_for_bit_data() { every_method(); }
  void the_base_is_given_back_bit_for_bit() {
    FetchedRun run;
    const CausalLm base = tiny_model(run.config, run.train.dtype);
    QVERIFY(run.run().ok());
    QVERIFY(!same_weights(run.model, base));
    const std::vector<MatrixId> changed = run.method->changed_matrices();
    QVERIFY(changed == run.selection.matrices(run.config));
    for (const MatrixId id : changed) {
      const BaseValues values = run.method->changed(id);
      QVERIFY(values.pattern.entries() > 0);
      QVERIFY(values.values.equal(gather_weights(base, id, values.pattern)));
    }
    run.method->give_back_base();
    QVERIFY(same_weights(run.model, base));
    QVERIFY(run.method->changed_matrices().empty());
  }

  void a_state_of_another_run_is_refused_and_leaves_the_base_data() { every_method(); }
  void a_state_of_another_run_is_refused_and_leaves_the_base() {
    FetchedRun run, other;
    run.train.save_every = 5;
    QVERIFY(run.run().ok());
    ResumeState state = run.host.saved.front();
    state.optimizer.erase(state.optimizer.begin());
    const auto end = other.run_from(std::move(state));
    QVERIFY(!end.ok());
    QCOMPARE(end.error().code, ErrorCode::Mismatch);
    QVERIFY(same_weights(other.model, tiny_model(other.config, other.train.dtype)));
  }

  void the_plan_counts_what_trains_data() { every_method(); }
  void the_plan_counts_what_trains() {
    FetchedRun run;
    PlanRequest request{run.config, run.selection, run.optimizer, run.train, 16, 0, 0, 0};
    request.train.steps = run.total_steps;
    const MemoryPlan plan = plan_memory(request);
    QVERIFY(run.run().ok());
    QCOMPARE(plan.trainable, run.host.refreshes().front().entries);
    QVERIFY(plan.delta_bytes > 0);
    for (const MemoryItem& item : plan.items) QVERIFY(item.bytes > 0);
  }

  void a_method_without_a_choice_says_so_when_it_is_asked_for_a_new_one() {
    MethodRun run("full", 4);
    run.control.post(RefreshNow{});
    QVERIFY(run.run().ok());
    QCOMPARE(run.host.refreshes().size(), std::size_t{1});
    QVERIFY(std::ranges::count(run.host.events(), RunEvent::Kind::Notice) == 1);
  }

  void settings_that_cannot_work_are_refused_by_name() {
    const auto refusal = [](const char* name, SettingValue value) {
      TrainConfig train;
      train.method = "lora";
      train.sections["lora"][name] = std::move(value);
      const Status status = fit_method(train, {}, tiny_config());
      return status.ok() ? std::string() : status.error().subject.text();
    };
    QCOMPARE(refusal("rank", std::int64_t{0}), std::string("lora.rank"));
    QCOMPARE(refusal("rank", std::int64_t{25}), std::string("lora.rank"));
    QCOMPARE(refusal("rank", std::int64_t{16}), std::string());
    QCOMPARE(refusal("alpha", 0.0), std::string("lora.alpha"));
    QCOMPARE(refusal("init", std::string("kaiming")), std::string("lora.init"));
  }

 private:
  static void any_lora() {
    QTest::addColumn<QString>("init");
    QTest::newRow("random") << "random";
    QTest::newRow("pissa") << "pissa";
  }
  static void every_method() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("init");
    QTest::addColumn<int>("dtype");
    for (const DType dtype : {DType::F32, DType::BF16})
      for (const char* method : {"lift", "full", "lora", "pissa"})
        QTest::addRow("%s, %s", method, std::string(name_of(dtype)).c_str())
            << QString(method) << QString(std::string_view(method) == "pissa" ? "pissa" : "random") << int(dtype);
  }
};

QTEST_GUILESS_MAIN(MethodsTest)
#include "methods_test.moc"
