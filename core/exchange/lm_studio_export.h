#pragma once
// For LM Studio: the model as GGUF in the folder where it looks for models, MODELS/PUBLISHER/NAME/NAME.gguf
// (lmstudio.ai/docs/app/advanced/import-model). Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter lm_studio_exporter();

}   // namespace lift
