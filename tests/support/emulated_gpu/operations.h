#pragma once
// What the host and the emulated device have exchanged so far.
#include <cstdint>

namespace lift::test::gpu {

struct Traffic {
  std::int64_t waits = 0;   // the host waits for all that was asked of a GPU: it reads a value, or copies blockingly
  std::int64_t to_device = 0;    // copies from the host
  std::int64_t operations = 0;   // of LibTorch
};

Traffic traffic();

}   // namespace lift::test::gpu
