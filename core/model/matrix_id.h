#pragma once
// The seven linear projections of a decoder layer: the matrices that LIFT selects from. Tensor-free.
// Used from selection/ to the window; the order here is the order of every table and grid.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lift {

enum class Projection : std::uint8_t { Q, K, V, O, Gate, Up, Down };
inline constexpr int kProjectionCount = 7;
inline constexpr std::array<Projection, kProjectionCount> kProjections{
    Projection::Q, Projection::K, Projection::V, Projection::O, Projection::Gate, Projection::Up, Projection::Down};

std::string_view name_of(Projection projection);                     // "q", "k", ..., "down"
std::optional<Projection> parse_projection(std::string_view text);   // "q" or "q_proj"

struct MatrixId {
  std::int32_t layer = 0;
  Projection projection = Projection::Q;
  auto operator<=>(const MatrixId&) const = default;
};

std::string hf_name(MatrixId id);      // "model.layers.12.mlp.down_proj.weight"
std::string short_name(MatrixId id);   // "12 · down_proj"

}   // namespace lift
