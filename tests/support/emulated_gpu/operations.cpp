// LibTorch's operations on the emulated device: the CPU's, on the same memory.
#include "tests/support/emulated_gpu/operations.h"

#include <atomic>
#include <string_view>
#include <vector>

#include <ATen/EmptyTensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/_local_scalar_dense.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/library.h>

#include "tests/support/emulated_gpu/memory.h"

namespace lift::test::gpu {
namespace {

struct {
  std::atomic<std::int64_t> waits{0}, to_device{0}, operations{0};
} counted;

struct Guard final : c10::impl::NoOpDeviceGuardImpl<c10::DeviceType::CUDA> {
  c10::Device exchangeDevice(c10::Device) const override { return {c10::DeviceType::CUDA, 0}; }
  c10::Device getDevice() const override { return {c10::DeviceType::CUDA, 0}; }
  c10::Stream getStream(c10::Device device) const noexcept override {
    return c10::Stream(c10::Stream::DEFAULT, device);
  }
  c10::Stream exchangeStream(c10::Stream stream) const noexcept override { return stream; }
  c10::DeviceIndex deviceCount() const noexcept override { return 1; }
};

void release_values(void* values) { gpu::release(address_of(values)); }

class Allocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(std::size_t bytes) override {
    const c10::Device device(c10::DeviceType::CUDA, 0);
    if (bytes == 0) return {nullptr, device};
    void* address = gpu::allocate(bytes);
    return {address, address, &gpu::release, device};
  }
  void copy_data(void* to, const void* from, std::size_t bytes) const override {
    default_copy_data(values_at(to), values_at(from), bytes);
  }
};

// Of the same memory, for the CPU's operations.
class HostAllocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(std::size_t bytes) override {
    const c10::Device device(c10::DeviceType::CPU);
    if (bytes == 0) return {nullptr, device};
    void* values = values_at(gpu::allocate(bytes));
    return {values, values, &release_values, device};
  }
  void copy_data(void* to, const void* from, std::size_t bytes) const override { default_copy_data(to, from, bytes); }
};

Allocator allocator;
HostAllocator host_allocator;

at::Tensor empty(at::IntArrayRef sizes, std::optional<at::ScalarType> type, std::optional<at::Layout>,
                 std::optional<at::Device>, std::optional<bool>, std::optional<at::MemoryFormat> format) {
  return at::detail::empty_generic(sizes, &allocator, c10::DispatchKeySet(c10::DispatchKey::CUDA),
                                   type.value_or(at::kFloat), format);
}

at::Tensor empty_strided(at::IntArrayRef sizes, at::IntArrayRef strides, std::optional<at::ScalarType> type,
                         std::optional<at::Layout>, std::optional<at::Device>, std::optional<bool>) {
  return at::detail::empty_strided_generic(sizes, strides, &allocator, c10::DispatchKeySet(c10::DispatchKey::CUDA),
                                           type.value_or(at::kFloat));
}

// The tensors of one call, each seen as one of the CPU on the same memory.
class Seen {
 public:
  at::Tensor of(const at::Tensor& tensor) {
    if (!tensor.defined() || !tensor.is_cuda()) return tensor;
    for (const Pair& pair : pairs_)
      if (pair.device.is_same(tensor)) return pair.host;
    at::Tensor host = at::detail::make_tensor<c10::TensorImpl>(
        storage_of(tensor), c10::DispatchKeySet(c10::DispatchKey::CPU), tensor.dtype());
    host.unsafeGetTensorImpl()->set_sizes_and_strides(tensor.sizes(), tensor.strides(), tensor.storage_offset());
    if (tensor.unsafeGetTensorImpl()->is_wrapped_number()) host.unsafeGetTensorImpl()->set_wrapped_number(true);
    pairs_.push_back({tensor, host});
    return host;
  }

  // What the operation gave, on the device.
  at::Tensor back(const at::Tensor& host) const {
    if (!host.defined()) return host;
    for (const Pair& pair : pairs_) {
      if (!pair.host.is_same(host)) continue;
      take_over_resized(pair.device.storage(), host.storage());
      pair.device.unsafeGetTensorImpl()->set_sizes_and_strides(host.sizes(), host.strides(), host.storage_offset());
      return pair.device;
    }
    for (const Pair& pair : pairs_) {
      if (!pair.host.storage().is_alias_of(host.storage())) continue;
      at::Tensor view = at::detail::make_tensor<c10::TensorImpl>(
          c10::Storage(pair.device.storage()), c10::DispatchKeySet(c10::DispatchKey::CUDA), host.dtype());
      view.unsafeGetTensorImpl()->set_sizes_and_strides(host.sizes(), host.strides(), host.storage_offset());
      return view;
    }
    at::Tensor fresh = gpu::empty_strided(host.sizes(), host.strides(), host.scalar_type(), {}, {}, {});
    of_fresh(fresh).copy_(host);
    return fresh;
  }

 private:
  struct Pair {
    at::Tensor device, host;
  };
  // An output that did not fit has new memory.
  static void take_over_resized(const c10::Storage& device, const c10::Storage& host) {
    if (!host.data() || (device.data() && host.data() == values_at(device.data()))) return;
    c10::DataPtr memory = host.set_data_ptr(c10::DataPtr(nullptr, c10::Device(c10::DeviceType::CPU)));
    void* address = address_of(memory.release_context());
    device.set_data_ptr_noswap({address, address, &gpu::release, {c10::DeviceType::CUDA, 0}});
    device.set_nbytes(host.nbytes());
  }
  static at::Tensor of_fresh(const at::Tensor& tensor) { return Seen().of(tensor); }
  c10::Storage storage_of(const at::Tensor& tensor) {
    for (const Pair& pair : pairs_)
      if (pair.device.storage().is_alias_of(tensor.storage())) return pair.host.storage();
    const c10::Storage& storage = tensor.storage();
    void* address = storage.mutable_data();
    return c10::Storage(c10::Storage::use_byte_size_t(), storage.nbytes(),
                        c10::DataPtr(address ? values_at(address) : nullptr, c10::Device(c10::DeviceType::CPU)),
                        &host_allocator, true);
  }

  std::vector<Pair> pairs_;
};

// f(tensor) in place of every tensor of an argument or a result.
template <class F>
void replace_tensors(c10::IValue& value, F&& f) {
  if (value.isTensor()) {
    value = f(value.toTensor());
  } else if (value.isTensorList()) {
    c10::List<at::Tensor> list;
    for (const at::Tensor& tensor : value.toTensorVector()) list.push_back(f(tensor));
    value = list;
  } else if (value.isOptionalTensorList()) {
    c10::List<std::optional<at::Tensor>> list;
    for (const std::optional<at::Tensor> tensor : value.toOptionalTensorList())
      list.push_back(tensor ? std::optional(f(*tensor)) : std::nullopt);
    value = list;
  }
}

// As a GPU demands it: every operand on the device, but for single numbers.
void check_devices(const c10::OperatorHandle& operation, const torch::jit::Stack& stack, std::size_t arguments) {
  const std::string& name = operation.schema().name();
  if (name == "aten::index" || name.starts_with("aten::index_put") || name == "aten::_index_put_impl_") return;
  for (std::size_t i = stack.size() - arguments; i < stack.size(); ++i) {
    c10::IValue value = stack[i];
    replace_tensors(value, [&](const at::Tensor& tensor) {
      TORCH_CHECK(!tensor.defined() || tensor.is_cuda() || tensor.dim() == 0,
                  "Expected all tensors to be on the same device, "
                  "but ",
                  name, " was given one on ", tensor.device(), " beside one on the emulated GPU");
      return tensor;
    });
  }
}

void run(const c10::OperatorHandle& operation, torch::jit::Stack* stack) {
  const std::size_t arguments = operation.schema().arguments().size();
  check_devices(operation, *stack, arguments);
  ++counted.operations;
  Seen seen;
  for (std::size_t i = stack->size() - arguments; i < stack->size(); ++i) {
    c10::IValue& value = (*stack)[i];
    if (value.isDevice()) value = c10::Device(c10::DeviceType::CPU);
    else replace_tensors(value, [&](const at::Tensor& tensor) { return seen.of(tensor); });
  }
  operation.callBoxed(stack);
  const std::size_t results = operation.schema().returns().size();
  for (std::size_t i = stack->size() - results; i < stack->size(); ++i)
    replace_tensors((*stack)[i], [&](const at::Tensor& tensor) { return seen.back(tensor); });
}

at::Tensor& copy(at::Tensor& to, const at::Tensor& from, bool non_blocking) {
  if (to.is_cuda() != from.is_cuda() && (!to.is_cuda() || !non_blocking)) ++counted.waits;
  if (to.is_cuda() && !from.is_cuda()) ++counted.to_device;
  Seen seen;
  at::Tensor host = seen.of(to);
  host.copy_(seen.of(from), non_blocking);
  return to;
}

at::Scalar local_scalar(const at::Tensor& tensor) {
  ++counted.waits;
  return at::_local_scalar_dense(Seen().of(tensor));
}

}   // namespace

C10_REGISTER_GUARD_IMPL(CUDA, Guard)

TORCH_LIBRARY_IMPL(_, CUDA, library) { library.fallback(torch::CppFunction::makeFromBoxedFunction<&run>()); }

TORCH_LIBRARY_IMPL(aten, CUDA, library) {
  library.impl("empty.memory_format", &empty);
  library.impl("empty_strided", &empty_strided);
  library.impl("copy_", &copy);
  library.impl("_local_scalar_dense", &local_scalar);
}

Traffic traffic() { return {counted.waits, counted.to_device, counted.operations}; }

}   // namespace lift::test::gpu
