#include "core/selection/selection_config.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/selection/criterion.h"

namespace lift {
namespace {

Error invalid(std::string_view field, Sentence message, Sentence advice = {}) {
  return make_error(ErrorCode::InvalidArgument, fmt::format("selection.{}", field), std::move(message),
                    std::move(advice));
}

Status check_scope(const SelectionConfig& config, const ModelConfig& model) {
  for (std::int32_t layer : config.layers) {
    if (layer < 0 || layer >= model.layer_count)
      return invalid("layers", say("expected layers 0 to {} of {}, found {}", model.layer_count - 1,
                                   model.name.empty() ? say("the model") : Sentence::verbatim(model.name), layer));
    if (std::ranges::count(config.layers, layer) > 1)
      return invalid("layers", say("layer {} is named twice", layer), say("Name every layer once"));
  }
  for (Projection projection : config.projections) {
    if (std::ranges::count(config.projections, projection) > 1)
      return invalid("projections", say("{} is named twice", name_of(projection)), say("Name every projection once"));
    if (!model.layer.find(projection))
      return invalid("projections", say("expected matrices that the layers have, found {}", name_of(projection)));
  }
  return {};
}

Status check_rank(const Criterion& criterion, const SelectionConfig& config, const ModelConfig& model) {
  LIFT_RETURN_IF_ERROR(
      parse_low_rank_method(config.method).ok()
          ? Status{}
          : Status{invalid("method", say("expected auto, exact, gram or subspace, found \"{}\"", config.method))});
  if (criterion.exact_only && config.method != "auto" && config.method != "exact")
    return invalid("method", say("expected auto or exact, found \"{}\"", config.method),
                   say("{} needs singular values that are not the leading ones", criterion.name));
  if (config.rank < 1) return invalid("rank", say("expected 1 or more, found {}", config.rank));
  for (MatrixId id : config.matrices(model)) {
    const std::int64_t rows = model.rows(id.projection), columns = model.columns(id.projection);
    if (config.rank > std::min(rows, columns))
      return invalid("rank",
                     say("expected at most {}, the full rank of {} ({} x {}), found {}", std::min(rows, columns),
                         hf_name(id), rows, columns, config.rank),
                     say("Take a lower rank, or leave that projection out"));
  }
  return {};
}

}   // namespace

Status SelectionConfig::validate_scope(const ModelConfig& config) const { return check_scope(*this, config); }

Status SelectionConfig::validate(const ModelConfig& config) const {
  const Criterion* chosen = find_criterion(criterion);
  if (!chosen) return invalid("criterion", say("expected one of {}, found \"{}\"", known_criteria(), criterion));
  if (budget_rank < 0) return invalid("budget_rank", say("expected 0 (use density) or more, found {}", budget_rank));
  if (budget_rank == 0 && !(density > 0 && density < 1))
    return invalid("density", say("expected a share above 0 and below 1, found {}", density),
                   say("0.05 trains 5 % of every matrix"));
  if (refresh_every < 0)
    return invalid("refresh_every", say("expected 0 (never) or more steps, found {}", refresh_every));
  LIFT_RETURN_IF_ERROR(check_scope(*this, config));
  if (chosen->uses_rank) LIFT_RETURN_IF_ERROR(check_rank(*chosen, *this, config));
  return {};
}

std::int64_t SelectionConfig::entries_of(std::int64_t rows, std::int64_t columns) const {
  const std::int64_t all = rows * columns;
  if (budget_rank > 0) {
    // (rows + columns) r without overflow: beyond `all` it is cut there anyway.
    const std::int64_t enough = (all + rows + columns - 1) / (rows + columns);
    return budget_rank >= enough ? all : (rows + columns) * budget_rank;
  }
  return std::clamp<std::int64_t>(std::llround(density * static_cast<double>(all)), 1, all);
}

bool SelectionConfig::selects(MatrixId id) const {
  return (layers.empty() || std::ranges::find(layers, id.layer) != layers.end()) &&
         (projections.empty() ? !gates_heads(id.projection)
                              : std::ranges::find(projections, id.projection) != projections.end());
}

std::vector<MatrixId> SelectionConfig::matrices(const ModelConfig& config) const {
  std::vector<MatrixId> ids;
  const std::vector<Projection> of_layer = config.layer.matrices();
  for (std::int32_t layer = 0; layer < config.layer_count; ++layer)
    for (Projection projection : of_layer)
      if (const MatrixId id{layer, projection}; config.has(id) && selects(id)) ids.push_back(id);
  return ids;
}

}   // namespace lift
