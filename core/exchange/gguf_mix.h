#pragma once
// Which type each tensor of a GGUF file gets when the file as a whole is asked for in one: llama.cpp's own rule
// (llama-quant.cpp, llama_tensor_get_type), so that "Q4_K_M" here is what people know by that name. Used by
// gguf_export. Tensor-free. Thread: any. Private to core/exchange.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/gguf_reader.h"

namespace lift {

struct GgufMix {
  std::string_view name;            // "q4_k_m", as the command line spells it
  std::string_view title;           // "Q4_K_M", as llama.cpp spells it
  GgmlType type = GgmlType::BF16;   // of most matrices
  std::uint32_t file_type = 0;      // general.file_type
  bool mixed = false;               // some matrices get more bits, by what they are for and by layer
};

const GgufMix* mix_named(std::string_view name);   // nullptr: none of this name

// The types of a model's tensors under a mix, by name.
class MixedTypes {
 public:
  // `large_grouped`: llama.cpp's "70B", 80 layers with grouped heads, whose few value heads get more bits.
  MixedTypes(const GgufMix& mix, const std::vector<GgufTensor>& tensors, bool large_grouped);

  // A vector, a norm or what is no weight keeps the type that it has. A row that is no multiple of a type's block gets
  // the next wider type with smaller blocks, at last F16.
  GgmlType of(const GgufTensor& tensor) const;

 private:
  GgmlType wanted(const GgufTensor& tensor) const;

  const GgufMix& mix_;
  bool tied_ = true, large_grouped_ = false;
  std::map<std::int64_t, std::int64_t> value_layers_;   // layer -> its place among those with a value projection
  std::int64_t layers_ = 0;
};

}   // namespace lift
