#include "core/model/delta_block.h"

#include <algorithm>
#include <cmath>

#include <ATen/ops/cat.h>
#include <ATen/ops/rsqrt.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/softplus.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/attention/delta_rule.h"
#include "core/kernels/host_data.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/model/attention_block.h"
#include "core/model/layer_memory.h"

namespace lift {

namespace {

constexpr double kLengthEps = 1e-6;   // of q's and k's squared length, as transformers has it

at::ScalarType wide_type(const at::Tensor& x) { return x.scalar_type() == at::kDouble ? at::kDouble : at::kFloat; }
at::Tensor wide(const at::Tensor& x) { return x.to(wide_type(x)); }

// d silu(x) / dx, from x and sigmoid(x).
at::Tensor silu_slope(const at::Tensor& x, const at::Tensor& open) {
  return open.mul(x.mul(open.neg().add(1)).add_(1));
}

// Heads of length one, times `scale`.
struct Unit {
  at::Tensor directions, inverse_length;
  double scale;
  at::Tensor value() const { return directions.mul(scale); }
};

Unit unit(const at::Tensor& x_TGK, double scale) {
  const at::Tensor inverse = at::rsqrt(x_TGK.square().sum(-1, true).add_(kLengthEps));
  return {x_TGK.mul(inverse), inverse, scale};
}

at::Tensor unit_backward(const at::Tensor& grad_TGK, const Unit& unit) {
  const at::Tensor along = grad_TGK.mul(unit.directions).sum(-1, true);
  return grad_TGK.sub(unit.directions.mul(along)).mul_(unit.inverse_length).mul_(unit.scale);
}

// Everything between the projections and the delta rule, in fp32 (fp64).
struct Prepared {
  at::Tensor places_PC;   // RecurrentRows' places
  at::Tensor convolved_TC, open_TC;
  Unit q, k;
  at::Tensor v_THV, decay_TH, beta_TH, step_TH;

  DeltaOperands operands() const {
    const auto host = [](const at::Tensor& x) { return on_host(x).contiguous(); };
    return {host(q.value()), host(k.value()), host(v_THV), host(decay_TH), host(beta_TH)};
  }
};

at::Tensor tap(const LayerAt& layer, std::int64_t back) {
  const at::Tensor& taps_C1W = layer[LayerVector::DeltaConv];
  return wide(taps_C1W.select(2, taps_C1W.size(2) - 1 - back).select(1, 0));
}

Prepared prepare(const LayerAt& layer, const LayerContext& context, const at::Tensor& mixed_TC, const at::Tensor& b_TH,
                 const at::Tensor& a_TH, const at::Tensor& inputs_before_RC) {
  const ModelConfig& config = *context.config;
  const DeltaNetConfig& net = config.delta;
  const std::int64_t tokens = mixed_TC.size(0);
  std::vector<at::Tensor> places;
  if (inputs_before_RC.defined()) places.push_back(inputs_before_RC);
  places.push_back(mixed_TC);
  places.push_back(at::zeros({1, mixed_TC.size(1)}, mixed_TC.options()));
  Prepared p{.places_PC = wide(at::cat(places)), .q = {}, .k = {}};
  p.convolved_TC = wide(mixed_TC).mul(tap(layer, 0));
  for (std::size_t back = 1; back <= context.recurrent.earlier.size(); ++back)
    p.convolved_TC.addcmul_(p.places_PC.index_select(0, context.recurrent.earlier[back - 1]),
                            tap(layer, static_cast<std::int64_t>(back)));
  p.open_TC = at::sigmoid(p.convolved_TC);
  const at::Tensor active_TC = p.convolved_TC.mul(p.open_TC);
  const auto keys = [&](std::int64_t first) {
    return active_TC.narrow(1, first, net.keys()).reshape({tokens, net.key_heads, net.key_width});
  };
  p.q = unit(keys(0), 1 / std::sqrt(static_cast<double>(net.key_width)));
  p.k = unit(keys(net.keys()), 1);
  p.v_THV = active_TC.narrow(1, 2 * net.keys(), net.values()).reshape({tokens, net.value_heads, net.value_width});
  p.beta_TH = at::sigmoid(wide(b_TH));
  p.step_TH = wide(a_TH).add(wide(layer[LayerVector::DeltaStepBias]));
  p.decay_TH = at::softplus(p.step_TH).mul_(wide(layer[LayerVector::DeltaRate]).exp().neg_());
  return p;
}

// The norm of every head of the delta rule's result, gated by z.
struct Gated {
  at::Tensor unscaled_THV, inverse_T1, normed_THV, z_THV, open_THV;
  at::Tensor value(at::ScalarType type) const {
    return normed_THV.mul(z_THV.mul(open_THV)).to(type).reshape({normed_THV.size(0), -1});
  }
};

Gated gate(const LayerAt& layer, const ModelConfig& config, const at::Tensor& core_THV, const at::Tensor& z_TM) {
  Gated g;
  g.inverse_T1 = at::rsqrt(core_THV.square().mean(-1, true).add_(config.rms_norm_eps));
  g.unscaled_THV = core_THV.mul(g.inverse_T1);
  g.normed_THV = g.unscaled_THV.mul(wide(layer[LayerVector::DeltaNorm]));
  g.z_THV = wide(z_TM).view(core_THV.sizes());
  g.open_THV = at::sigmoid(g.z_THV);
  return g;
}

}   // namespace

at::Tensor delta_forward(const LayerAt& layer, const LayerContext& context, const at::Tensor& x_TD,
                         const at::Tensor& read, DeltaSaved* keep) {
  const RecurrentRows& rows = context.recurrent;
  // qkv, z, b and a lie side by side.
  const auto projected = linears(x_TD, std::span(&layer[Projection::DeltaQkv], 4));
  const at::Tensor &mixed = projected[0], &z = projected[1], &b = projected[2], &a = projected[3];
  RecurrentState before;
  if (rows.goes_on) before = context.memory->before(layer.number);
  const Prepared p = prepare(layer, context, mixed, b, a, before.inputs_RC);
  at::Tensor last;
  at::Tensor core =
      delta_rule(p.operands(), rows.rows, before.states_RHKV, context.memory ? &last : nullptr).to(mixed.device());
  if (context.memory)
    context.memory->keep(layer.number, {p.places_PC.index_select(0, rows.last).to(mixed.scalar_type()), last});
  const at::Tensor out = gate(layer, *context.config, core, z).value(mixed.scalar_type());
  if (keep) *keep = {mixed, z, b, a, std::move(core)};
  return linear(rows_read(out, read), layer[Projection::DeltaOut]);
}

at::Tensor delta_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                          const DeltaSaved& saved, const at::Tensor& read, const at::Tensor& grad_TD,
                          const std::function<at::Tensor()>& input) {
  const ModelConfig& config = *context.config;
  const at::ScalarType type = grad_TD.scalar_type();
  const Gated g = gate(layer, config, saved.core_THV, saved.z_TM);
  if (share.wants(Projection::DeltaOut)) share.give(Projection::DeltaOut, rows_read(g.value(type), read), grad_TD);
  if (!share.wants_delta_input() && !share.below) return {};
  at::Tensor grad_out_TM = product(grad_TD, layer[Projection::DeltaOut]);
  if (read.defined()) grad_out_TM = among_all(grad_out_TM, read, saved.core_THV.size(0));
  const at::Tensor grad_THV = wide(grad_out_TM).view(saved.core_THV.sizes());
  const at::Tensor grad_z = grad_THV.mul(g.normed_THV).mul_(silu_slope(g.z_THV, g.open_THV)).to(type).flatten(1);
  const at::Tensor grad_unscaled = grad_THV.mul(g.z_THV.mul(g.open_THV)).mul_(wide(layer[LayerVector::DeltaNorm]));
  const at::Tensor grad_core =
      grad_unscaled.sub(g.unscaled_THV.mul(grad_unscaled.mul(g.unscaled_THV).mean(-1, true))).mul_(g.inverse_T1);

  const Prepared p = prepare(layer, context, saved.mixed_TC, saved.b_TH, saved.a_TH, {});
  const DeltaOperands grads =
      delta_rule_backward(p.operands(), context.recurrent.rows, on_host(grad_core).contiguous());
  const auto back = [&](const at::Tensor& x) { return x.to(grad_TD.device()); };
  const at::Tensor grad_convolved_TC =
      at::cat({unit_backward(back(grads.q_TGK), p.q).flatten(1), unit_backward(back(grads.k_TGK), p.k).flatten(1),
               back(grads.v_THV).flatten(1)},
              1)
          .mul_(silu_slope(p.convolved_TC, p.open_TC));
  at::Tensor grad_places_PC = at::zeros(p.places_PC.sizes(), p.places_PC.options());
  grad_places_PC.narrow(0, 0, grad_convolved_TC.size(0)).copy_(grad_convolved_TC.mul(tap(layer, 0)));
  for (std::size_t i = 1; i <= context.recurrent.earlier.size(); ++i)
    grad_places_PC.index_add_(0, context.recurrent.earlier[i - 1],
                              grad_convolved_TC.mul(tap(layer, static_cast<std::int64_t>(i))));
  const at::Tensor grad_mixed = grad_places_PC.narrow(0, 0, grad_convolved_TC.size(0)).to(type).contiguous();
  const at::Tensor grad_b = back(grads.beta_TH).mul_(p.beta_TH).mul_(p.beta_TH.neg().add_(1)).to(type);
  const at::Tensor grad_a =
      back(grads.decay_TH).mul_(at::sigmoid(p.step_TH)).mul_(wide(layer[LayerVector::DeltaRate]).exp().neg_()).to(type);
  if (share.wants_delta_input()) {
    const at::Tensor input_TD = input();
    share.give(Projection::DeltaQkv, input_TD, grad_mixed);
    share.give(Projection::DeltaZ, input_TD, grad_z);
    share.give(Projection::DeltaB, input_TD, grad_b);
    share.give(Projection::DeltaA, input_TD, grad_a);
  }
  if (!share.below) return {};
  at::Tensor grad_input_TD = product(grad_mixed, layer[Projection::DeltaQkv]);
  add_product(grad_input_TD, grad_z, layer[Projection::DeltaZ]);
  add_product(grad_input_TD, grad_b, layer[Projection::DeltaB]);
  add_product(grad_input_TD, grad_a, layer[Projection::DeltaA]);
  return grad_input_TD;
}

// Kept: DeltaSaved. The backward holds about eight tensors of the convolution's width and ten of the values' in fp32.
TokenBytes delta_token_bytes(const ModelConfig& config, std::int64_t element) {
  const std::int64_t channels = config.extent(Extent::DeltaQkv), values = config.extent(Extent::DeltaValue);
  const std::int64_t heads = config.extent(Extent::DeltaHeads), wide = std::max<std::int64_t>(4, element);
  return {.kept = (channels + values + 2 * heads) * element + values * wide,
          .workspace = (8 * channels + 10 * values) * wide,
          .evaluation = (6 * channels + 5 * values) * wide};
}

}   // namespace lift
