#include "core/model/matrix_id.h"

namespace lift {

namespace {
constexpr std::array<std::string_view, kProjectionCount> kNames{"q", "k", "v", "o", "gate", "up", "down"};
}

std::string_view name_of(Projection projection) { return kNames[static_cast<std::size_t>(projection)]; }

std::optional<Projection> parse_projection(std::string_view text) {
  if (text.ends_with("_proj")) text.remove_suffix(5);
  for (Projection projection : kProjections)
    if (text == name_of(projection)) return projection;
  return std::nullopt;
}

std::string hf_name(MatrixId id) {
  const std::string_view block = id.projection <= Projection::O ? ".self_attn." : ".mlp.";
  return "model.layers." + std::to_string(id.layer) + std::string(block) + std::string(name_of(id.projection)) +
         "_proj.weight";
}

std::string short_name(MatrixId id) {
  return std::to_string(id.layer) + " · " + std::string(name_of(id.projection)) + "_proj";
}

}   // namespace lift
