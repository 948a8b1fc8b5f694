// Spectra, and which weights would train: Session's answers to the heat map.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/changed_entries.h"
#include "core/selection/mask_tiles.h"
#include "core/selection/sparse_mask.h"
#include "core/session/session_impl.h"
#include "core/spectra/spectrum_survey.h"
#include "core/train/trainer.h"

namespace lift {

namespace {

// W_r of a matrix is as large as the matrix in fp32: a few large ones, or many small ones.
// While a run trains, its memory plan knows nothing of them: one matrix at a time then.
constexpr std::int64_t kCachedBytes = std::int64_t{256} << 20;

// `step`: of the run in progress, whose weights move.
std::string key_of(SelectionConfig config, std::uint64_t seed, std::int64_t step = -1) {
  Recipe recipe;
  config.refresh_every = 0;   // says nothing about one selection
  config.layers.clear();
  config.projections.clear();
  recipe.selection = std::move(config);
  return fmt::format("{} {} {}", to_json(recipe)["selection"].dump(), seed, step);
}

std::int64_t bytes_of(const MatrixChoice& choice) {
  const std::int64_t scores = choice.score_MN.defined() ? static_cast<std::int64_t>(choice.score_MN.nbytes()) : 0;
  return scores + 4 * choice.pattern.entries();
}

}   // namespace

std::vector<NamedChoice> criterion_choices() {
  std::vector<NamedChoice> choices;
  for (const Criterion& criterion : criteria()) choices.push_back({std::string(criterion.name), criterion.title});
  return choices;
}

void SelectionCache::use(const std::string& key) {
  if (key != key_) choices_.clear();
  key_ = key;
}

void SelectionCache::clear() { choices_.clear(); }

MatrixChoice* SelectionCache::find(MatrixId id) {
  for (auto at = choices_.begin(); at != choices_.end(); ++at)
    if (at->first == id) {
      choices_.splice(choices_.begin(), choices_, at);
      return &choices_.front().second;
    }
  return nullptr;
}

MatrixChoice& SelectionCache::put(MatrixId id, MatrixChoice choice, std::int64_t most_bytes) {
  choices_.emplace_front(id, std::move(choice));
  std::int64_t bytes = 0;
  for (auto at = choices_.begin(); at != choices_.end();) {
    bytes += bytes_of(at->second);
    at = bytes > most_bytes && at != choices_.begin() ? choices_.erase(at) : std::next(at);
  }
  return choices_.front().second;
}

Result<MatrixChoice*> Session::Impl::choice(MatrixId id, const SelectionConfig& config, std::uint64_t seed) {
  LIFT_RETURN_IF_ERROR(need_matrix(id));
  LIFT_RETURN_IF_ERROR(config.validate(model->config()));
  selections.use(key_of(config, seed, training ? training->step() : -1));
  if (MatrixChoice* known = selections.find(id)) return known;
  return catch_exceptions(short_name(id), [&]() -> Result<MatrixChoice*> {
    LIFT_ASSIGN(MatrixChoice made, lift::select_matrix(model->lm().weight(id), id, config, seed));
    return &selections.put(id, std::move(made), training ? 0 : kCachedBytes);
  });
}

Result<SparsePattern> Session::Impl::newly_selected(MatrixId id, const SelectionConfig& config, std::uint64_t seed) {
  LIFT_ASSIGN(const MatrixChoice* now, choice(id, config, seed));
  if (base_values(id).pattern.entries() == 0) return empty_pattern(now->pattern.rows, now->pattern.columns_count);
  base_selections.use(key_of(config, seed));
  const MatrixChoice* before = base_selections.find(id);
  if (!before) {
    LIFT_ASSIGN(MatrixChoice made, catch_exceptions(short_name(id), [&]() -> Result<MatrixChoice> {
                  LIFT_ASSIGN(MatrixChoice of_base, lift::select_matrix(base_weight(id), id, config, seed, false));
                  of_base.score_MN.reset();   // its pattern is all that is asked for
                  return of_base;
                }));
    before = &base_selections.put(id, std::move(made), training ? 0 : kCachedBytes);
  }
  return pattern_difference(now->pattern, before->pattern);
}

Result<std::vector<Spectrum>> Session::spectra(std::span<const MatrixId> matrices, const TaskContext& task,
                                               const std::function<void(const Spectrum&)>& finished) {
  std::vector<SurveyedMatrix> surveyed;
  for (const MatrixId id : matrices) {
    LIFT_RETURN_IF_ERROR(impl_->need_matrix(id));
    surveyed.push_back({hf_name(id), impl_->model->lm().weight(id)});
  }
  return catch_exceptions(say("spectra"), [&] { return survey_spectra(surveyed, task, finished); });
}

Result<std::vector<Spectrum>> Session::base_spectra(std::span<const MatrixId> matrices, const TaskContext& task) {
  std::vector<Spectrum> spectra;
  for (const MatrixId id : matrices) {
    LIFT_RETURN_IF_ERROR(impl_->need_matrix(id));
    task.report(say("singular values"), std::ssize(spectra), std::ssize(matrices));
    LIFT_ASSIGN(std::vector<Spectrum> one, catch_exceptions(say("spectra"), [&]() -> Result<std::vector<Spectrum>> {
                  const SurveyedMatrix base{hf_name(id), impl_->base_weight(id)};
                  return survey_spectra(std::span(&base, 1), {.stop = task.stop, .progress = {}});
                }));
    spectra.push_back(std::move(one.front()));
  }
  return spectra;
}

Result<SelectionReport> Session::select(const SelectionConfig& config, std::uint64_t seed, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("selection"), [&]() -> Result<SelectionReport> {
    SelectionReport report;
    LIFT_ASSIGN([[maybe_unused]] const MaskSet masks,
                lift::select(impl_->model->lm(), config, seed, task, &report, {.detailed = true}));
    return report;
  });
}

BaseValues Session::Impl::base_values(MatrixId id) const {
  if (training) return training->method().changed(id);
  if (!attached) return {};
  const MatrixMask* mask = attached->base_of_matrices.entries.find(id);
  if (!mask || mask->entries() == 0) return {};
  return {mask->pattern, attached->base_of_matrices.values.narrow(0, mask->offset, mask->entries())};
}

at::Tensor Session::Impl::base_weight(MatrixId id) const {
  const at::Tensor& weight = model->lm().weight(id);
  const BaseValues base = base_values(id);
  if (base.pattern.entries() == 0) return weight;
  at::Tensor copy = weight.clone();
  copy.view({-1}).index_copy_(0, flat_indices(base.pattern).to(copy.device()), base.values.to(copy.options()));
  return copy;
}

SparsePattern Session::Impl::changed_pattern(MatrixId id) const {
  const BaseValues base = base_values(id);
  if (base.pattern.entries() == 0)
    return empty_pattern(model->config().rows(id.projection), model->config().columns(id.projection));
  if (!training) return base.pattern;   // a delta's entries all differ
  const at::Tensor now = gather_entries(model->lm().weight(id), base.pattern).cpu();
  return differing_entries(base.pattern, now, base.values).pattern;
}

// The entries that a query counts, and the scores behind them: undefined where no criterion chose.
Result<Session::Impl::MapEntries> Session::Impl::map_entries(const MapQuery& query) {
  LIFT_RETURN_IF_ERROR(need_matrix(query.matrix));
  switch (query.of) {
    case MapQuery::Of::Changes: return MapEntries{changed_pattern(query.matrix), {}};
    case MapQuery::Of::NewlySelected: {
      LIFT_ASSIGN(SparsePattern pattern, newly_selected(query.matrix, query.selection, query.seed));
      return MapEntries{std::move(pattern), {}};
    }
    case MapQuery::Of::Selection: break;
  }
  LIFT_ASSIGN(const MatrixChoice* chosen, choice(query.matrix, query.selection, query.seed));
  return MapEntries{chosen->pattern, chosen->score_MN};
}

Result<TileGrid> Session::tiles(const MapQuery& query) {
  return catch_exceptions(short_name(query.matrix), [&]() -> Result<TileGrid> {
    LIFT_ASSIGN(const Impl::MapEntries entries, impl_->map_entries(query));
    return tile_grid(entries.pattern, impl_->model->lm().weight(query.matrix), entries.score_MN, query.area,
                     query.tile_rows, query.tile_columns);
  });
}

Result<CellGrid> Session::cells(const MapQuery& query) {
  return catch_exceptions(short_name(query.matrix), [&]() -> Result<CellGrid> {
    LIFT_ASSIGN(const Impl::MapEntries entries, impl_->map_entries(query));
    return cell_grid(entries.pattern, impl_->model->lm().weight(query.matrix), entries.score_MN, query.area);
  });
}

}   // namespace lift
