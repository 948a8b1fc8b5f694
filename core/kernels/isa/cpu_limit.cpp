#include "core/kernels/isa/cpu_limit.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "core/base/say.h"

namespace lift {
namespace {

constexpr std::array kWords = {std::pair(CpuIsa::Portable, "portable"), std::pair(CpuIsa::Avx2, "avx2"),
                               std::pair(CpuIsa::Avx512, "avx512"), std::pair(CpuIsa::Avx512Bf16, "avx512bf16"),
                               std::pair(CpuIsa::AmxBf16, "amx")};

// How each library spells the same limit: oneDNN's "CPU Dispatcher Control", MKL's "Instruction Set Specific
// Dispatching", ATen/native/DispatchStub.cpp.
struct LibraryWords {
  const char *onednn, *mkl, *aten;
};

LibraryWords library_words(CpuIsa limit) {
  switch (limit) {
    case CpuIsa::Portable: return {"SSE41", "SSE4_2", "default"};
    case CpuIsa::Avx2: return {"AVX2", "AVX2", "avx2"};
    case CpuIsa::Avx512: return {"AVX512_CORE", "AVX512", "avx512"};
    case CpuIsa::Avx512Bf16: return {"AVX512_CORE_BF16", "AVX512_E1", "avx512"};
    case CpuIsa::AmxBf16: break;
  }
  return {nullptr, nullptr, nullptr};
}

void set_unless_the_user_did(const char* name, const char* value) {
  if (value != nullptr) setenv(name, value, 0);
}

}   // namespace

std::string_view word_of(CpuIsa isa) {
  for (const auto& [level, word] : kWords)
    if (level == isa) return word;
  return "?";
}

std::optional<CpuIsa> cpu_isa_of_word(std::string_view word) {
  for (const auto& [level, name] : kWords)
    if (name == word) return level;
  return std::nullopt;
}

Result<std::optional<CpuIsa>> cpu_limit_of_environment() {
  const char* const word = std::getenv(kCpuLimitVariable);
  if (word == nullptr || *word == '\0') return std::optional<CpuIsa>();
  const auto isa = cpu_isa_of_word(word);
  if (isa) return isa;
  return Error{ErrorCode::InvalidArgument, Sentence::verbatim(kCpuLimitVariable),
               say("expected portable, avx2, avx512, avx512bf16 or amx, found \"{}\"", word),
               say("Correct it, or unset it to use all that this CPU has")};
}

Status pass_cpu_limit_to_libraries() {
  LIFT_ASSIGN(const std::optional<CpuIsa> limit, cpu_limit_of_environment());
  if (!limit) return {};
  const LibraryWords words = library_words(*limit);
  set_unless_the_user_did("ONEDNN_MAX_CPU_ISA", words.onednn);
  set_unless_the_user_did("MKL_ENABLE_INSTRUCTIONS", words.mkl);
  set_unless_the_user_did("ATEN_CPU_CAPABILITY", words.aten);
  return {};
}

std::string cpu_levels_in_words() {
  std::string words(word_of(active_cpu_isa()));
  const char* separator = " (of ";
  for (const CpuIsa isa : cpu_isas_of_this_machine()) {
    words.append(separator).append(word_of(isa));
    separator = ", ";
  }
  return words + ")";
}

}   // namespace lift
