#pragma once
// What the host and the emulated device have exchanged so far.
#include <cstdint>

namespace lift::test::gpu {

struct Traffic {
  std::int64_t to_host = 0;      // copies to the host and values read by it: on a GPU the host waits
  std::int64_t to_device = 0;    // copies from the host
  std::int64_t operations = 0;   // of LibTorch
};

Traffic traffic();

}  // namespace lift::test::gpu
