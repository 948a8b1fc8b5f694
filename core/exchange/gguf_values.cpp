#include "core/exchange/gguf_values.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/io/gguf_quantise.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"

namespace lift {

GgmlType ggml_of(DType dtype) {
  return dtype == DType::F32 ? GgmlType::F32 : dtype == DType::F16 ? GgmlType::F16 : GgmlType::BF16;
}

namespace {

// llama.cpp, convert_hf_to_gguf: a head's rows [2, half] become [half, 2], so that rotary pairs lie side by side.
// rows: [rows, columns], or [rows] of a bias.
at::Tensor as_pairs(const at::Tensor& rows, std::int64_t head_dim) {
  return rows.reshape({-1, 2, head_dim / 2, rows.numel() / rows.size(0)})
      .transpose(1, 2)
      .reshape(rows.sizes())
      .contiguous();
}

at::Tensor tiled(const at::Tensor& values, const GgufForm::Tiling& tiling) {
  const std::int64_t dimension = tiling.columns ? 1 : 0;
  return values.index_select(dimension, at::tensor(tiling.order(values.size(dimension)), at::kLong));
}

DType dtype_of(GgmlType type) {
  return type == GgmlType::F32 ? DType::F32 : type == GgmlType::F16 ? DType::F16 : DType::BF16;
}

// Rows are shared out among ATen's threads: a K-quant searches for its scales, 10 million weights a second on a core.
Result<at::Tensor> as_blocks(const at::Tensor& values, GgmlType type, const GgufOutTensor& head) {
  const at::Tensor exact = values.to(at::kFloat).contiguous();
  if (!exact.isfinite().all().item<bool>())
    return make_error(ErrorCode::NonFinite, Sentence::verbatim(head.name),
                      say("expected finite weights, found others: {} has no place for them", name_of(type)));
  const GgmlBlock block = block_of(type);
  const std::int64_t count = exact.numel() / block.elements;
  at::Tensor blocks = at::empty({count * block.bytes}, at::kByte);
  const auto from = std::span(host_data<float>(exact), static_cast<std::size_t>(exact.numel()));
  const auto to = mutable_bytes_of(blocks);
  at::parallel_for(0, count, 512, [&](std::int64_t begin, std::int64_t end) {
    const auto first = static_cast<std::size_t>(begin), blocks_here = static_cast<std::size_t>(end - begin);
    const auto elements = static_cast<std::size_t>(block.elements), bytes = static_cast<std::size_t>(block.bytes);
    quantise_blocks(type, from.subspan(first * elements, blocks_here * elements),
                    to.subspan(first * bytes, blocks_here * bytes));
  });
  return blocks;
}

}   // namespace

at::Tensor in_form(const at::Tensor& values, const GgufForm& form) {
  if (form.rate_of_log || form.added != 0) {   // F32 in the file, rounded once
    const at::Tensor wide = values.to(at::kDouble);
    const at::Tensor stored = (form.rate_of_log ? wide.exp().neg() : wide.add(form.added)).to(at::kFloat);
    return form.tiling ? tiled(stored, *form.tiling) : stored;
  }
  if (form.paired_head_dim > 0) return as_pairs(values, form.paired_head_dim);
  return form.tiling ? tiled(values, *form.tiling) : values;
}

Result<at::Tensor> as_stored(const at::Tensor& values, const GgufOutTensor& head) {
  if (block_of(head.type).elements > 1) return as_blocks(values, head.type, head);
  return values.to(to_scalar_type(dtype_of(head.type))).contiguous();
}

void tell_mix(const GgufMix& mix, std::vector<Sentence>& told) {
  if (mix.mixed)
    told.push_back(
        say("{} rounds every matrix: the answers may differ. What it costs is in the report when rows are "
            "held out",
            mix.title));
  if (mix.type == GgmlType::Q4_K)
    told.push_back(
        say("Matrices that matter more get more bits, as in llama.cpp; one whose rows are no multiple of "
            "256 gets smaller blocks"));
}

}   // namespace lift
