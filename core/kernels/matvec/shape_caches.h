#pragma once
// The caches of prepared products, by shape, in oneDNN and LibTorch. Tensor-free.

namespace lift {

// Makes both caches small, unless the user has set their environment variables. The libraries read these at the first
// product: call it once, from main, while no other thread can read the environment (session/prepare_process.h does).
void keep_shape_caches_small();

}   // namespace lift
