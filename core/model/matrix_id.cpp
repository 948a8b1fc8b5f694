#include "core/model/matrix_id.h"

#include <array>

namespace lift {

namespace {

struct Row {
  Projection projection;
  std::string_view name, module;
};

// In the order of the enum.
constexpr std::array kRows{
    Row{Projection::Q, "q", "self_attn.q_proj"},
    Row{Projection::K, "k", "self_attn.k_proj"},
    Row{Projection::V, "v", "self_attn.v_proj"},
    Row{Projection::O, "o", "self_attn.o_proj"},
    Row{Projection::Gate, "gate", "mlp.gate_proj"},
    Row{Projection::Up, "up", "mlp.up_proj"},
    Row{Projection::Down, "down", "mlp.down_proj"},
    Row{Projection::DeltaQkv, "delta_qkv", "linear_attn.in_proj_qkv"},
    Row{Projection::DeltaZ, "delta_z", "linear_attn.in_proj_z"},
    Row{Projection::DeltaB, "delta_b", "linear_attn.in_proj_b"},
    Row{Projection::DeltaA, "delta_a", "linear_attn.in_proj_a"},
    Row{Projection::DeltaOut, "delta_out", "linear_attn.out_proj"},
    Row{Projection::Qkv, "qkv", "self_attn.qkv_proj"},
    Row{Projection::GateUp, "gate_up", "mlp.gate_up_proj"},
};

constexpr auto kProjections = [] {
  std::array<Projection, kRows.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = kRows[i].projection;
  return all;
}();

constexpr std::size_t kAttention = static_cast<std::size_t>(Projection::Down) + 1;
constexpr std::size_t kComputed = static_cast<std::size_t>(Projection::DeltaOut) + 1;

const Row& row_of(Projection projection) { return kRows[static_cast<std::size_t>(projection)]; }

}   // namespace

std::span<const Projection> every_projection() { return std::span(kProjections).first(kAttention); }
std::span<const Projection> every_matrix() { return std::span(kProjections).first(kComputed); }
std::span<const Projection> every_stored_matrix() { return kProjections; }

std::string_view name_of(Projection projection) { return row_of(projection).name; }
std::string_view module_of(Projection projection) { return row_of(projection).module; }

std::optional<Projection> parse_projection(std::string_view text) {
  if (text.ends_with("_proj")) text.remove_suffix(5);
  for (const Projection projection : every_matrix())
    if (text == name_of(projection)) return projection;
  return std::nullopt;
}

std::string hf_name(MatrixId id) {
  return "model.layers." + std::to_string(id.layer) + "." + std::string(module_of(id.projection)) + ".weight";
}

std::string short_name(MatrixId id) {
  return std::to_string(id.layer) + " · " + std::string(name_of(id.projection)) + "_proj";
}

}   // namespace lift
