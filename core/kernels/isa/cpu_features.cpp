#include "core/kernels/isa/cpu_features.h"

#include <algorithm>
#include <array>

#ifdef LIFT_KERNELS_AMXBF16
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "core/base/check.h"
#include "core/kernels/isa/cpu_limit.h"

namespace lift {
namespace {

constexpr std::array kLevels = {CpuIsa::Portable, CpuIsa::Avx2, CpuIsa::Avx512, CpuIsa::Avx512Bf16, CpuIsa::AmxBf16};

#ifdef LIFT_KERNELS_AMXBF16
bool has_amx_bf16() {
  constexpr unsigned kBf16 = 1u << 22, kTiles = 1u << 24;   // of leaf 7, EDX
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (edx & kBf16) != 0 && (edx & kTiles) != 0;
}

// Linux hands out the tiles' 8 KiB of state a thread on demand (Documentation/arch/x86/xstate.rst).
bool may_use_tiles() {
  constexpr long kRequestPermission = 0x1023, kTileData = 18;   // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}
#endif

bool supports(CpuIsa isa) {
  switch (isa) {
    case CpuIsa::Portable: return true;
#ifdef LIFT_KERNELS_AVX2
    case CpuIsa::Avx2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
#ifdef LIFT_KERNELS_AVX512
    case CpuIsa::Avx512:
      return supports(CpuIsa::Avx2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#endif
#ifdef LIFT_KERNELS_AVX512BF16
    case CpuIsa::Avx512Bf16: return supports(CpuIsa::Avx512) && __builtin_cpu_supports("avx512bf16");
#endif
#ifdef LIFT_KERNELS_AMXBF16
    case CpuIsa::AmxBf16: return supports(CpuIsa::Avx512Bf16) && has_amx_bf16() && may_use_tiles();
#endif
    default: return false;
  }
}

std::size_t count_available() {
  return static_cast<std::size_t>(std::find_if_not(kLevels.begin(), kLevels.end(), supports) - kLevels.begin());
}

// A word that is no level is refused where the program starts: prepare_process.
std::size_t count_allowed() {
  const auto limit = cpu_limit_of_environment();
  return limit.ok() && *limit ? static_cast<std::size_t>(**limit) + 1 : kLevels.size();
}

// The limit belongs to the thread that set it: kernels choose their functions before they spread the work.
thread_local CpuIsa limit = CpuIsa::AmxBf16;

}   // namespace

std::string_view name_of(CpuIsa isa) {
  switch (isa) {
    case CpuIsa::Portable: return "portable";
    case CpuIsa::Avx2: return "AVX2";
    case CpuIsa::Avx512: return "AVX-512";
    case CpuIsa::Avx512Bf16: return "AVX-512 bf16";
    case CpuIsa::AmxBf16: return "AMX bf16";
  }
  return "?";
}

std::span<const CpuIsa> cpu_isas_of_this_machine() {
  static const std::size_t count = count_available();
  return std::span(kLevels).first(count);
}

std::span<const CpuIsa> available_cpu_isas() {
  static const std::size_t count = std::min(cpu_isas_of_this_machine().size(), count_allowed());
  return std::span(kLevels).first(count);
}

CpuIsa active_cpu_isa() { return std::min(limit, available_cpu_isas().back()); }

bool is_intel_cpu() {
#ifdef LIFT_KERNELS_AVX2
  static const bool is_intel = __builtin_cpu_is("intel") != 0;
  return is_intel;
#else
  return false;
#endif
}

CpuIsaLimit::CpuIsaLimit(CpuIsa isa) : before_(limit) { limit = isa; }

CpuIsaLimit::~CpuIsaLimit() { limit = before_; }

}   // namespace lift
