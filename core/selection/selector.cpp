#include "core/selection/selector.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include <ATen/Parallel.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/kernels/top_k.h"
#include "core/selection/gathered_score.h"
#include "core/selection/mask_tiles.h"
#include "core/selection/overlap_bound.h"
#include "core/selection/sparse_mask.h"
#include "core/selection/weight_magnitude.h"

namespace lift {
namespace {

// While all threads' workspaces together stay below this, each thread has a matrix of its own.
constexpr std::int64_t kSmallWorkspaces = std::int64_t{64} << 20;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

SparsePattern others(const SparsePattern& pattern) {
  return pattern_difference(full_pattern(pattern.rows, pattern.columns_count), pattern);
}

SparsePattern choose(const at::Tensor& score_MN, std::int64_t k, Take take) {
  if (take == Take::Largest) return on_host(top_k_by_magnitude(score_MN, k));
  if (take == Take::Highest) return on_host(top_k_by_magnitude(ranked_by_value(score_MN), k));
  return others(on_host(top_k_by_magnitude(score_MN, score_MN.numel() - k)));
}

OverlapBound bound_of(const MatrixChoice& choice, Take take, double error_bound) {
  if (take == Take::Largest) return overlap_bound(choice.score_MN, choice.pattern, error_bound);
  // As many leave the smallest as leave the others.
  const SparsePattern rest = others(choice.pattern);
  const OverlapBound of_rest = overlap_bound(choice.score_MN, rest, error_bound);
  const double ratio = static_cast<double>(rest.entries()) / static_cast<double>(choice.pattern.entries());
  return {std::max(0.0, 1 - (1 - of_rest.guaranteed) * ratio), std::max(0.0, 1 - (1 - of_rest.expected) * ratio)};
}

void describe_low_rank(const LowRankResult& low_rank, const MatrixChoice& choice, Take take, MatrixSelection& summary) {
  const at::Tensor singular_values = on_host(low_rank.singular_values);
  const double* values = host_data<double>(singular_values);
  double energy = 0;
  for (std::int64_t i = 0; i < singular_values.numel(); ++i) {
    summary.singular_values.push_back(static_cast<float>(values[i]));
    energy += values[i] * values[i];
  }
  if (low_rank.total_energy > 0) summary.energy_share = std::min(1.0, energy / low_rank.total_energy);
  summary.method = name_of(low_rank.method);
  summary.fell_back = low_rank.fell_back;
  const OverlapBound bound = bound_of(choice, take, low_rank.error_bound);
  summary.overlap_bound = bound.guaranteed;
  summary.overlap_expected = bound.expected;
}

double overlap_with_magnitude(const at::Tensor& weight, const SparsePattern& pattern) {
  const SparsePattern plain = on_host(top_k_by_magnitude(as_score(weight), pattern.entries()));
  return static_cast<double>(shared_entries(pattern, plain)) / static_cast<double>(pattern.entries());
}

// An error about "a matrix" becomes one about this matrix.
Error named(Error error, MatrixId id) {
  const Sentence name = Sentence::verbatim(hf_name(id));
  error.subject = error.subject == say("matrix") ? name : say("{}, {}", name, error.subject);
  return error;
}

Result<MatrixChoice> choose_entries(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                                    std::uint64_t seed, bool detailed, LowRankWorkspace* workspace,
                                    const at::Tensor* gathered_MN) {
  const auto start = std::chrono::steady_clock::now();
  const Criterion* criterion = find_criterion(config.criterion);
  if (!criterion)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("selection.criterion"),
                      say("expected a known criterion, found \"{}\"", config.criterion));
  LIFT_ASSIGN(Score score, criterion->score(weight, ScoreRequest{id, config, seed, workspace, gathered_MN}));
  MatrixChoice choice;
  choice.pattern = choose(score.score_MN, config.entries_of(weight.size(0), weight.size(1)), criterion->take);
  choice.score_MN = on_host(std::exchange(score.score_MN, {}));   // for the bound and the heat map
  MatrixSelection& summary = choice.summary;
  summary.id = id;
  summary.rows = weight.size(0);
  summary.columns = weight.size(1);
  summary.entries = choice.pattern.entries();
  summary.entries_per_row = entries_per_row(choice.pattern);
  summary.entries_per_column = entries_per_column(choice.pattern);
  if (score.low_rank) describe_low_rank(*score.low_rank, choice, criterion->take, summary);
  if (detailed) summary.overlap_with_magnitude = overlap_with_magnitude(weight, choice.pattern);
  summary.seconds = seconds_since(start);
  return choice;
}

void add_to(SelectionReport& report, MatrixSelection summary) {
  report.total_entries += summary.entries;
  report.total_weights += summary.rows * summary.columns;
  report.matrices.push_back(std::move(summary));
}

// The report's bounds are over all entries: each matrix counts by its entries.
void finish(SelectionReport& report, const SelectionConfig& config, double seconds) {
  double guaranteed = 0, expected = 0;
  for (const MatrixSelection& matrix : report.matrices) {
    guaranteed += matrix.overlap_bound * static_cast<double>(matrix.entries);
    expected += matrix.overlap_expected * static_cast<double>(matrix.entries);
  }
  if (report.total_entries > 0) {
    report.overlap_bound = guaranteed / static_cast<double>(report.total_entries);
    report.overlap_expected = expected / static_cast<double>(report.total_entries);
  }
  report.criterion = config.criterion;
  report.seconds = seconds;
}

}   // namespace

Result<MatrixChoice> select_matrix(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                                   std::uint64_t seed, bool detailed, LowRankWorkspace* workspace,
                                   const at::Tensor* gathered_MN) {
  LIFT_CHECK(weight.dim() == 2 && weight.numel() > 0, "select_matrix: weight is a matrix with entries");
  auto choice = catch_exceptions(
      say("selection"), [&] { return choose_entries(weight, id, config, seed, detailed, workspace, gathered_MN); });
  if (!choice.ok()) return named(std::move(choice).error(), id);
  return choice;
}

namespace {

// The matrices of a model, each chosen by one thread: what a matrix this small has for two threads ends too soon.
class ModelSelection {
 public:
  ModelSelection(const CausalLm& model, const SelectionConfig& config, std::uint64_t seed, const TaskContext& task,
                 const SelectOptions& options)
      : model_(model),
        config_(config),
        seed_(seed),
        task_(task),
        options_(options),
        ids_(config.matrices(model.config())),
        choices_(ids_.size()) {}

  Result<MaskSet> run(SelectionReport& report) {
    tell();
    const std::int64_t at_once =
        model_.device().is_cpu() ? matrices_at_once(largest_matrix(), at::get_num_threads()) : 1;
    if (at_once == 1) choose_remaining(true);
    else at::parallel_for(0, at_once, 1, [&](std::int64_t first, std::int64_t) { choose_remaining(first == 0); });
    return collected(report);
  }

 private:
  std::int64_t largest_matrix() const {
    std::int64_t largest = 0;
    for (const MatrixId id : ids_) largest = std::max(largest, model_.weight(id).numel());
    return largest;
  }

  void tell() const { task_.report(say("selecting weights"), done_, std::ssize(ids_)); }

  // Only the calling thread tells how far all are.
  void choose_remaining(bool tells) {
    LowRankWorkspace workspace;
    while (!failed_ && !task_.stop_requested()) {
      const std::size_t i = next_++;
      if (i >= ids_.size()) return;
      choices_[i].emplace(chosen(ids_[i], workspace));
      if (!choices_[i]->ok()) failed_ = true;
      ++done_;
      if (tells) tell();
    }
  }

  Result<MatrixChoice> chosen(MatrixId id, LowRankWorkspace& workspace) {
    workspace.warm_basis.reset();   // a run that goes on after a stop has none either, and must choose the same
    const at::Tensor* gathered = options_.gathered ? &options_.gathered->at(id) : nullptr;
    auto choice = select_matrix(model_.weight(id), id, config_, seed_, options_.detailed, &workspace, gathered);
    if (choice.ok()) choice.value().score_MN.reset();   // the next matrix takes its room
    return choice;
  }

  Result<MaskSet> collected(SelectionReport& report) {
    for (auto& choice : choices_)
      if (choice && !choice->ok()) return std::move(*choice).error();
    if (done_ < std::ssize(ids_))
      return make_error(ErrorCode::Cancelled, say("selection"),
                        say("stopped after {} of {} matrices", done_.load(), ids_.size()));
    MaskSet masks;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      MatrixChoice choice = std::move(*choices_[i]).value();
      masks.add(ids_[i], std::move(choice.pattern));
      add_to(report, std::move(choice.summary));
    }
    tell();
    return masks;
  }

  const CausalLm& model_;
  const SelectionConfig& config_;
  const std::uint64_t seed_;
  const TaskContext& task_;
  const SelectOptions& options_;
  const std::vector<MatrixId> ids_;
  std::vector<std::optional<Result<MatrixChoice>>> choices_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::int64_t> done_ = 0;
  std::atomic<bool> failed_ = false;
};

}   // namespace

std::int64_t matrices_at_once(std::int64_t largest_matrix, std::int64_t threads) {
  return threads * selection_workspace_bytes(largest_matrix) <= kSmallWorkspaces ? threads : 1;
}

Result<MaskSet> select(const CausalLm& model, const SelectionConfig& config, std::uint64_t seed,
                       const TaskContext& task, SelectionReport* report, const SelectOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  LIFT_RETURN_IF_ERROR(config.validate(model.config()));
  SelectionReport made;
  LIFT_ASSIGN(MaskSet masks, ModelSelection(model, config, seed, task, options).run(made));
  finish(made, config, seconds_since(start));
  if (report) *report = std::move(made);
  return masks;
}

}   // namespace lift
