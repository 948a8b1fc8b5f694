#pragma once
// What an exporter (exporters() of session.h) writes, so that window and command line know what to ask the user for.
// Tensor-free. Thread: any.
#include <string>
#include <string_view>
#include <vector>

namespace lift {

struct ExportForm {
  bool folder = true;               // a folder; false: one file
  std::string extension;            // of the file: ".gguf"
  std::vector<std::string> types;   // weight types, the default first; requested as "NAME:TYPE"; empty: no choice
};
ExportForm export_form(std::string_view exporter);

}   // namespace lift
