#pragma once
// Which files of a repository a person gets: those that this program reads, those that patterns name, or all.
// Tensor-free.
#include <functional>
#include <string>
#include <vector>

#include "core/hub/repository.h"

namespace lift {

struct HubFileChoice {
  std::vector<std::string> patterns;   // "*.gguf", "data/train-*"; without "/" they look at the last part of the path
  bool all = false;
  // Whether a file of a data set has rows that the program reads; given by whoever knows the readers.
  std::function<bool(const std::string& file_name)> is_row_file;
};

struct ChosenFiles {
  std::vector<HubFile> files;
  std::vector<HubFile> left;   // not asked for: other programs' forms, other files than the patterns name
};

// Without patterns: a model's configuration, tokenizer, templates, licence and safetensors, or its only GGUF file; a
// data set's files of rows and its card. A pattern that names one part of a set brings all of its parts.
// Errors: NotFound for a pattern that names nothing; InvalidArgument where several GGUF files are to choose from;
// Unsupported for a repository with nothing that the program reads.
Result<ChosenFiles> choose_files(const HubRepository& repository, const HubFileChoice& choice);

}   // namespace lift
