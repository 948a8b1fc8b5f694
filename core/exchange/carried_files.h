#pragma once
// The files of a base's folder that belong to the tuned model too: tokenizer, templates, generation settings, licence,
// code. Weights and what tells of the base's own training stay behind. Tensor-free. Private to core/exchange.
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct CarriedFiles {
  std::vector<std::string> carried, left;   // names in the folder, sorted; config.json and weights are in neither
  bool tokenizer = false;
};

// Copies into `to`, which exists. Errors: Io.
Result<CarriedFiles> carry_files(const std::filesystem::path& from, const std::filesystem::path& to);

// Notices for a person: what stayed behind, what is missing.
std::vector<Sentence> told(const CarriedFiles& files);

}   // namespace lift
