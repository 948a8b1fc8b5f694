#include "core/checkpoint/changed_entries.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>

#include <cstring>
#include <span>
#include <vector>

#include "core/base/check.h"
#include "core/checkpoint/pattern_code.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/kernels/host_data.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

// Bits are moved, never numbers: one body per element size serves every dtype.
template <typename Body>
void by_element_size(const at::Tensor& tensor, const Body& body) {
  switch (tensor.element_size()) {
    case 2: return body(std::uint16_t{});
    case 4: return body(std::uint32_t{});
    case 8: return body(std::uint64_t{});
    default: fail_check("weights have elements of 2, 4 or 8 bytes", "");
  }
}

void check_shape(const at::Tensor& weight, const SparsePattern& pattern) {
  LIFT_CHECK(weight.dim() == 2 && weight.size(0) == pattern.rows && weight.size(1) == pattern.columns_count &&
                 weight.is_contiguous(),
             "a pattern belongs to a matrix of its shape");
}

// f(flat entry, position in the matrix) for every entry.
template <typename F>
void for_each_entry(const SparsePattern& pattern, const F& f) {
  const auto* offsets = host_data<std::int32_t>(pattern.row_offsets);
  const auto* columns = host_data<std::int32_t>(pattern.columns);
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    for (std::int32_t entry = offsets[row]; entry < offsets[row + 1]; ++entry)
      f(entry, row * pattern.columns_count + columns[entry]);
}

void gather_matrix(const at::Tensor& weight, const SparsePattern& pattern, const at::Tensor& out) {
  check_shape(weight, pattern);
  if (!weight.is_cpu()) {
    out.copy_(weight.view(-1).index_select(0, flat_indices(pattern).to(weight.device())));
    return;
  }
  by_element_size(weight, [&](auto bits) {
    using T = decltype(bits);
    const auto* from = static_cast<const T*>(host_bytes(weight));
    auto* to = static_cast<T*>(mutable_host_bytes(out));
    for_each_entry(pattern, [&](std::int32_t entry, std::int64_t position) { to[entry] = from[position]; });
  });
}

void scatter_matrix(const at::Tensor& weight, const SparsePattern& pattern, const at::Tensor& values) {
  check_shape(weight, pattern);
  if (!weight.is_cpu()) {
    weight.view(-1).index_copy_(0, flat_indices(pattern).to(weight.device()), values.to(weight.device()));
    return;
  }
  by_element_size(weight, [&](auto bits) {
    using T = decltype(bits);
    const auto* from = static_cast<const T*>(host_bytes(values));
    auto* to = static_cast<T*>(mutable_host_bytes(weight));
    for_each_entry(pattern, [&](std::int32_t entry, std::int64_t position) { to[position] = from[entry]; });
  });
}

struct MatrixEntries {
  SparsePattern pattern;
  at::Tensor values;
};

// Entries of either; where both have one, `first`'s value counts.
template <typename T>
MatrixEntries merge(const MatrixEntries& first, const MatrixEntries& second) {
  const std::int64_t rows = first.pattern.rows;
  const std::int64_t bound = first.pattern.entries() + second.pattern.entries();
  MatrixEntries out{{rows, first.pattern.columns_count, at::empty({rows + 1}, at::kInt), at::empty({bound}, at::kInt)},
                    at::empty({bound}, first.values.options())};
  const auto* offsets_a = host_data<std::int32_t>(first.pattern.row_offsets);
  const auto* offsets_b = host_data<std::int32_t>(second.pattern.row_offsets);
  const auto* columns_a = host_data<std::int32_t>(first.pattern.columns);
  const auto* columns_b = host_data<std::int32_t>(second.pattern.columns);
  const auto* values_a = static_cast<const T*>(host_bytes(first.values));
  const auto* values_b = static_cast<const T*>(host_bytes(second.values));
  auto* offsets = mutable_host_data<std::int32_t>(out.pattern.row_offsets);
  auto* columns = mutable_host_data<std::int32_t>(out.pattern.columns);
  auto* values = static_cast<T*>(mutable_host_bytes(out.values));
  std::int32_t count = 0;
  offsets[0] = 0;
  for (std::int64_t row = 0; row < rows; ++row) {
    std::int32_t a = offsets_a[row], b = offsets_b[row];
    while (a < offsets_a[row + 1] || b < offsets_b[row + 1]) {
      const bool has_a = a < offsets_a[row + 1], has_b = b < offsets_b[row + 1];
      const bool from_a = has_a && (!has_b || columns_a[a] <= columns_b[b]);
      if (from_a && has_b && columns_a[a] == columns_b[b]) ++b;
      columns[count] = from_a ? columns_a[a] : columns_b[b];
      values[count++] = from_a ? values_a[a++] : values_b[b++];
    }
    offsets[row + 1] = count;
  }
  // Own storage: a narrowed view would keep the larger one alive for the whole run.
  out.pattern.columns = out.pattern.columns.narrow(0, 0, count).clone();
  out.values = out.values.narrow(0, 0, count).clone();
  return out;
}

MatrixEntries merge(const MatrixEntries& first, const MatrixEntries& second) {
  MatrixEntries merged;
  by_element_size(first.values, [&](auto bits) { merged = merge<decltype(bits)>(first, second); });
  return merged;
}

MatrixEntries entries_at(const MatrixMask& mask, const at::Tensor& values) {
  return {mask.pattern, values.narrow(0, mask.offset, mask.entries())};
}

}   // namespace

namespace {

// A GPU does the work of its matrices itself, asked by one thread.
std::int64_t host_work(const CausalLm& model, const MaskSet& entries) {
  return model.device().is_cpu() ? entries.total() : 0;
}

}   // namespace

at::Tensor gather_weights(const CausalLm& model, const MaskSet& entries) {
  at::Tensor values = at::empty({entries.total()}, model.scalar_type());
  const auto& matrices = entries.matrices();
  for_each_in_parallel(matrices.size(), host_work(model, entries), [&](std::size_t i) {
    gather_matrix(model.weight(matrices[i].id), matrices[i].pattern, entries_at(matrices[i], values).values);
  });
  return values;
}

at::Tensor gather_weights(const CausalLm& model, MatrixId id, const SparsePattern& pattern) {
  at::Tensor values = at::empty({pattern.entries()}, model.scalar_type());
  gather_matrix(model.weight(id), pattern, values);
  return values;
}

void scatter_weights(CausalLm& model, const MaskSet& entries, const at::Tensor& values) {
  LIFT_CHECK(values.numel() == entries.total() && values.scalar_type() == model.scalar_type(),
             "one value of the model's dtype per entry");
  const at::Tensor here = values.cpu().contiguous();
  const auto& matrices = entries.matrices();
  for_each_in_parallel(matrices.size(), host_work(model, entries), [&](std::size_t i) {
    scatter_matrix(model.weight(matrices[i].id), matrices[i].pattern, entries_at(matrices[i], here).values);
  });
}

DifferingEntries differing_entries(const SparsePattern& pattern, const at::Tensor& now, const at::Tensor& base) {
  const auto size = static_cast<std::size_t>(now.element_size());
  const auto *now_bytes = bytes_of(now).data(), *base_bytes = bytes_of(base).data();
  const auto* offsets = host_data<std::int32_t>(pattern.row_offsets);
  const auto* columns = host_data<std::int32_t>(pattern.columns);
  std::vector<std::int32_t> kept_entries, kept_columns;
  at::Tensor kept_offsets = at::empty({pattern.rows + 1}, at::kInt);
  auto* out_offsets = mutable_host_data<std::int32_t>(kept_offsets);
  out_offsets[0] = 0;
  for (std::int64_t row = 0; row < pattern.rows; ++row) {
    for (std::int32_t entry = offsets[row]; entry < offsets[row + 1]; ++entry) {
      const std::size_t at = static_cast<std::size_t>(entry) * size;
      if (std::memcmp(now_bytes + at, base_bytes + at, size) == 0) continue;
      kept_entries.push_back(entry);
      kept_columns.push_back(columns[entry]);
    }
    out_offsets[row + 1] = static_cast<std::int32_t>(kept_entries.size());
  }
  const auto as_tensor = [](const std::vector<std::int32_t>& values) {
    return tensor_of({"", DType::I32, {static_cast<std::int64_t>(values.size())}, std::as_bytes(std::span(values))});
  };
  const at::Tensor index = as_tensor(kept_entries);
  return {{pattern.rows, pattern.columns_count, kept_offsets, as_tensor(kept_columns)},
          now.index_select(0, index),
          base.index_select(0, index)};
}

ChangedEntries::ChangedEntries(MaskSet entries, at::Tensor base_values)
    : entries_(std::move(entries)), base_values_(std::move(base_values)) {
  LIFT_CHECK(base_values_.numel() == entries_.total(), "one base value per entry");
}

BaseValues ChangedEntries::of(MatrixId id) const {
  const MatrixMask* mask = entries_.find(id);
  if (!mask || mask->entries() == 0) return {};
  return {mask->pattern, base_values_.narrow(0, mask->offset, mask->entries())};
}

void ChangedEntries::join(const MaskSet& masks, const CausalLm& model) {
  const at::Tensor present = gather_weights(model, masks);
  // Both sets ascend by MatrixId: one walk names every matrix of either.
  std::vector<std::pair<const MatrixMask*, const MatrixMask*>> pairs;
  const auto &known = entries_.matrices(), &joining = masks.matrices();
  for (std::size_t i = 0, j = 0; i < known.size() || j < joining.size();) {
    const bool take_known = i < known.size() && (j == joining.size() || known[i].id <= joining[j].id);
    const bool take_joining = j < joining.size() && (i == known.size() || joining[j].id <= known[i].id);
    pairs.emplace_back(take_known ? &known[i++] : nullptr, take_joining ? &joining[j++] : nullptr);
  }
  std::vector<MatrixEntries> merged(pairs.size());
  for_each_in_parallel(pairs.size(), entries_.total() + masks.total(), [&](std::size_t i) {
    const auto [old, fresh] = pairs[i];
    if (!fresh) merged[i] = entries_at(*old, base_values_);
    else if (!old) merged[i] = entries_at(*fresh, present);
    else merged[i] = merge(entries_at(*old, base_values_), entries_at(*fresh, present));
  });
  MaskSet entries;
  std::vector<at::Tensor> values;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    entries.add(pairs[i].first ? pairs[i].first->id : pairs[i].second->id, std::move(merged[i].pattern));
    values.push_back(std::move(merged[i].values));
  }
  entries_ = std::move(entries);
  base_values_ = values.empty() ? present : at::cat(values);
}

}   // namespace lift
