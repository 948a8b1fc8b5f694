#pragma once
// PEFT's LoRA adapter for the tiny model of tiny_model.h.
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/raw_safetensors.h"

namespace lift::test {

// A LoRA of rank 1 for the first layer's q_proj, all ones: every weight grows by 2.
inline std::filesystem::path write_lora_adapter(const std::filesystem::path& folder) {
  const std::string module = "base_model.model.model.layers.0.self_attn.q_proj.lora_";
  const nlohmann::json header{
      {module + "A.weight", {{"dtype", "F32"}, {"shape", {1, 24}}, {"data_offsets", {0, 96}}}},
      {module + "B.weight", {{"dtype", "F32"}, {"shape", {32, 1}}, {"data_offsets", {96, 224}}}}};
  std::string data;
  for (int i = 0; i < 56; ++i) data += std::string("\0\0\x80\x3f", 4);
  write_text(folder / "adapter_model.safetensors", raw_safetensors(header.dump(), data));
  write_text(folder / "adapter_config.json", "{\"peft_type\": \"LORA\", \"r\": 1, \"lora_alpha\": 2}");
  return folder;
}

}   // namespace lift::test
