#pragma once
// Which instruction set the row kernels use: found once at run time, lowered by tests and the self-check to compare
// every kernel with its portable twin. Each level includes the ones before it.
#include <span>
#include <string_view>

namespace lift {

enum class CpuIsa : unsigned char {
  Portable,
  Avx2,         // AVX2 + FMA
  Avx512,       // AVX-512 F, BW, VL, DQ
  Avx512Bf16,   // and dot products of bf16 pairs
  AmxBf16       // and products of bf16 tiles
};

std::string_view name_of(CpuIsa isa);

// The levels of this CPU that this build has kernels for, lowest first.
std::span<const CpuIsa> available_cpu_isas();

// The highest available, unless a CpuIsaLimit is alive.
CpuIsa active_cpu_isa();

// Some libraries choose by the maker as well.
bool is_intel_cpu();

// While it lives, no kernel uses more than `isa`. One at a time, on the thread that calls the kernels.
class CpuIsaLimit {
 public:
  explicit CpuIsaLimit(CpuIsa isa);
  ~CpuIsaLimit();
  CpuIsaLimit(const CpuIsaLimit&) = delete;
  CpuIsaLimit& operator=(const CpuIsaLimit&) = delete;

 private:
  CpuIsa before_;
};

}   // namespace lift
