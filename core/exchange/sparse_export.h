#pragma once
// What changed, as one plain safetensors file that any program reads: for every changed tensor NAME.indices, int32
// positions in the flattened tensor, rising, and NAME.values, the new values in the base's type (the layout of TRL's
// weight synchronisation, huggingface.co/blog/delta-weight-sync). README.md of this room has a reader in five lines.
// Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter sparse_exporter();

}   // namespace lift
