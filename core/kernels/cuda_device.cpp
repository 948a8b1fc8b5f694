#include "core/kernels/cuda_device.h"

#include "core/base/say.h"

#ifdef LIFT_CUDA_KERNELS
#include "core/kernels/cuda/launch.h"
#endif

namespace lift {
namespace {

#ifdef LIFT_CUDA_KERNELS
CudaState look() {
  CudaState state;
  std::string why;
  state.names = cuda::device_names(why);
  if (state.names.empty()) state.absence = say("There is no CUDA device on this machine ({}).", why);
  else if (!cuda::open_library(why))
    state = {{}, say("There is a CUDA device, but LibTorch's CUDA library could not be opened: {}.", why)};
  return state;
}
#else
CudaState look() { return {{}, say("This program was built without CUDA: no CUDA device was used.")}; }
#endif

}   // namespace

const CudaState& cuda_state() {
  static const CudaState state = look();
  return state;
}

std::int64_t free_device_memory(Device device) {
#ifdef LIFT_CUDA_KERNELS
  if (!device.is_cpu() && check_device(device).ok()) return cuda::free_memory(device.index);
#endif
  (void)device;
  return 0;
}

Status check_device(Device device) {
  if (device.is_cpu()) return {};
  const CudaState& state = cuda_state();
  if (!state.absence.empty())
    return make_error(ErrorCode::Unsupported, device.text(), state.absence, say("Use the device cpu."));
  if (device.index < 0 || static_cast<std::size_t>(device.index) >= state.names.size())
    return make_error(ErrorCode::Unsupported, device.text(), say("expected cuda:0 to cuda:{}", state.names.size() - 1));
  return {};
}

}   // namespace lift
