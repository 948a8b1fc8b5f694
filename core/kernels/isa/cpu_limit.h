#pragma once
// LIFT_CPU: the instruction set that a user, a test run or support allows this process at most. Our kernels and the
// products of LibTorch's libraries (oneDNN, MKL, ATen) keep to it. Tensor-free.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/kernels/isa/cpu_features.h"

namespace lift {

inline constexpr const char* kCpuLimitVariable = "LIFT_CPU";

// "portable", "avx2", "avx512", "avx512bf16" or "amx": how LIFT_CPU spells a level.
std::string_view word_of(CpuIsa isa);
std::optional<CpuIsa> cpu_isa_of_word(std::string_view word);

// The levels of this CPU that this build has kernels for, lowest first, whatever LIFT_CPU says.
std::span<const CpuIsa> cpu_isas_of_this_machine();

// What LIFT_CPU of this process asks for; nothing where it is unset or empty. InvalidArgument where it is no level.
Result<std::optional<CpuIsa>> cpu_limit_of_environment();

// Tells LibTorch's libraries of the limit, by the variables that each of them reads at its first product; what the user
// has set there himself stays. Call it before the first product, while no other thread runs: it writes the environment.
Status pass_cpu_limit_to_libraries();

// "avx512bf16 (of portable, avx2, avx512, avx512bf16)": what kernels use here, and what this CPU could.
std::string cpu_levels_in_words();

}   // namespace lift
