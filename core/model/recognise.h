#pragma once
// What a person handed over that is no model this program opens: said by its name, with what opens it. Only looked at,
// never read as a model. Private to core/model (open_weights.cpp asks). Tensor-free.
#include <filesystem>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"

namespace lift {

// A file that does not begin as a GGUF file does. Always an error; Io where the file cannot be read.
Error what_file_is(const std::filesystem::path& file);

// A GGUF file that holds something other than a model: an adapter, an importance matrix, a picture encoder.
std::optional<Error> not_a_model(const GgufReader& reader);

// A folder without config.json. Always an error.
Error what_folder_is(const std::filesystem::path& folder);

// A folder with config.json whose weights are quantised in a way of another program; nothing: they are not.
std::optional<Error> quantised_folder(const std::filesystem::path& folder, const nlohmann::json& config);

// A folder with config.json and without safetensors: what its weights are instead; nothing: there are none.
std::optional<Error> weights_of_another_form(const std::filesystem::path& folder);

}   // namespace lift
