#include "core/checkpoint/stored_entries.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <map>

#include "core/base/check.h"
#include "core/kernels/host_data.h"

namespace lift {

namespace {

SparsePattern rows_of(const SparsePattern& pattern, std::int64_t first, std::int64_t count) {
  const at::Tensor offsets = pattern.row_offsets.narrow(0, first, count + 1);
  const auto* at = host_data<std::int32_t>(offsets);
  const std::int32_t begin = at[0], end = at[count];
  return {count, pattern.columns_count, offsets.sub(begin), pattern.columns.narrow(0, begin, end - begin).clone()};
}

// Below each other; a null is a part without entries.
SparsePattern stacked(const std::vector<const SparsePattern*>& parts, const std::vector<std::int64_t>& rows,
                      std::int64_t columns) {
  std::vector<at::Tensor> offsets{at::zeros({1}, at::kInt)}, entries;
  std::int32_t count = 0;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    total += rows[i];
    if (!parts[i]) {
      offsets.push_back(at::full({rows[i]}, count, at::kInt));
      continue;
    }
    LIFT_CHECK(parts[i]->rows == rows[i] && parts[i]->columns_count == columns, "a pattern has its matrix's shape");
    offsets.push_back(parts[i]->row_offsets.narrow(0, 1, rows[i]).add(count));
    entries.push_back(parts[i]->columns);
    count += static_cast<std::int32_t>(parts[i]->entries());
  }
  return {total, columns, at::cat(offsets), at::cat(entries)};
}

}   // namespace

at::Tensor RearrangedEntries::values(const at::Tensor& flat) const {
  std::vector<at::Tensor> parts;
  std::int64_t end = 0;
  for (const Piece& piece : pieces) end = piece.offset == end ? end + piece.count : -1;
  if (end == flat.numel()) return flat;   // nothing moved
  for (const Piece& piece : pieces) parts.push_back(flat.narrow(0, piece.offset, piece.count));
  return parts.empty() ? at::empty({0}, flat.options()) : at::cat(parts);
}

RearrangedEntries in_stored_tensors(const MaskSet& matrices, const ModelConfig& config) {
  std::map<MatrixId, std::vector<const MatrixMask*>> stored;   // in the order of the parts' rows
  for (const MatrixMask& mask : matrices.matrices()) {
    const LayerTensor* planned = config.layer.find(mask.id.projection);
    LIFT_CHECK(planned, "the layer has the matrix");
    stored[{mask.id.layer, planned->within.value_or(mask.id.projection)}].push_back(&mask);
  }
  RearrangedEntries result;
  for (const auto& [id, masks] : stored) {
    for (const MatrixMask* mask : masks) result.pieces.push_back({mask->offset, mask->entries()});
    const auto parts = config.layer.parts_of(id.projection);
    if (parts.empty()) {
      result.entries.add(id, masks.front()->pattern);
      continue;
    }
    std::vector<const SparsePattern*> patterns;
    std::vector<std::int64_t> rows;
    for (const LayerTensor& part : parts) {
      const MatrixMask* mask = matrices.find({id.layer, std::get<Projection>(part.role)});
      patterns.push_back(mask ? &mask->pattern : nullptr);
      rows.push_back(config.extent(part.rows));
    }
    result.entries.add(id, stacked(patterns, rows, config.columns(id.projection)));
  }
  return result;
}

RearrangedEntries in_matrices(const MaskSet& stored, const ModelConfig& config) {
  struct Part {
    SparsePattern pattern;
    RearrangedEntries::Piece piece;
  };
  std::map<MatrixId, Part> found;
  for (const MatrixMask& mask : stored.matrices()) {
    const auto parts = config.layer.parts_of(mask.id.projection);
    if (parts.empty()) found[mask.id] = {mask.pattern, {mask.offset, mask.entries()}};
    std::int64_t first = 0, offset = mask.offset;
    for (const LayerTensor& part : parts) {
      const std::int64_t rows = config.extent(part.rows);
      SparsePattern pattern = rows_of(mask.pattern, first, rows);
      const std::int64_t count = pattern.entries();
      if (count > 0) found[{mask.id.layer, std::get<Projection>(part.role)}] = {std::move(pattern), {offset, count}};
      first += rows;
      offset += count;
    }
  }
  RearrangedEntries result;
  for (auto& [id, part] : found) {
    result.entries.add(id, std::move(part.pattern));
    result.pieces.push_back(part.piece);
  }
  return result;
}

}   // namespace lift
