#pragma once
// A tuned model as one GGUF file. A base that is a folder: gguf_conversion.h. Of a base that is a GGUF file: keys as
// the base has them, tensors in the base's order. "base": what did not change stays byte for byte, quantised as it is;
// what changed is written as it is in memory. Other types: every matrix in that type, vectors in fp32, as llama.cpp's
// converter does. Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter gguf_exporter();

}   // namespace lift
