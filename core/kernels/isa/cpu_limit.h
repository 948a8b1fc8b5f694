#pragma once
// The environment variable LIFT_CPU limits the instruction set of this process, for users, test runs and support. Both
// our kernels and the libraries that LibTorch uses (oneDNN, MKL, ATen) obey it. Tensor-free.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/kernels/isa/cpu_features.h"

namespace lift {

inline constexpr const char* kCpuLimitVariable = "LIFT_CPU";

// A level as LIFT_CPU spells it: "portable", "avx2", "avx512", "avx512bf16" or "amx".
std::string_view word_of(CpuIsa isa);
std::optional<CpuIsa> cpu_isa_of_word(std::string_view word);

// The levels that this CPU supports and this build has kernels for, lowest first, whatever LIFT_CPU says.
std::span<const CpuIsa> cpu_isas_of_this_machine();

// The level in LIFT_CPU; std::nullopt when it is unset or empty. Errors: InvalidArgument for any other word.
Result<std::optional<CpuIsa>> cpu_limit_of_environment();

// Passes the limit on to LibTorch's libraries through their own environment variables, unless the user has set those.
// Call it before the first product, while no other thread runs: it changes the environment.
Status pass_cpu_limit_to_libraries();

// "avx512bf16 (of portable, avx2, avx512, avx512bf16)": the level in use, and the levels of this CPU.
std::string cpu_levels_in_words();

}   // namespace lift
