#pragma once
// Values of a model's tensors as a GGUF file stores them. Private to core/exchange. Thread: the engine's.
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/exchange/gguf_mix.h"
#include "core/io/gguf_writer.h"
#include "core/model/gguf_form.h"

namespace lift {

GgmlType ggml_of(DType dtype);

// The model's values as GGUF files have them.
at::Tensor in_form(const at::Tensor& values, const GgufForm& form);

// In the tensor's type and shape, contiguous: plain values, or blocks as bytes. Errors: NonFinite where blocks have no
// place for it.
Result<at::Tensor> as_stored(const at::Tensor& values, const GgufOutTensor& head);

// What a person should know of a mix before the file is written.
void tell_mix(const GgufMix& mix, std::vector<Sentence>& told);

}   // namespace lift
