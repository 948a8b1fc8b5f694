#pragma once
// A decoder layer as a table: its tensors with their shapes and their names in files, and the traits in which families
// differ. Loader, checks, named tensors, counts, memory plan, delta, grids and the window all read this table, so that
// a layer is described once. A family's file makes its plan. Tensor-free.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/model/matrix_id.h"

namespace lift {

// The layer's vectors. An "OutNorm" follows a block, on its branch, before the branch is added to the stream.
enum class LayerVector : std::uint8_t {
  AttentionNorm,
  QBias,
  KBias,
  VBias,
  OBias,
  QNorm,
  KNorm,
  AttentionOutNorm,
  FeedForwardNorm,
  FeedForwardOutNorm,
  // Of a gated delta net: the short convolution's taps of every channel (oldest first), the logarithm of the decay's
  // rate and the bias of its step, of every value head, and the norm of a value head.
  DeltaConv,
  DeltaRate,
  DeltaStepBias,
  DeltaNorm
};

// A size of the model's configuration (ModelConfig::extent).
enum class Extent : std::uint8_t {
  Hidden,
  FeedForward,
  Query,
  KeyValue,
  Head,
  GatedQuery,   // of every head q and the gate of its output
  DeltaQkv,
  DeltaValue,
  DeltaHeads,   // value heads
  DeltaValueHead,
  DeltaTaps
};

// Which layers have a tensor, where some have a gated delta net in place of attention.
enum class InLayers : std::uint8_t { All, Attention, Delta };

using LayerRole = std::variant<Projection, LayerVector>;

struct LayerTensor {
  LayerRole role;
  Extent rows;                     // outputs of a matrix, length of a vector
  std::optional<Extent> columns;   // inputs of a matrix; none: a vector
  std::string hf, gguf;            // names inside the layer: "mlp.up_proj.weight", "ffn_up.weight"
  // Files hold this tensor as rows of the matrix `within`, after the rows of earlier tensors that name the same matrix;
  // hf and gguf are then the names of that matrix.
  std::optional<Projection> within = {};
  InLayers in = InLayers::All;

  bool is_matrix() const { return std::holds_alternative<Projection>(role); }
  // Rows belong to heads whose channels rotate: GGUF conversion of some families reorders them.
  bool rotates() const;
  bool is_norm() const;
};

enum class Activation : std::uint8_t { Silu, GeluTanh };   // of the gate

struct LayerPlan {
  std::vector<LayerTensor> tensors;   // in the order in which folders are written
  Activation activation = Activation::Silu;
  double attention_scale = 0;      // of the scores; 0: 1 / sqrt(head width)
  double attention_soft_cap = 0;   // a score x becomes cap tanh(x / cap); 0: it stays
  double residual_scale = 1;       // of a block's branch before it is added
  bool norms_add_one = false;      // norms multiply by 1 + weight
  bool output_gate = false;        // q comes with a gate of what each head attends to (Extent::GatedQuery)
  bool neighbours_turn = false;    // rotary pairs are channels 0 and 1, 2 and 3, ..., not the halves

  void insert_behind(LayerRole role, LayerTensor tensor);
  void remove(LayerRole role);
  const LayerTensor* find(LayerRole role) const;   // nullptr: the layer has none
  std::vector<Projection> matrices() const;        // of any layer, in the order of the enum: the columns of every grid
  std::int64_t column_of(Projection projection) const;   // its place in matrices(); the layer has it
  // What files hold, in order: one tensor, or those that are the rows of one matrix.
  std::vector<std::span<const LayerTensor>> stored() const;
  std::span<const LayerTensor> parts_of(Projection stored) const;   // empty: the layer has no such matrix of parts
};

// Of LayerPlan::stored: the matrix whose rows these are, or the tensor's own role.
LayerRole stored_role(std::span<const LayerTensor> stored);

// Norm, q, k, v, o, norm, gate, up, down: the table that the other families' start from.
LayerPlan llama_layer();
// With norms of q and k before the rotation: of each head (Extent::Head) or of all heads as one.
void add_head_norms(LayerPlan& plan, Extent query, Extent key);
// Files hold q, k and v as one matrix; or gate and up.
void fuse_qkv(LayerPlan& plan);
void fuse_gate_up(LayerPlan& plan);
// q's rows become, of every head, q and the gate of what the head attends to.
void set_output_gate(LayerPlan& plan);
// The attention's tensors become those of some layers, and the gated delta net's those of the others.
void add_delta_net(LayerPlan& plan);
// The same with q, k and v followed by their biases, and o if `output`.
void add_attention_biases(LayerPlan& plan, bool output);

}   // namespace lift
