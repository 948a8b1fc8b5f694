#include "core/model/stored_weight_tensor.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/tensor.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

// GGUF conversion of llama interleaves the two halves of a head's rows: stored row 2 i + j of a head is row
// j * head_dim / 2 + i of the model (llama.cpp convert_hf_to_gguf, permute).
std::int64_t stored_row(std::int64_t row, std::int64_t head_dim) {
  if (head_dim == 0) return row;
  const std::int64_t half = head_dim / 2, within = row % head_dim;
  return row - within + 2 * (within % half) + within / half;
}

bool stored_as(GgmlType type, DType dtype) {
  return (type == GgmlType::F32 && dtype == DType::F32) || (type == GgmlType::BF16 && dtype == DType::BF16);
}

bool aligned(const std::byte* at, std::int64_t bytes) {
  return reinterpret_cast<std::uintptr_t>(at) % static_cast<std::uintptr_t>(bytes) == 0;
}

// A vector is copied: a few norms in the wanted dtype would keep a whole file of converted matrices in memory.
bool worth_mapping(const GgufTensor& tensor) { return tensor.shape.size() > 1; }

at::Tensor mapped_tensor(const StoredWeight& weight, at::ScalarType type) {
  auto* data = const_cast<std::byte*>(weight.tensor.bytes.data());   // the mapping is copy-on-write
  const auto keep_file = [file = weight.file](void*) mutable { file.reset(); };
  return at::from_blob(data, weight.tensor.shape, keep_file, at::TensorOptions(type));
}

template <class T>
void convert_rows(const GgufTensor& tensor, std::int64_t paired_head_dim, T* out) {
  const std::int64_t columns = tensor.columns();
  const std::int64_t grain = std::max<std::int64_t>(1, (1 << 15) / std::max<std::int64_t>(1, columns));
  at::parallel_for(0, tensor.rows(), grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      const std::int64_t from = stored_row(row, paired_head_dim);
      dequantise_rows(tensor, from, from + 1, std::span<T>(out + row * columns, static_cast<std::size_t>(columns)));
    }
  });
}

}   // namespace

at::Tensor untiled(const at::Tensor& values, const GgufForm::Tiling& tiling) {
  const std::int64_t dimension = tiling.columns ? 1 : 0;
  std::vector<std::int64_t> order = tiling.order(values.size(dimension)), back(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    back[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i);
  return values.index_select(dimension, at::tensor(back, at::kLong));
}

Result<at::Tensor> to_tensor(const StoredWeight& weight, const WeightRequest& request) {
  const GgufForm& form = request.form;
  if (request.shape.size() == 1 && form.paired_head_dim > 0 && weight.tensor.shape == request.shape &&
      block_of(weight.tensor.type).elements == 1) {   // a bias of rotating channels: a row is one value
    StoredWeight column = weight;
    column.tensor.shape.push_back(1);
    LIFT_ASSIGN(const at::Tensor tensor, to_tensor(column, {column.tensor.shape, request.dtype, form}));
    return tensor.squeeze(1);
  }
  if (form.squeezed) {
    std::vector<std::int64_t> squeezed = request.shape;
    std::erase(squeezed, 1);
    GgufForm rest = form;
    rest.squeezed = false;
    LIFT_ASSIGN(const at::Tensor tensor, to_tensor(weight, {std::move(squeezed), request.dtype, rest}));
    return tensor.reshape(request.shape);
  }
  if (form.tiling) {
    GgufForm rest = form;
    rest.tiling.reset();
    LIFT_ASSIGN(const at::Tensor tensor, to_tensor(weight, {request.shape, request.dtype, rest}));
    return untiled(tensor, *form.tiling);
  }
  if (form.added != 0 || form.rate_of_log) {   // in wider numbers, so that the weight comes back as it was
    LIFT_ASSIGN(const at::Tensor stored,
                to_tensor(weight, {request.shape, DType::F64, {.paired_head_dim = form.paired_head_dim}}));
    const at::Tensor value = form.rate_of_log ? stored.neg().log() : stored.sub(form.added);
    return value.to(to_scalar_type(request.dtype));
  }
  const GgufTensor& stored = weight.tensor;
  if (stored.shape != request.shape)
    return make_error(
        ErrorCode::Mismatch, weight.subject,
        say("expected shape [{}], found [{}]", fmt::join(request.shape, ", "), fmt::join(stored.shape, ", ")),
        say("Configuration and weights do not belong together"));
  const at::ScalarType type = to_scalar_type(request.dtype);
  if (worth_mapping(stored) && stored_as(stored.type, request.dtype) && form.paired_head_dim == 0 &&
      weight.file->writable() && aligned(stored.bytes.data(), byte_size(request.dtype)))
    return mapped_tensor(weight, type);

  if (request.dtype == DType::BF16) {
    at::Tensor tensor = at::empty(stored.shape, at::TensorOptions(type));
    convert_rows(stored, form.paired_head_dim, static_cast<std::uint16_t*>(mutable_host_bytes(tensor)));
    return tensor;
  }
  if (request.dtype != DType::F32 && request.dtype != DType::F64)
    return make_error(ErrorCode::Unsupported, weight.subject,
                      say("expected bf16 or fp32 as dtype to load, found {}", name_of(request.dtype)));
  at::Tensor tensor = at::empty(stored.shape, at::TensorOptions(at::kFloat));
  convert_rows(stored, form.paired_head_dim, mutable_host_data<float>(tensor));
  return tensor.to(type);
}

}   // namespace lift
