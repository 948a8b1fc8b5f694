#include <algorithm>
#include <array>

#include "core/exchange/delta_export.h"
#include "core/exchange/exporter.h"
#include "core/exchange/gguf_export.h"
#include "core/exchange/hf_folder_export.h"
#include "core/exchange/lm_studio_export.h"
#include "core/exchange/lora_export.h"
#include "core/exchange/ollama_export.h"
#include "core/exchange/peft_export.h"
#include "core/exchange/sparse_export.h"

namespace lift {

namespace {

std::vector<Exporter>& list() {
  static std::vector<Exporter> exporters{hf_folder_exporter(), gguf_exporter(),   modelfile_exporter(),
                                         lm_studio_exporter(), ollama_exporter(), peft_exporter(),
                                         lora_exporter(),      sparse_exporter(), delta_exporter()};
  return exporters;
}

}   // namespace

std::vector<Exporter> exporter_list() { return list(); }

AddedExporter::AddedExporter(Exporter exporter) : name_(exporter.name) { list().push_back(std::move(exporter)); }

AddedExporter::~AddedExporter() {
  std::erase_if(list(), [this](const Exporter& exporter) { return exporter.name == name_; });
}

}   // namespace lift
