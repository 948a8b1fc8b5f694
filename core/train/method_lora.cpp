#include "core/train/method_lora.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <ATen/Parallel.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/kernels/host_data.h"
#include "core/spectra/singular_subset.h"
#include "core/train/dense_method.h"

namespace lift {

namespace {

constexpr std::int64_t kTokensAtOnce = 1024;   // of the factors in fp32
constexpr const char *kPissa = "pissa", *kRandom = "random";
constexpr const char *kStartA = ".start_A", *kStartB = ".start_B";

struct LoraSettings {
  explicit LoraSettings(const SettingValues& values)
      : rank(std::get<std::int64_t>(values.at("rank"))),
        alpha(std::get<double>(values.at("alpha"))),
        pissa(std::get<std::string>(values.at("init")) == kPissa) {
    scale = alpha /
            (std::get<bool>(values.at("rslora")) ? std::sqrt(static_cast<double>(rank)) : static_cast<double>(rank));
  }
  std::int64_t rank;
  double alpha, scale = 1;
  bool pissa;
};

struct Factors {
  at::Tensor a_RN, b_MR;               // the model's wide type: fp32, fp64 of an fp64 model
  at::Tensor start_a_RN, start_b_MR;   // of PiSSA: what A and B began as; else undefined
};

at::ScalarType wide_type(const CausalLm& model) {
  return model.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

// Uniform within 1 / sqrt(columns), as PEFT begins.
at::Tensor random_factor(std::int64_t rank, std::int64_t columns, std::uint64_t seed) {
  at::Tensor factor = at::empty({rank, columns}, at::TensorOptions().dtype(at::kDouble));
  auto* values = mutable_host_data<double>(factor);
  RandomStream stream(seed);
  const double bound = 1 / std::sqrt(static_cast<double>(columns));
  for (std::int64_t i = 0; i < factor.numel(); ++i) values[i] = bound * (2 * stream.uniform() - 1);
  return factor;
}

class LoraMethod final : public DenseMethod {
 public:
  explicit LoraMethod(const MethodContext& context)
      : DenseMethod(context), settings_(context.settings), seed_(context.seed) {}

  Result<RefreshEvent> select(const TaskContext& task, const GradientProbe&) override {
    const auto begin = std::chrono::steady_clock::now();
    RefreshEvent event;
    std::vector<Factors> factors;
    for (const MatrixId id : ids_) {
      task.report(say("adapters"), std::ssize(factors), std::ssize(ids_));
      if (task.stop_requested())
        return make_error(ErrorCode::Cancelled, say("adapters"),
                          say("stopped after {} of {} matrices", factors.size(), ids_.size()));
      LIFT_ASSIGN(Factors made, first_factors(id));
      const std::int64_t entries = made.a_RN.numel() + made.b_MR.numel();
      event.matrices.push_back({id.layer, std::string(name_of(id.projection)), entries, 1, 1});
      event.entries += entries;
      event.union_entries += model_.weight(id).numel();
      factors.push_back(std::move(made));
    }
    adopt(std::move(factors));
    event.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return event;
  }

  void step(double learning_rate, double gradient_scale) override {
    DenseMethod::step(learning_rate, gradient_scale);
    merge();
  }
  void give_back_base() override {
    DenseMethod::give_back_base();
    factors_.clear();
  }
  std::optional<LowRankChange> low_rank_change() const override {
    LowRankChange change;
    change.scale = settings_.scale;
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      const Factors& f = factors_[i];
      const auto host = [](const at::Tensor& tensor) { return tensor.to(at::kFloat).cpu().contiguous().clone(); };
      if (settings_.pissa)
        change.matrices.push_back(
            {ids_[i], host(at::cat({f.a_RN, f.start_a_RN}, 0)), host(at::cat({f.b_MR, f.start_b_MR.neg()}, 1))});
      else change.matrices.push_back({ids_[i], host(f.a_RN), host(f.b_MR)});
    }
    return change;
  }

  // The weights are the base's with the product of the factors.
  MethodState state() const override {
    NamedTensors tensors = optimizer_->state();
    if (settings_.pissa)
      for (std::size_t i = 0; i < factors_.size(); ++i) {
        tensors.emplace_back(hf_name(ids_[i]) + kStartA, factors_[i].start_a_RN);
        tensors.emplace_back(hf_name(ids_[i]) + kStartB, factors_[i].start_b_MR);
      }
    return {{}, std::move(tensors), {}, {}};
  }
  Status restore(MethodState state) override {
    std::vector<Factors> factors;
    for (const MatrixId id : ids_) {
      LIFT_ASSIGN(Factors stored, stored_factors(id, state.optimizer));
      factors.push_back(std::move(stored));
    }
    adopt(std::move(factors));
    if (Status restored = optimizer_->restore(state.optimizer); !restored.ok()) {
      give_back_base();
      return restored;
    }
    merge();
    return {};
  }

 private:
  Result<Factors> first_factors(MatrixId id) const {
    const at::Tensor& weight = model_.weight(id);
    const at::TensorOptions options = weight.options().dtype(wide_type(model_));
    if (!settings_.pissa) {
      constexpr std::uint64_t kSeedsPerLayer = 7, kOthers = std::uint64_t{1} << 32;   // those of a delta net
      const auto place = static_cast<std::uint64_t>(id.projection);
      const std::uint64_t seed = stream_seed(seed_, "lora.init",
                                             static_cast<std::uint64_t>(id.layer) * kSeedsPerLayer + place +
                                                 (place < kSeedsPerLayer ? 0 : kOthers * place));
      return Factors{random_factor(settings_.rank, weight.size(1), seed).to(options),
                     at::zeros({weight.size(0), settings_.rank}, options),
                     {},
                     {}};
    }
    LIFT_ASSIGN(const SingularFactors svd, leading_singular_factors(weight, settings_.rank));
    const at::Tensor root = svd.values.div(settings_.scale).sqrt();
    Factors factors{svd.right_RN.mul(root.unsqueeze(1)).to(options).contiguous(),
                    svd.left_MR.mul(root.unsqueeze(0)).to(options).contiguous(),
                    {},
                    {}};
    factors.start_a_RN = factors.a_RN.clone();
    factors.start_b_MR = factors.b_MR.clone();
    return factors;
  }

  // Of the right shapes; what A and B are the optimizer reads.
  Result<Factors> stored_factors(MatrixId id, const NamedTensors& tensors) const {
    const at::Tensor& weight = model_.weight(id);
    const at::TensorOptions options = weight.options().dtype(wide_type(model_));
    Factors factors{at::zeros({settings_.rank, weight.size(1)}, options),
                    at::zeros({weight.size(0), settings_.rank}, options),
                    {},
                    {}};
    if (!settings_.pissa) return factors;
    LIFT_ASSIGN(factors.start_a_RN, start_factor(hf_name(id) + kStartA, factors.a_RN, tensors));
    LIFT_ASSIGN(factors.start_b_MR, start_factor(hf_name(id) + kStartB, factors.b_MR, tensors));
    return factors;
  }

  static Result<at::Tensor> start_factor(const std::string& name, const at::Tensor& like, const NamedTensors& tensors) {
    const auto found = std::ranges::find(tensors, name, &NamedTensors::value_type::first);
    if (found == tensors.end() || found->second.sizes() != like.sizes() ||
        found->second.scalar_type() != like.scalar_type())
      return make_error(ErrorCode::Mismatch, say("optimizer state, {}", name),
                        say("expected a factor of {} x {}, found {}", like.size(0), like.size(1),
                            found == tensors.end() ? say("none") : say("another")),
                        say("The state belongs to another run or is damaged"));
    return found->second.to(like.device()).clone();
  }

  void adopt(std::vector<Factors> factors) {
    factors_ = std::move(factors);
    std::vector<DenseParameter> parameters;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      parameters.push_back({hf_name(ids_[i]) + ".lora_A", factors_[i].a_RN});
      parameters.push_back({hf_name(ids_[i]) + ".lora_B", factors_[i].b_MR});
    }
    keep_base_and_train(std::move(parameters));
  }

  // In the wide type, rounded once. Before the first step the weights are the base's, exactly.
  void merge() {
    if (optimizer_->steps() == 0) return;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const Factors& f = factors_[i];
      at::Tensor change = at::mm(f.b_MR, f.a_RN);
      if (settings_.pissa) change.addmm_(f.start_b_MR, f.start_a_RN, 1, -1);
      const at::Tensor& base = base_.of(ids_[i]);
      model_.weight(ids_[i]).copy_(change.mul_(settings_.scale).add_(base.to(change.scalar_type())));
    }
  }

  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
    const std::int64_t i = position(id);
    const Factors& f = factors_[static_cast<std::size_t>(i)];
    const at::ScalarType type = f.a_RN.scalar_type();
    for (std::int64_t first = 0; first < input_TN.size(0); first += kTokensAtOnce) {
      const std::int64_t count = std::min(kTokensAtOnce, input_TN.size(0) - first);
      const at::Tensor x = input_TN.narrow(0, first, count).to(type),
                       dy = grad_output_TM.narrow(0, first, count).to(type);
      optimizer_->accumulate(2 * i, at::mm(at::mm(dy, f.b_MR).t(), x), settings_.scale);
      optimizer_->accumulate(2 * i + 1, at::mm(dy.t(), at::mm(x, f.a_RN.t())), settings_.scale);
    }
  }

  const LoraSettings settings_;
  std::uint64_t seed_;
  std::vector<Factors> factors_;   // in order of ids_; A and B of each are the optimizer's parameters
};

MethodPlan plan_lora(const PlanRequest& request) {
  const ModelConfig& model = request.model;
  const SettingValues values = section_of(*find_method("lora"), request.train);
  const std::int64_t element = byte_size(request.train.dtype), rank = std::get<std::int64_t>(values.at("rank"));
  const bool pissa = std::get<std::string>(values.at("init")) == kPissa;
  MethodPlan plan;
  plan.lowest_layer = model.layer_count;
  std::int64_t largest = 0, widest = 0;
  for (const MatrixId id : request.selection.matrices(model)) {
    const std::int64_t rows = model.rows(id.projection), columns = model.columns(id.projection);
    plan.trainable += rank * (rows + columns);
    plan.changed += rows * columns;
    largest = std::max(largest, rows * columns);
    widest = std::max(widest, rows + columns);
    plan.lowest_layer = std::min<std::int64_t>(plan.lowest_layer, id.layer);
  }
  const std::int64_t kept = pissa ? 20 : 16;
  plan.lasting = {{say("masters and moments"),
                   say("{} bytes for each of {} numbers of the adapters", kept, plan.trainable), kept * plan.trainable},
                  {say("record of changes"), say("{} bytes base value for each of {} weights", element, plan.changed),
                   element * plan.changed}};
  plan.step = {
      {say("gradients"), say("4 bytes for each of {} trained weights", plan.trainable), 4 * plan.trainable, false},
      {say("merging"), say("the largest matrix, {} weights, in fp32, twice; {} tokens in fp32", largest, kTokensAtOnce),
       8 * largest + 4 * kTokensAtOnce * widest, false}};
  if (pissa)
    plan.refresh = {{say("refresh workspace"), say("the largest matrix, {} weights, in fp64, three times", largest),
                     24 * largest, false}};
  plan.state_bytes = (pissa ? 16 : 12) * plan.trainable + kDenseStateHeader;
  plan.delta_bytes = element * plan.changed + (pissa ? 8 : 4) * plan.trainable;
  return plan;
}

Error invalid(const char* name, Sentence message) {
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim(std::string("lora.") + name), std::move(message));
}

Status validate_lora(const SettingValues& values) {
  const auto rank = std::get<std::int64_t>(values.at("rank"));
  const auto alpha = std::get<double>(values.at("alpha"));
  const auto& init = std::get<std::string>(values.at("init"));
  if (rank < 1) return invalid("rank", say("expected 1 or more, found {}", rank));
  if (!(alpha > 0 && std::isfinite(alpha))) return invalid("alpha", say("expected more than 0, found {}", alpha));
  if (init != kRandom && init != kPissa) return invalid("init", say("expected random or pissa, found \"{}\"", init));
  return {};
}

Status fits_lora(const SettingValues& values, const SelectionConfig& selection, const ModelConfig& model) {
  LIFT_RETURN_IF_ERROR(selection.validate_scope(model));
  const auto rank = std::get<std::int64_t>(values.at("rank"));
  for (const MatrixId id : selection.matrices(model)) {
    const std::int64_t rows = model.rows(id.projection), columns = model.columns(id.projection);
    if (rank > std::min(rows, columns))
      return invalid("rank", say("expected at most {}, the full rank of {} ({} x {}), found {}",
                                 std::min(rows, columns), hf_name(id), rows, columns, rank));
  }
  return {};
}

}   // namespace

MethodEntry lora_method() {
  return {
      .name = "lora",
      .title = say("LoRA: low-rank adapters"),
      .make = [](const MethodContext& context) -> std::unique_ptr<TrainingMethod> {
        return std::make_unique<LoraMethod>(context);
      },
      .settings = {{"rank", std::int64_t{16}, say("Rank of the adapters"),
                    say("Rank of the adapters: rank x (rows + columns) numbers train per matrix.")},
                   {"alpha", 32.0, say("Scale of the adapters (alpha)"), say("The adapters count alpha / rank times.")},
                   {"rslora", false, say("Scale by the root of the rank"),
                    say("The adapters count alpha / sqrt(rank) times instead (rsLoRA).")},
                   {"init",
                    std::string(kRandom),
                    say("What the adapters begin as"),
                    say("What the adapters begin as: random, or the leading singular values (pissa)."),
                    {kRandom, kPissa}}},
      .validate = validate_lora,
      .fits = fits_lora,
      .plan = plan_lora,
      .refreshes = false};
}

}   // namespace lift
