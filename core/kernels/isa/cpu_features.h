#pragma once
// The CPU instruction set that the row kernels use: detected once at run time; tests and the self-check lower it to
// compare every kernel with its portable version. Each level includes the ones before it.
#include <span>
#include <string_view>

namespace lift {

enum class CpuIsa : unsigned char {
  Portable,
  Avx2,         // AVX2 + FMA
  Avx512,       // AVX-512 F, BW, VL, DQ
  Avx512Bf16,   // plus dot products of bf16 pairs
  AmxBf16       // plus bf16 matrix tiles
};

std::string_view name_of(CpuIsa isa);

// The levels that this CPU supports, this build has kernels for and LIFT_CPU allows, lowest first.
std::span<const CpuIsa> available_cpu_isas();

// The highest available level, or the one of this thread's CpuIsaLimit if that is lower.
CpuIsa active_cpu_isa();

// For choosing between libraries that treat Intel's CPUs differently (MKL).
bool is_intel_cpu();

// During its lifetime, kernels called on this thread use `isa` at most. The destructor restores the limit before it.
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
