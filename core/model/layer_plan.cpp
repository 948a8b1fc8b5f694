#include "core/model/layer_plan.h"

#include <algorithm>

#include "core/base/check.h"

namespace lift {

namespace {

LayerTensor matrix(Projection projection, Extent rows, Extent columns, const char* gguf) {
  return {projection, rows, columns, std::string(module_of(projection)) + ".weight", gguf};
}

LayerTensor vector(LayerVector role, Extent rows, const char* hf, const char* gguf) {
  return {role, rows, std::nullopt, hf, gguf};
}

}   // namespace

bool LayerTensor::rotates() const {
  return role == LayerRole(Projection::Q) || role == LayerRole(Projection::K) ||
         role == LayerRole(LayerVector::QBias) || role == LayerRole(LayerVector::KBias);
}

bool LayerTensor::is_norm() const {
  using enum LayerVector;
  const auto* vector = std::get_if<LayerVector>(&role);
  return vector && *vector != QBias && *vector != KBias && *vector != VBias && *vector != OBias &&
         *vector <= FeedForwardOutNorm;
}

void LayerPlan::insert_behind(LayerRole role, LayerTensor tensor) {
  const auto at = std::ranges::find(tensors, role, &LayerTensor::role);
  LIFT_CHECK(at != tensors.end(), "the layer has the tensor before");
  tensors.insert(at + 1, std::move(tensor));
}

void LayerPlan::remove(LayerRole role) {
  std::erase_if(tensors, [&](const LayerTensor& tensor) { return tensor.role == role; });
}

const LayerTensor* LayerPlan::find(LayerRole role) const {
  const auto found = std::ranges::find(tensors, role, &LayerTensor::role);
  return found == tensors.end() ? nullptr : &*found;
}

std::vector<Projection> LayerPlan::matrices() const {
  std::vector<Projection> list;
  for (const LayerTensor& tensor : tensors)
    if (const auto* projection = std::get_if<Projection>(&tensor.role)) list.push_back(*projection);
  std::ranges::sort(list);
  return list;
}

std::int64_t LayerPlan::column_of(Projection projection) const {
  const std::vector<Projection> list = matrices();
  const auto found = std::ranges::find(list, projection);
  LIFT_CHECK(found != list.end(), "the layer has the matrix");
  return found - list.begin();
}

std::vector<std::span<const LayerTensor>> LayerPlan::stored() const {
  std::vector<std::span<const LayerTensor>> groups;
  for (const LayerTensor& tensor : tensors) {
    if (tensor.within && !groups.empty() && groups.back().front().within == tensor.within)
      groups.back() = {groups.back().data(), groups.back().size() + 1};
    else groups.emplace_back(&tensor, 1);
  }
  return groups;
}

std::span<const LayerTensor> LayerPlan::parts_of(Projection stored_matrix) const {
  for (const auto group : stored())
    if (group.front().within == stored_matrix) return group;
  return {};
}

LayerRole stored_role(std::span<const LayerTensor> stored) {
  return stored.front().within ? LayerRole(*stored.front().within) : stored.front().role;
}

LayerPlan llama_layer() {
  using enum Extent;
  LayerPlan plan;
  plan.tensors = {
      vector(LayerVector::AttentionNorm, Hidden, "input_layernorm.weight", "attn_norm.weight"),
      matrix(Projection::Q, Query, Hidden, "attn_q.weight"),
      matrix(Projection::K, KeyValue, Hidden, "attn_k.weight"),
      matrix(Projection::V, KeyValue, Hidden, "attn_v.weight"),
      matrix(Projection::O, Hidden, Query, "attn_output.weight"),
      matrix(Projection::Gate, FeedForward, Hidden, "ffn_gate.weight"),
      matrix(Projection::Up, FeedForward, Hidden, "ffn_up.weight"),
      matrix(Projection::Down, Hidden, FeedForward, "ffn_down.weight"),
      vector(LayerVector::FeedForwardNorm, Hidden, "post_attention_layernorm.weight", "ffn_norm.weight"),
  };
  return plan;
}

namespace {

void fuse(LayerPlan& plan, std::initializer_list<Projection> parts, Projection whole, const char* gguf) {
  for (LayerTensor& tensor : plan.tensors)
    for (const Projection part : parts)
      if (tensor.role == LayerRole(part)) {
        tensor.within = whole;
        tensor.hf = std::string(module_of(whole)) + ".weight";
        tensor.gguf = gguf;
      }
}

}   // namespace

void fuse_qkv(LayerPlan& plan) {
  fuse(plan, {Projection::Q, Projection::K, Projection::V}, Projection::Qkv, "attn_qkv.weight");
}

// GGUF has no name of its own for it.
void fuse_gate_up(LayerPlan& plan) {
  fuse(plan, {Projection::Gate, Projection::Up}, Projection::GateUp, "ffn_up.weight");
}

void set_output_gate(LayerPlan& plan) {
  plan.output_gate = true;
  for (LayerTensor& tensor : plan.tensors)
    if (tensor.role == LayerRole(Projection::Q)) tensor.rows = Extent::GatedQuery;
}

void add_delta_net(LayerPlan& plan) {
  using enum Extent;
  using enum LayerVector;
  for (LayerTensor& tensor : plan.tensors) {
    const auto* projection = std::get_if<Projection>(&tensor.role);
    const auto* of_layer = std::get_if<LayerVector>(&tensor.role);
    if (projection ? *projection <= Projection::O : *of_layer >= QBias && *of_layer <= KNorm)
      tensor.in = InLayers::Attention;
  }
  for (LayerTensor tensor :
       {matrix(Projection::DeltaQkv, Extent::DeltaQkv, Hidden, "attn_qkv.weight"),
        matrix(Projection::DeltaZ, DeltaValue, Hidden, "attn_gate.weight"),
        matrix(Projection::DeltaB, DeltaHeads, Hidden, "ssm_beta.weight"),
        matrix(Projection::DeltaA, DeltaHeads, Hidden, "ssm_alpha.weight"),
        LayerTensor{DeltaConv, Extent::DeltaQkv, DeltaTaps, "linear_attn.conv1d.weight", "ssm_conv1d.weight"},
        vector(DeltaRate, DeltaHeads, "linear_attn.A_log", "ssm_a"),
        vector(DeltaStepBias, DeltaHeads, "linear_attn.dt_bias", "ssm_dt.bias"),
        vector(DeltaNorm, DeltaValueHead, "linear_attn.norm.weight", "ssm_norm.weight"),
        matrix(Projection::DeltaOut, Hidden, DeltaValue, "ssm_out.weight")}) {
    tensor.in = InLayers::Delta;
    plan.tensors.push_back(std::move(tensor));
  }
}

void add_attention_biases(LayerPlan& plan, bool output) {
  plan.insert_behind(Projection::Q, vector(LayerVector::QBias, Extent::Query, "self_attn.q_proj.bias", "attn_q.bias"));
  plan.insert_behind(Projection::K,
                     vector(LayerVector::KBias, Extent::KeyValue, "self_attn.k_proj.bias", "attn_k.bias"));
  plan.insert_behind(Projection::V,
                     vector(LayerVector::VBias, Extent::KeyValue, "self_attn.v_proj.bias", "attn_v.bias"));
  if (output)
    plan.insert_behind(Projection::O,
                       vector(LayerVector::OBias, Extent::Hidden, "self_attn.o_proj.bias", "attn_output.bias"));
}

void add_head_norms(LayerPlan& plan, Extent query, Extent key) {
  plan.insert_behind(Projection::O, vector(LayerVector::KNorm, key, "self_attn.k_norm.weight", "attn_k_norm.weight"));
  plan.insert_behind(Projection::O, vector(LayerVector::QNorm, query, "self_attn.q_norm.weight", "attn_q_norm.weight"));
}

}   // namespace lift
