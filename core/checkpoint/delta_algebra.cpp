#include "core/checkpoint/delta_algebra.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include <ATen/ops/_unique2.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/searchsorted.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/checkpoint/delta_format.h"
#include "core/kernels/host_data.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

constexpr std::array<std::pair<CombineBy, std::string_view>, 5> kNames{{{CombineBy::Sum, "sum"},
                                                                        {CombineBy::Shared, "shared"},
                                                                        {CombineBy::Ties, "ties"},
                                                                        {CombineBy::DareLinear, "dare_linear"},
                                                                        {CombineBy::DareTies, "dare_ties"}}};

// One delta's entries of a tensor: rising positions in the flattened tensor, and its values there.
struct Entries {
  at::Tensor positions_E;   // int64
  at::Tensor values_E;      // in the base's type
};

Entries entries_of(const Delta& delta, const std::string& name, const at::Tensor& base) {
  if (const auto id = matrix_of_name(name)) {
    const MatrixMask* mask = delta.entries.find(*id);
    if (!mask) return {};
    return {flat_indices(mask->pattern), delta.values.narrow(0, mask->offset, mask->entries())};
  }
  for (const WholeTensor& whole : delta.whole)
    if (whole.name == name) {
      const at::Tensor values = whole.values.reshape(-1).to(base.scalar_type());
      const at::Tensor positions = values.ne(base.reshape(-1)).nonzero().view(-1);
      return {positions, values.index_select(0, positions)};
    }
  return {};
}

// What the deltas add to the entries that any of them changes.
struct Meeting {
  at::Tensor positions_U;   // int64, rising
  at::Tensor base_U;        // fp64
  at::Tensor change_NU;     // fp64, 0 where a delta changes nothing
  at::Tensor there_NU;      // bool: it changes the entry
  std::vector<Entries> entries;
};

std::optional<Meeting> meet(const std::vector<NamedDelta>& deltas, const std::string& name, const at::Tensor& base) {
  Meeting meeting;
  std::vector<at::Tensor> all;
  for (const NamedDelta& delta : deltas) {
    meeting.entries.push_back(entries_of(*delta.delta, name, base));
    if (meeting.entries.back().positions_E.defined()) all.push_back(meeting.entries.back().positions_E);
  }
  if (all.empty()) return std::nullopt;
  meeting.positions_U = std::get<0>(at::_unique2(at::cat(all), true));
  meeting.base_U = base.reshape(-1).index_select(0, meeting.positions_U).to(at::kDouble);
  const std::int64_t count = static_cast<std::int64_t>(deltas.size()), union_size = meeting.positions_U.numel();
  meeting.change_NU = at::zeros({count, union_size}, at::kDouble);
  meeting.there_NU = at::zeros({count, union_size}, at::kBool);
  for (std::int64_t i = 0; i < count; ++i) {
    const Entries& own = meeting.entries[static_cast<std::size_t>(i)];
    if (!own.positions_E.defined()) continue;
    const at::Tensor places = at::searchsorted(meeting.positions_U, own.positions_E);
    const at::Tensor change = own.values_E.to(at::kDouble).sub_(meeting.base_U.index_select(0, places));
    meeting.change_NU[i].index_put_({places}, change);
    meeting.there_NU[i].index_fill_(0, places, true);
  }
  return meeting;
}

// TIES' trimming: of each delta's entries the largest changes stay. At least one does.
void trim(Meeting& meeting, double keep) {
  for (std::int64_t i = 0; i < meeting.change_NU.size(0); ++i) {
    const at::Tensor there = meeting.there_NU[i];
    const std::int64_t own = there.sum().item<std::int64_t>();
    const auto stay = static_cast<std::int64_t>(keep * static_cast<double>(own));
    if (own == 0 || stay >= own) continue;
    const at::Tensor sizes = at::where(there, meeting.change_NU[i].abs(), -1);
    const at::Tensor kept = std::get<1>(sizes.topk(std::max<std::int64_t>(1, stay)));
    const at::Tensor mask = at::zeros_like(there).index_fill_(0, kept, true);
    meeting.there_NU[i].copy_(mask);
    meeting.change_NU[i].mul_(mask);
  }
}

// DARE's dropping: an entry stays with this chance and counts 1 / chance.
void drop(Meeting& meeting, double keep, std::uint64_t seed) {
  if (keep >= 1) return;
  for (std::int64_t i = 0; i < meeting.change_NU.size(0); ++i) {
    RandomStream random(stream_seed(seed, "dare", static_cast<std::uint64_t>(i)));
    at::Tensor stays = at::empty({meeting.positions_U.numel()}, at::kBool);
    bool* out = mutable_host_data<bool>(stays);
    for (std::int64_t entry = 0; entry < stays.numel(); ++entry) out[entry] = random.uniform() < keep;
    meeting.there_NU[i].logical_and_(stays);
    meeting.change_NU[i].mul_(stays).div_(keep);
  }
}

at::Tensor elected_mean(const Meeting& meeting, const at::Tensor& weighted_NU) {
  const at::Tensor sign_U = meeting.change_NU.sum(0).sign();
  const at::Tensor agrees_NU = meeting.change_NU.sign().eq(sign_U).logical_and_(meeting.there_NU);
  return weighted_NU.mul(agrees_NU).sum(0).div_(agrees_NU.sum(0).clamp_min(1));
}

// The change of each entry of the union, fp64.
at::Tensor combined(Meeting& meeting, const Combination& how, std::uint64_t tensor) {
  if (how.by == CombineBy::Ties) trim(meeting, how.keep);
  if (how.by == CombineBy::DareLinear || how.by == CombineBy::DareTies)
    drop(meeting, how.keep, stream_seed(how.seed, "tensor", tensor));
  at::Tensor weighted_NU = meeting.change_NU;
  if (!how.weights.empty()) weighted_NU = weighted_NU.mul(at::tensor(how.weights, at::kDouble).view({-1, 1}));
  switch (how.by) {
    case CombineBy::Ties:
    case CombineBy::DareTies: return elected_mean(meeting, weighted_NU);
    case CombineBy::Shared: return weighted_NU.mean(0).mul_(meeting.there_NU.all(0));
    case CombineBy::Sum:
    case CombineBy::DareLinear: break;
  }
  return weighted_NU.sum(0);
}

// Whether the combination leaves alone what one delta alone changes with weight 1.
bool keeps_single_values(const Combination& how) {
  return how.by == CombineBy::Sum || (how.by == CombineBy::Ties && how.keep >= 1);
}

// Their values as they are: base + (value - base) may round.
void put_single_values(const Meeting& meeting, const Combination& how, at::Tensor& values_U) {
  const at::Tensor alone_U = meeting.there_NU.sum(0).eq(1);
  for (std::size_t i = 0; i < meeting.entries.size(); ++i) {
    const Entries& own = meeting.entries[i];
    if (!own.positions_E.defined() || (!how.weights.empty() && how.weights[i] != 1)) continue;
    const at::Tensor places = at::searchsorted(meeting.positions_U, own.positions_E);
    const at::Tensor alone_E = alone_U.index_select(0, places);
    values_U.index_put_({places.masked_select(alone_E)}, own.values_E.masked_select(alone_E));
  }
}

Status check_bases(const std::vector<NamedDelta>& deltas, const Manifest& passport) {
  for (const NamedDelta& named : deltas) {
    const std::vector<TensorRecord>& theirs = named.delta->manifest.tensors;
    for (const TensorRecord& ours : passport.tensors) {
      const auto found = std::ranges::find(theirs, ours.name, &TensorRecord::name);
      if (found == theirs.end() || found->base != ours.base)
        return make_error(
            ErrorCode::Mismatch, Sentence::verbatim(named.name),
            say("expected a delta of the open base, found one whose base has another tensor {}", ours.name),
            say("Combine deltas of one base, in one dtype"));
    }
  }
  return {};
}

Status check(const std::vector<NamedDelta>& deltas, const Combination& how) {
  const auto wrong = [](const char* field, Sentence message) {
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim(field), std::move(message));
  };
  if (deltas.empty()) return wrong("deltas", say("expected one or more, found none"));
  if (!how.weights.empty() && how.weights.size() != deltas.size())
    return wrong("weights", say("expected one for each of {} deltas, found {}", deltas.size(), how.weights.size()));
  if (!std::ranges::all_of(how.weights, [](double weight) { return std::isfinite(weight); }))
    return wrong("weights", say("expected finite numbers"));
  if (!(how.keep > 0 && how.keep <= 1))
    return wrong("keep", say("expected a share above 0 and up to 1, found {}", how.keep));
  if (how.keep < 1 && (how.by == CombineBy::Sum || how.by == CombineBy::Shared))
    return wrong("keep", say("expected 1: {} leaves nothing out", std::string(name_of(how.by))));
  return {};
}

}   // namespace

std::string_view name_of(CombineBy by) {
  return std::ranges::find(kNames, by, &decltype(kNames)::value_type::first)->second;
}

std::optional<CombineBy> parse_combine_by(std::string_view name) {
  for (const auto& [by, text] : kNames)
    if (text == name) return by;
  return std::nullopt;
}

Result<Delta> combine_deltas(const CausalLm& base, const std::vector<NamedDelta>& deltas, const Combination& how,
                             Manifest passport, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(check(deltas, how));
  LIFT_RETURN_IF_ERROR(check_bases(deltas, passport));
  std::uint64_t number = 0;
  const TunedTensor tuned = [&](const std::string& name,
                                const at::Tensor& of_base) -> Result<std::optional<at::Tensor>> {
    ++number;
    std::optional<Meeting> meeting = meet(deltas, name, of_base);
    if (!meeting) return std::optional<at::Tensor>();
    const at::Tensor change = combined(*meeting, how, number);
    at::Tensor values = meeting->base_U.add(change).to(of_base.scalar_type());
    // What stays as it was, to the bit: minus zero too.
    values = at::where(change.eq(0), of_base.reshape(-1).index_select(0, meeting->positions_U), values);
    if (keeps_single_values(how)) put_single_values(*meeting, how, values);
    at::Tensor whole = of_base.clone();
    whole.view(-1).index_copy_(0, meeting->positions_U, values);
    return std::optional(std::move(whole));
  };
  return delta_of_difference(base, tuned, std::move(passport), task);
}

Result<std::vector<TensorCollision>> collisions_of(const CausalLm& base, const std::vector<NamedDelta>& deltas,
                                                   const Manifest& passport, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(check_bases(deltas, passport));
  std::vector<TensorCollision> collisions;
  const auto tensors = base.named_tensors();
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const auto& [name, tensor] = tensors[i];
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, Sentence::verbatim(name), say("stopped"));
    task.report(say("looking where the deltas meet"), static_cast<std::int64_t>(i), std::ssize(tensors));
    const std::optional<Meeting> meeting = meet(deltas, name, tensor.cpu().contiguous());
    if (!meeting) continue;
    TensorCollision collision{.tensor = name};
    for (std::int64_t d = 0; d < meeting->there_NU.size(0); ++d)
      collision.changed.push_back(meeting->there_NU[d].sum().item<std::int64_t>());
    collision.together = meeting->positions_U.numel();
    const at::Tensor shared_U = meeting->there_NU.sum(0).ge(2);
    const at::Tensor up_U = meeting->change_NU.gt(0).any(0), down_U = meeting->change_NU.lt(0).any(0);
    collision.shared = shared_U.sum().item<std::int64_t>();
    collision.opposed = up_U.logical_and(down_U).sum().item<std::int64_t>();
    collision.size = meeting->change_NU.abs().sum(0).mul(shared_U).sum().item<double>();
    collision.cancelled = collision.size - meeting->change_NU.sum(0).abs().mul(shared_U).sum().item<double>();
    collisions.push_back(std::move(collision));
  }
  return collisions;
}

}   // namespace lift
