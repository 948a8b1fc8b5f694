#pragma once
// Singular values of many matrices, with progress and cancel: the spectrum plot's and the advisor's data.
// Thread: the engine's. Long: one unit per matrix.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/spectra/spectrum.h"

namespace lift {

struct SurveyedMatrix {
  std::string name;    // for the spectrum and for errors
  at::Tensor weight;   // [rows, columns]
};

// All singular values of every matrix, in order. Each finished spectrum also goes to `finished` (may be empty) at
// once, so that a plot can fill while the survey runs. Errors: NonFinite naming the matrix, Cancelled, OutOfMemory.
Result<std::vector<Spectrum>> survey_spectra(std::span<const SurveyedMatrix> matrices, const TaskContext& task = {},
                                             const std::function<void(const Spectrum&)>& finished = {});

// One matrix, all singular values.
Result<Spectrum> spectrum_of(const at::Tensor& weight, std::string name = {});

}   // namespace lift
