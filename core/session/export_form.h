#pragma once
// What an exporter of the session's list (exporters() of session.h) makes: what the window and the command line ask a
// person for. Tensor-free. Thread: any.
#include <string>
#include <string_view>
#include <vector>

namespace lift {

struct ExportForm {
  bool folder = true;               // else one file
  std::string extension;            // of a file: ".gguf"
  std::vector<std::string> types;   // of the weights, the usual one first; asked for as "NAME:TYPE"; empty: no choice
};
ExportForm export_form(std::string_view exporter);

}   // namespace lift
