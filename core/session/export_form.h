#pragma once
// What an exporter (exporters() of session.h) writes, so that window and command line know what to ask the user for.
// Tensor-free. Thread: any.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"

namespace lift {

struct ExportForm {
  bool folder = true;               // a folder; false: one file
  bool named = false;               // neither: a model's name in another program on this machine
  Sentence obstacle;                // why it can't be done on this machine; empty: it can
  std::string extension;            // of the file: ".gguf"
  std::vector<std::string> types;   // weight types, the default first; requested as "NAME:TYPE"; empty: no choice
};
ExportForm export_form(std::string_view exporter);

}   // namespace lift
