#pragma once
// What changed, as a SHiRA adapter that stock PEFT loads and merges (peft 0.21: tuners/shira). Per matrix
// `base_model.model.MODULE.shira_weight`, fp32 [K], what is added to the base, and `.shira_indices`, int32 [2, K], rows
// and columns. K is r * (inputs + outputs) with one r for all, so that matrices with fewer changes are filled up with
// zeros at free places. Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter peft_exporter();

}   // namespace lift
