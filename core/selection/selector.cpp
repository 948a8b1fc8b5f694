#include "core/selection/selector.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/kernels/top_k.h"
#include "core/selection/mask_tiles.h"
#include "core/selection/overlap_bound.h"
#include "core/selection/sparse_mask.h"
#include "core/selection/weight_magnitude.h"

namespace lift {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void describe_low_rank(const LowRankResult& low_rank, const MatrixChoice& choice, MatrixSelection& summary) {
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
  const OverlapBound bound = overlap_bound(choice.score_MN, choice.pattern, low_rank.error_bound);
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
                                    std::uint64_t seed, bool detailed, LowRankWorkspace* workspace) {
  const auto start = std::chrono::steady_clock::now();
  const Criterion* criterion = find_criterion(config.criterion);
  if (!criterion)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("selection.criterion"),
                      say("expected a known criterion, found \"{}\"", config.criterion));
  LIFT_ASSIGN(Score score, criterion->score(weight, ScoreRequest{id, config, seed, workspace}));
  MatrixChoice choice;
  choice.pattern = on_host(top_k_by_magnitude(score.score_MN, config.entries_of(weight.size(0), weight.size(1))));
  choice.score_MN = on_host(std::exchange(score.score_MN, {}));   // for the bound and the heat map
  MatrixSelection& summary = choice.summary;
  summary.id = id;
  summary.rows = weight.size(0);
  summary.columns = weight.size(1);
  summary.entries = choice.pattern.entries();
  summary.entries_per_row = entries_per_row(choice.pattern);
  summary.entries_per_column = entries_per_column(choice.pattern);
  if (score.low_rank) describe_low_rank(*score.low_rank, choice, summary);
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

}  // namespace

Result<MatrixChoice> select_matrix(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                                   std::uint64_t seed, bool detailed, LowRankWorkspace* workspace) {
  LIFT_CHECK(weight.dim() == 2 && weight.numel() > 0, "select_matrix: weight is a matrix with entries");
  auto choice =
      catch_exceptions(say("selection"), [&] { return choose_entries(weight, id, config, seed, detailed, workspace); });
  if (!choice.ok()) return named(std::move(choice).error(), id);
  return choice;
}

Result<MaskSet> select(const CausalLm& model, const SelectionConfig& config, std::uint64_t seed,
                       const TaskContext& task, SelectionReport* report, SelectorState* warm,
                       const SelectOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  LIFT_RETURN_IF_ERROR(config.validate(model.config()));
  const std::vector<MatrixId> ids = config.matrices(model.config());
  SelectionReport made;
  MaskSet masks;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("selection"), say("stopped after {} of {} matrices", i, ids.size()));
    task.report(say("selecting weights"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(ids.size()));
    LowRankWorkspace workspace;
    if (warm) workspace.warm_basis = warm->bases[ids[i]];
    LIFT_ASSIGN(MatrixChoice choice,
                select_matrix(model.weight(ids[i]), ids[i], config, seed, options.detailed, &workspace));
    if (warm) warm->bases[ids[i]] = workspace.warm_basis;
    masks.add(ids[i], std::move(choice.pattern));
    add_to(made, std::move(choice.summary));
  }
  task.report(say("selecting weights"), static_cast<std::int64_t>(ids.size()), static_cast<std::int64_t>(ids.size()));
  finish(made, config, seconds_since(start));
  if (report) *report = std::move(made);
  return masks;
}

}  // namespace lift
