#pragma once
// The lists of prepared products that oneDNN and LibTorch keep by shape. Tensor-free.

namespace lift {

// Keeps both short. They read their environment variables at the first product: called once, from main, while no other
// thread could read the environment (session/prepare_process.h calls it). What the user has set stays as it is.
void keep_shape_caches_small();

}   // namespace lift
