#pragma once
// Row functions of cross_entropy.h, for one label's logits, on plain pointers (see bf16.h). Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// Returns -log softmax(logits)[label]. `with_gradient`: logits become scale * (softmax - onehot(label)).
template <class T>
using CrossEntropyRow = Compute<T> (*)(T* logits, std::int64_t width, std::int64_t label, bool with_gradient,
                                       Compute<T> scale);

template <class T>
CrossEntropyRow<T> cross_entropy_portable();
template <class T>
CrossEntropyRow<T> cross_entropy_avx2();
template <class T>
CrossEntropyRow<T> cross_entropy_avx512();

}   // namespace lift
