// Spectra, and which weights would train: Session's answers to the heat map.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/selection/mask_tiles.h"
#include "core/selection/sparse_mask.h"
#include "core/session/session_impl.h"
#include "core/spectra/spectrum_survey.h"

namespace lift {

namespace {

// W_r of a matrix is as large as the matrix in fp32: a few large ones, or many small ones.
constexpr std::int64_t kCachedBytes = std::int64_t{256} << 20;

std::string key_of(SelectionConfig config, std::uint64_t seed) {
  Recipe recipe;
  config.refresh_every = 0;   // says nothing about one selection
  config.layers.clear();
  config.projections.clear();
  recipe.selection = std::move(config);
  return fmt::format("{} {}", to_json(recipe)["selection"].dump(), seed);
}

std::int64_t bytes_of(const MatrixChoice& choice) {
  const std::int64_t scores = choice.score_MN.defined() ? static_cast<std::int64_t>(choice.score_MN.nbytes()) : 0;
  return scores + 4 * choice.pattern.entries();
}

}  // namespace

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

MatrixChoice& SelectionCache::put(MatrixId id, MatrixChoice choice) {
  choices_.emplace_front(id, std::move(choice));
  std::int64_t bytes = 0;
  for (auto at = choices_.begin(); at != choices_.end();) {
    bytes += bytes_of(at->second);
    at = bytes > kCachedBytes && at != choices_.begin() ? choices_.erase(at) : std::next(at);
  }
  return choices_.front().second;
}

Result<MatrixChoice*> Session::Impl::choice(MatrixId id, const SelectionConfig& config, std::uint64_t seed) {
  LIFT_RETURN_IF_ERROR(need_matrix(id));
  LIFT_RETURN_IF_ERROR(config.validate(model->config()));
  selections.use(key_of(config, seed));
  if (MatrixChoice* known = selections.find(id)) return known;
  return catch_exceptions(short_name(id), [&]() -> Result<MatrixChoice*> {
    LIFT_ASSIGN(MatrixChoice made, lift::select_matrix(model->lm().weight(id), id, config, seed));
    return &selections.put(id, std::move(made));
  });
}

Result<SparsePattern> Session::Impl::newly_selected(MatrixId id, const SelectionConfig& config, std::uint64_t seed) {
  LIFT_ASSIGN(const MatrixChoice* now, choice(id, config, seed));
  const MatrixMask* changed = attached ? attached->base.entries.find(id) : nullptr;
  if (!changed || changed->entries() == 0) return empty_pattern(now->pattern.rows, now->pattern.columns_count);
  base_selections.use(key_of(config, seed));
  const MatrixChoice* before = base_selections.find(id);
  if (!before) {
    LIFT_ASSIGN(MatrixChoice made, catch_exceptions(short_name(id), [&]() -> Result<MatrixChoice> {
                  at::Tensor base = model->lm().weight(id).clone();
                  base.view({-1}).index_copy_(0, flat_indices(changed->pattern).to(base.device()),
                                              attached->base.values.narrow(0, changed->offset, changed->entries()).to(base.options()));
                  LIFT_ASSIGN(MatrixChoice of_base, lift::select_matrix(base, id, config, seed, false));
                  of_base.score_MN.reset();   // its pattern is all that is asked for
                  return of_base;
                }));
    before = &base_selections.put(id, std::move(made));
  }
  return pattern_difference(now->pattern, before->pattern);
}

Result<TileGrid> Session::newly_selected_tiles(MatrixId id, const SelectionConfig& config, std::uint64_t seed, CellRectangle area,
                                               std::int64_t tile_rows, std::int64_t tile_columns) {
  LIFT_ASSIGN(const SparsePattern pattern, impl_->newly_selected(id, config, seed));
  return catch_exceptions(short_name(id),
                          [&] { return tile_grid(pattern, impl_->model->lm().weight(id), {}, area, tile_rows, tile_columns); });
}

Result<CellGrid> Session::newly_selected_cells(MatrixId id, const SelectionConfig& config, std::uint64_t seed, CellRectangle area) {
  LIFT_ASSIGN(const SparsePattern pattern, impl_->newly_selected(id, config, seed));
  return catch_exceptions(short_name(id), [&] { return cell_grid(pattern, impl_->model->lm().weight(id), {}, area); });
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

Result<SelectionReport> Session::select(const SelectionConfig& config, std::uint64_t seed, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("selection"), [&]() -> Result<SelectionReport> {
    SelectionReport report;
    LIFT_ASSIGN([[maybe_unused]] const MaskSet masks,
                lift::select(impl_->model->lm(), config, seed, task, &report, nullptr, {.detailed = true}));
    return report;
  });
}

Result<MatrixSelection> Session::select_matrix(MatrixId id, const SelectionConfig& config, std::uint64_t seed) {
  LIFT_ASSIGN(const MatrixChoice* choice, impl_->choice(id, config, seed));
  return choice->summary;
}

Result<TileGrid> Session::tiles(MatrixId id, const SelectionConfig& config, std::uint64_t seed, CellRectangle area,
                                std::int64_t tile_rows, std::int64_t tile_columns) {
  LIFT_ASSIGN(const MatrixChoice* choice, impl_->choice(id, config, seed));
  return catch_exceptions(short_name(id), [&] {
    return tile_grid(choice->pattern, impl_->model->lm().weight(id), choice->score_MN, area, tile_rows, tile_columns);
  });
}

Result<CellGrid> Session::cells(MatrixId id, const SelectionConfig& config, std::uint64_t seed, CellRectangle area) {
  LIFT_ASSIGN(const MatrixChoice* choice, impl_->choice(id, config, seed));
  return catch_exceptions(short_name(id), [&] {
    return cell_grid(choice->pattern, impl_->model->lm().weight(id), choice->score_MN, area);
  });
}

SparsePattern Session::Impl::changed_pattern(MatrixId id) const {
  if (const MatrixMask* mask = attached ? attached->base.entries.find(id) : nullptr) return mask->pattern;
  return empty_pattern(model->config().rows(id.projection), model->config().columns(id.projection));
}

Result<TileGrid> Session::changed_tiles(MatrixId id, CellRectangle area, std::int64_t tile_rows,
                                        std::int64_t tile_columns) {
  LIFT_RETURN_IF_ERROR(impl_->need_matrix(id));
  return catch_exceptions(short_name(id), [&] {
    return tile_grid(impl_->changed_pattern(id), impl_->model->lm().weight(id), {}, area, tile_rows, tile_columns);
  });
}

Result<CellGrid> Session::changed_cells(MatrixId id, CellRectangle area) {
  LIFT_RETURN_IF_ERROR(impl_->need_matrix(id));
  return catch_exceptions(short_name(id), [&] {
    return cell_grid(impl_->changed_pattern(id), impl_->model->lm().weight(id), {}, area);
  });
}

}  // namespace lift
