#pragma once
// A run's numbers for other programs: a table, and TensorBoard's event file. Used by the command line. Tensor-free.
// Thread: any.
#include <span>
#include <string>

#include "core/metrics/metrics.h"

namespace lift {

// One line per step, and one per evaluation, in order of steps; a cell that was not measured is empty. Numbers read
// back bit by bit, NaN and infinities as "nan" and "inf".
std::string csv_of(std::span<const StepMetrics> steps, std::span<const EvaluationMetrics> evaluations);

// Records of TensorBoard's event file, version 2 (tensorboard/compat/proto/event.proto): scalars "loss",
// "learning_rate", "held_out/loss", ... by step. `start`: seconds since 1970 when the run began; a step's time is the
// seconds before it.
std::string event_file_of(std::span<const StepMetrics> steps, std::span<const EvaluationMetrics> evaluations,
                          double start);
// "events.out.tfevents.1764547200.lift.0.0": what TensorBoard looks for.
std::string event_file_name(double start);

}   // namespace lift
