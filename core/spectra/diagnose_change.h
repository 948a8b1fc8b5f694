#pragma once
// Makes a ChangeDiagnosis. Thread: any; uses ATen's pool.
#include <cstdint>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/spectra/change_diagnosis.h"

namespace lift {

// base, tuned: [rows, columns] of one dtype, on the CPU; `strongest`: directions to compare, cut to the full rank. By a
// full SVD of the base in fp32. Errors: NonFinite, OutOfMemory, Internal.
Result<ChangeDiagnosis> diagnose_change(const std::string& name, const at::Tensor& base, const at::Tensor& tuned,
                                        std::int64_t strongest);

}   // namespace lift
