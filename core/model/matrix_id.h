#pragma once
// The matrices of a decoder layer that multiply activations: what LIFT selects from. Tensor-free.
// Used from selection/ to the window; the order here is the order of every table and grid. Which of them a model's
// layers have, and of what shape, its plan says (layer_plan.h).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lift {

enum class Projection : std::uint8_t {
  Q,
  K,
  V,
  O,
  Gate,
  Up,
  Down,
  // What some families store in place of those: q, k and v, or gate and up, as the rows of one matrix. Not selected
  // from; a delta and other files name them.
  Qkv,
  GateUp
};

// Every matrix that some family has, for words and forms that come before a model.
std::span<const Projection> every_projection();
// Those and the stored ones, for names in files.
std::span<const Projection> every_stored_matrix();

std::string_view name_of(Projection projection);                     // "q", "k", ..., "down"
std::string_view module_of(Projection projection);                   // "mlp.down_proj", inside a layer
std::optional<Projection> parse_projection(std::string_view text);   // "q" or "q_proj"

struct MatrixId {
  std::int32_t layer = 0;
  Projection projection = Projection::Q;
  auto operator<=>(const MatrixId&) const = default;
};

std::string hf_name(MatrixId id);      // "model.layers.12.mlp.down_proj.weight"
std::string short_name(MatrixId id);   // "12 · down_proj"

}   // namespace lift
