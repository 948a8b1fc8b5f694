#include "core/exchange/merged_weights.h"

#include <array>
#include <map>

#include <ATen/ops/where.h>
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

struct TypeName {
  std::string_view name;
  DType dtype;
};
constexpr std::array kTypeNames{TypeName{"bf16", DType::BF16}, TypeName{"fp16", DType::F16},
                                TypeName{"fp32", DType::F32}};

std::optional<DType> plain(GgmlType type) {
  switch (type) {
    case GgmlType::F32: return DType::F32;
    case GgmlType::F16: return DType::F16;
    case GgmlType::BF16: return DType::BF16;
    default: return {};
  }
}

at::ScalarType integer_of_width(std::int64_t bytes) {
  return bytes == 2 ? at::kShort : bytes == 4 ? at::kInt : at::kLong;
}

// A float of `inner` fits `outer` whatever its value.
bool holds(DType outer, DType inner) {
  return outer == inner || outer == DType::F64 || (outer == DType::F32 && inner != DType::F64);
}

std::int64_t count_of(const at::Tensor& mask) { return mask.sum().item<std::int64_t>(); }

}   // namespace

std::optional<DType> stored_type(std::string_view name) {
  for (const TypeName& row : kTypeNames)
    if (row.name == name) return row.dtype;
  return {};
}

at::Tensor differing_bits(const at::Tensor& a, const at::Tensor& b) {
  const at::ScalarType type = integer_of_width(static_cast<std::int64_t>(a.element_size()));
  return a.contiguous().view(type).ne(b.contiguous().view(type));
}

Result<DType> MergedWeights::planned_type(std::size_t index) const {
  const auto& [name, tensor] = named_[index];
  const DType memory = to_dtype(tensor.scalar_type());
  if (!base_ || !base_->listed(name)) return memory;
  LIFT_ASSIGN(const StoredWeight stored, base_->stored(name));
  const DType in_base = plain(stored.tensor.type).value_or(memory);
  if (in_base == memory || !holds(memory, in_base)) return in_base;
  // Memory is wider: a value that training made may not fit.
  const at::Tensor tuned = tensor.cpu().contiguous();
  LIFT_ASSIGN(const at::Tensor base, base_->as(name, memory));
  const at::Tensor lost = differing_bits(tuned.to(to_scalar_type(in_base)).to(tuned.scalar_type()), tuned);
  return lost.logical_and(differing_bits(tuned, base)).any().item<bool>() ? memory : in_base;
}

bool MergedWeights::wider_than_base(const std::string& name, DType dtype) const {
  const auto stored = base_ && base_->listed(name) ? base_->stored(name) : Result<StoredWeight>(Error{});
  const auto type = stored.ok() ? plain(stored->tensor.type) : std::nullopt;
  return type && *type != dtype && holds(dtype, *type);
}

Result<MergedWeights> MergedWeights::of(const CausalLm& model, const std::filesystem::path& origin,
                                        const std::string& type) {
  const auto wanted = stored_type(type);
  if (!wanted && type != kAsInBase)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("type"),
                      say("expected base, bf16, fp16 or fp32, found \"{}\"", type));
  MergedWeights merged;
  merged.named_ = model.named_tensors();
  merged.as_in_base_ = !wanted;
  if (auto base = BaseWeights::open(origin); base.ok()) merged.base_ = std::move(*base);
  else
    merged.told_.push_back(say("The base's weights can not be read again, so all are written as they are in memory: {}",
                               base.error().whole()));
  std::map<DType, std::int64_t> types;
  std::int64_t wider = 0;
  for (std::size_t i = 0; i < merged.named_.size(); ++i) {
    const auto& [name, tensor] = merged.named_[i];
    DType dtype = wanted.value_or(DType::F32);
    if (!wanted) {
      LIFT_ASSIGN(dtype, merged.planned_type(i));
      wider += merged.wider_than_base(name, dtype);
    }
    merged.plan_.push_back({name, dtype, tensor.sizes().vec()});
    ++types[dtype];
  }
  std::vector<Sentence> words;
  for (const auto& [dtype, count] : types) words.push_back(say("{} ({} tensors)", name_of(dtype), count));
  const bool quantised = merged.base_ && merged.base_->source().quantised();
  const Sentence list = joined(words);
  if (wanted) merged.told_.push_back(say("The weights are written as {}, as asked", list));
  else if (quantised) merged.told_.push_back(say("The base is quantised; the weights are written as {}", list));
  else if (wider > 0)
    merged.told_.push_back(
        say("The weights are written as {}: {} tensors in a wider type than the base's, which would "
            "not hold what training made of them",
            list, wider));
  else if (merged.base_) merged.told_.push_back(say("The weights are written as {}, as the base stores them", list));
  return merged;
}

std::vector<Sentence> MergedWeights::told() const {
  std::vector<Sentence> told = told_;
  const DType memory = to_dtype(named_.front().second.scalar_type());
  std::int64_t narrower = 0, base_narrower = 0;
  for (const Planned& tensor : plan_) {
    narrower += !holds(tensor.dtype, memory) && !(as_in_base_ && holds(memory, tensor.dtype));
    const auto stored =
        base_ && base_->listed(tensor.name) ? base_->stored(tensor.name) : Result<StoredWeight>(Error{});
    const auto type = stored.ok() ? plain(stored->tensor.type) : std::nullopt;
    base_narrower += type && !holds(tensor.dtype, *type);
  }
  if (narrower > 0)
    told.push_back(
        say("{} tensors are {} in memory: a changed value that their type in the file does not hold is "
            "rounded to the nearest",
            narrower, name_of(memory)));
  if (base_narrower > 0)
    told.push_back(say("{} tensors of the base are of a type that holds more: their values are rounded to the nearest",
                       base_narrower));
  return told;
}

Result<MergedWeights::Values> MergedWeights::values(std::size_t index) const {
  const Planned& planned = plan_[index];
  const at::Tensor memory = named_[index].second.cpu().contiguous();
  const DType memory_type = to_dtype(memory.scalar_type());
  const at::ScalarType type = to_scalar_type(planned.dtype);
  Values values;
  const at::Tensor tuned = memory.to(type);
  const ListedWeight* listed = base_ ? base_->listed(planned.name) : nullptr;
  if (!listed || listed->shape != planned.shape) {
    values.tensor = tuned;
    values.rounded = count_of(differing_bits(tuned.to(memory.scalar_type()), memory));
    return values;
  }
  LIFT_ASSIGN(const at::Tensor base, base_->as(planned.name, memory_type));
  const at::Tensor changed = differing_bits(memory, base);
  values.changed = count_of(changed);
  // fp32 holds every plain type and every dequantised value.
  LIFT_ASSIGN(const at::Tensor exact, base_->as(planned.name, DType::F32));
  LIFT_ASSIGN(const StoredWeight stored, base_->stored(planned.name));
  const bool in_blocks = as_in_base_ && block_of(stored.tensor.type).elements > 1;
  values.tensor = in_blocks ? tuned : at::where(changed, tuned, exact.to(type)).contiguous();
  if (values.changed > 0)
    values.rounded = count_of(differing_bits(tuned.to(memory.scalar_type()), memory).logical_and(changed));
  return values;
}

}   // namespace lift
