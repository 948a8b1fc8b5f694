#pragma once
// A tuned model's tensors as an export stores them: what training did not change keeps the base's stored value, bit for
// bit, what it changed has the tuned value, both in the type that is asked for. One tensor at a time, so that an export
// needs memory for one. Private to core/exchange. Thread: the engine's.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/base_weights.h"
#include "core/model/causal_lm.h"

namespace lift {

// Names of types that a person may ask for. "base": each tensor as the base stores it; the type in memory where the
// base is quantised, and where memory is wider and the base's type would lose a tuned value.
inline constexpr std::string_view kAsInBase = "base";
std::optional<DType> stored_type(std::string_view name);   // "bf16", "fp16", "fp32"; nothing: "base", or unknown

// Entries of two CPU tensors of one type and shape that differ in their bits, as a bool tensor.
at::Tensor differing_bits(const at::Tensor& a, const at::Tensor& b);

class MergedWeights {
 public:
  // `type`: a name of stored_type() or "base". Without a readable base (it was moved) everything is written as it is in
  // memory, and told. Errors: InvalidArgument (an unknown type).
  static Result<MergedWeights> of(const CausalLm& model, const std::filesystem::path& origin, const std::string& type);

  struct Planned {
    std::string name;   // "model.layers.0.self_attn.q_proj.weight"
    DType dtype = DType::BF16;
    std::vector<std::int64_t> shape;
  };
  const std::vector<Planned>& plan() const { return plan_; }

  struct Values {
    at::Tensor tensor;          // CPU, contiguous, of the planned type and shape
    std::int64_t changed = 0;   // entries that differ from the base
    std::int64_t rounded = 0;   // of those, entries that the type does not hold exactly
  };
  Result<Values> values(std::size_t index) const;

  // In words, before anything is written: the types, and what will be rounded.
  std::vector<Sentence> told() const;
  const BaseWeights* base() const { return base_ ? &*base_ : nullptr; }
  const at::Tensor& in_memory(std::size_t index) const { return named_[index].second; }

 private:
  MergedWeights() = default;
  Result<DType> planned_type(std::size_t index) const;
  bool wider_than_base(const std::string& name, DType dtype) const;

  std::vector<std::pair<std::string, at::Tensor>> named_;
  std::vector<Planned> plan_;
  std::optional<BaseWeights> base_;
  std::vector<Sentence> told_;
  bool as_in_base_ = true;
};

}   // namespace lift
