#pragma once
// Counts the exchanges between the host and the emulated device.
#include <cstdint>

namespace lift::test::gpu {

struct Traffic {
  std::int64_t waits = 0;        // the host waits for the GPU: it reads a value, or copies blockingly
  std::int64_t to_device = 0;    // copies from the host
  std::int64_t operations = 0;   // operations of LibTorch
};

Traffic traffic();

}   // namespace lift::test::gpu
