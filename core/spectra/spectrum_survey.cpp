#include "core/spectra/spectrum_survey.h"

#include <utility>

#include "core/base/check.h"
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/spectra/exact_svd.h"
#include "core/spectra/matrix_checks.h"

namespace lift {

Result<Spectrum> spectrum_of(const at::Tensor& weight, std::string name) {
  LIFT_CHECK(weight.dim() == 2 && weight.numel() > 0, "spectrum_of: weight is a matrix with entries");
  const Sentence subject = name.empty() ? say("matrix") : Sentence::verbatim(name);
  auto spectrum = catch_exceptions(subject, [&]() -> Result<Spectrum> {
    LIFT_ASSIGN(const double energy, finite_energy(weight));
    const auto precision = weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    LIFT_ASSIGN(const at::Tensor values, exact_singular_values(weight, precision));
    const at::Tensor rounded = on_host(values.to(at::kFloat)).contiguous();
    const float* data = host_data<float>(rounded);
    return Spectrum{name, weight.size(0), weight.size(1), {data, data + rounded.numel()}, energy};
  });
  if (spectrum.ok()) return spectrum;
  Error error = std::move(spectrum).error();
  error.subject = subject;
  return error;
}

Result<std::vector<Spectrum>> survey_spectra(std::span<const SurveyedMatrix> matrices, const TaskContext& task,
                                             const std::function<void(const Spectrum&)>& finished) {
  std::vector<Spectrum> spectra;
  spectra.reserve(matrices.size());
  const auto total = static_cast<std::int64_t>(matrices.size());
  for (const SurveyedMatrix& matrix : matrices) {
    const auto done = static_cast<std::int64_t>(spectra.size());
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("spectra"), say("stopped after {} of {} matrices", done, total));
    task.report(say("singular values"), done, total);
    LIFT_ASSIGN(Spectrum spectrum, spectrum_of(matrix.weight, matrix.name));
    if (finished) finished(spectrum);
    spectra.push_back(std::move(spectrum));
  }
  task.report(say("singular values"), total, total);
  return spectra;
}

}   // namespace lift
