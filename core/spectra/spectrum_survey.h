#pragma once
// Singular values of many matrices, with progress and cancellation, for the spectrum plot and the rank advice.
// Thread: the engine's. Long call: one unit of progress per matrix.
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

// All singular values of every matrix, in order. `finished` (may be empty) also receives each spectrum as soon as it is
// ready, so that a plot can fill up meanwhile. Errors: NonFinite with the matrix's name, Cancelled, OutOfMemory.
Result<std::vector<Spectrum>> survey_spectra(std::span<const SurveyedMatrix> matrices, const TaskContext& task = {},
                                             const std::function<void(const Spectrum&)>& finished = {});

// All singular values of one matrix.
Result<Spectrum> spectrum_of(const at::Tensor& weight, std::string name = {});

}   // namespace lift
