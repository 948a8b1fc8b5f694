#pragma once
// For Ollama: a folder with the model as GGUF and a Modelfile beside it, and the same handed to Ollama when it is on
// this machine. Format: docs/modelfile.md of ollama/ollama. Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter modelfile_exporter();
Exporter ollama_exporter();

}   // namespace lift
