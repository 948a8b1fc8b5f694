#pragma once
// What a person is told of a model beside its summary. Used by the loader, `lift inspect` and tests. Tensor-free.
// Thread: any.
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/model/model_config.h"

namespace lift {

Sentence scaling_in_words(const RopeConfig& rope);   // "none", "linear by 2", "llama3 by 8, from 8192 positions on"

// Tensors, keys and files of a model that nothing reads, one by one. Reads headers only. Errors: those of load_model.
Result<std::vector<Sentence>> not_used_of(const std::filesystem::path& model);

// The same list as one of the notices of a ModelSummary, and whether a notice is that one.
Sentence not_used_in_words(const std::vector<Sentence>& items);
bool tells_of_not_used(const Sentence& notice);

}   // namespace lift
