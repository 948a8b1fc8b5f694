#include "core/tokenizer/transformers_class.h"

#include <algorithm>
#include <array>

#include "core/tokenizer/json_field.h"

namespace lift {

namespace {

// Model types whose registered class is TokenizersBackend: it is taken whatever tokenizer_config.json names, and so is
// the file by those for which the named class is known to be wrong (qwen2, qwen3_5).
constexpr std::array<std::string_view, 90> kFromFileTypes{"EvollaModel",
                                                          "aria",
                                                          "beam",
                                                          "bigbird_pegasus",
                                                          "canary",
                                                          "flex_olmo",
                                                          "glm",
                                                          "glm4",
                                                          "glm4_moe",
                                                          "glm4_moe_lite",
                                                          "glm4v",
                                                          "glm4v_moe",
                                                          "glm_image",
                                                          "glmasr",
                                                          "got_ocr2",
                                                          "gpt_bigcode",
                                                          "gradium_phonon_tts",
                                                          "granite",
                                                          "granitemoe",
                                                          "granitemoehybrid",
                                                          "granitemoeshared",
                                                          "kimi_k25",
                                                          "kimi_linear",
                                                          "kosmos-2",
                                                          "mimo_v2_flash",
                                                          "minicpm_ocr",
                                                          "minicpmv4_6",
                                                          "minicpmv4_7",
                                                          "ministral",
                                                          "ministral3",
                                                          "mistral",
                                                          "mistral3",
                                                          "mistral_large4",
                                                          "mixtral",
                                                          "nemo_speechlm",
                                                          "nystromformer",
                                                          "olmo2",
                                                          "olmo3",
                                                          "olmo_hybrid",
                                                          "omniasr",
                                                          "pegasus_x",
                                                          "persimmon",
                                                          "pix2struct",
                                                          "pixtral",
                                                          "pocket_tts",
                                                          "stablelm",
                                                          "umt5",
                                                          "voxtral",
                                                          "voxtral_realtime",
                                                          "xlm-roberta-xl",
                                                          "iquestcoder",
                                                          "step3_vl",
                                                          "arctic",
                                                          "fuyu",
                                                          "chatlm",
                                                          "modernbert-decoder",
                                                          "jamba",
                                                          "internlm2",
                                                          "minimax_m2",
                                                          "smolvlm",
                                                          "internlm3",
                                                          "minicpm3",
                                                          "paddleocr_vl",
                                                          "camembertv2-base",
                                                          "nvfp4",
                                                          "modernbert",
                                                          "openvla",
                                                          "llava",
                                                          "minicpmv",
                                                          "phi3_v",
                                                          "phimoe",
                                                          "vipllava",
                                                          "nemotron",
                                                          "molmo",
                                                          "hyperclovax",
                                                          "molmo2",
                                                          "ernie4_5",
                                                          "phi3",
                                                          "h2ovl_chat",
                                                          "llava_next",
                                                          "ernie4_5_moe",
                                                          "cohere_asr",
                                                          "hyperclovax_vlm",
                                                          "opencua",
                                                          "qwen2",
                                                          "qwen3_5",
                                                          "qwen3_5_moe",
                                                          "qwen3_5_moe_text",
                                                          "qwen4_exp",
                                                          "siglip2"};
constexpr std::array<std::string_view, 11> kGemmaTypes{"diffusion_gemma", "gemma",   "gemma2",       "gemma3",
                                                       "gemma3_text",     "gemma3n", "gemma3n_text", "recurrent_gemma",
                                                       "shieldgemma2",    "t5gemma", "zaya"};

std::string text_at(const nlohmann::json& object, const char* name) {
  const auto& value = json_at(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool is_false(const nlohmann::json& value) {   // as Python takes it
  return value.is_null() || value == false || value == 0 || value == "";
}

}   // namespace

TransformersClass transformers_class(const SideFiles& files, bool byte_level) {
  std::string declared = text_at(files.tokenizer_config, "tokenizer_class");
  if (declared.empty()) declared = text_at(files.config, "tokenizer_class");
  if (declared.ends_with("Fast")) declared.resize(declared.size() - 4);
  const std::string type = text_at(files.config, "model_type");
  if (std::ranges::find(kFromFileTypes, type) != kFromFileTypes.end()) return TransformersClass::FromFile;
  if (declared == "LlamaTokenizer" && !byte_level) return TransformersClass::Llama;
  const bool gemma_type = std::ranges::find(kGemmaTypes, type) != kGemmaTypes.end();
  if (declared == "GemmaTokenizer" || (declared.empty() && gemma_type)) return TransformersClass::Gemma;
  return TransformersClass::FromFile;
}

PretokenizerStep::Prepend llama_prepend(const SideFiles& files) {
  using Prepend = PretokenizerStep::Prepend;
  const auto& space = json_at(files.tokenizer_config, "add_prefix_space");
  if (!space.is_null() && is_false(space)) return Prepend::Never;
  return is_false(json_at(files.tokenizer_config, "legacy")) ? Prepend::First : Prepend::Always;
}

}   // namespace lift
