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
  // Of a gated delta net, which some layers have in place of attention: q, k and v as one; what gates the output; the
  // strength of writing and the decay of every value head; the output.
  DeltaQkv,
  DeltaZ,
  DeltaB,
  DeltaA,
  DeltaOut,
  // What some families store in place of those: q, k and v, or gate and up, as the rows of one matrix. Not selected
  // from; a delta and other files name them.
  Qkv,
  GateUp
};

// The matrices of a layer with attention.
std::span<const Projection> every_projection();
// Every matrix that some family has, for words and forms that come before a model.
std::span<const Projection> every_matrix();
// The decay and the strength of writing of a delta net: as few rows as it has heads. They train where they are named.
inline bool gates_heads(Projection projection) {
  return projection == Projection::DeltaB || projection == Projection::DeltaA;
}
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
