#include "core/metrics/scalar_files.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>

#include <fmt/format.h>

namespace lift {

namespace {

struct Scalar {
  std::string_view csv, tag;
  std::optional<double> value;
};

std::optional<double> known(double value, bool is_known) { return is_known ? std::optional(value) : std::nullopt; }

std::vector<Scalar> scalars_of(const StepMetrics& step) {
  return {{"loss", "loss", step.loss},
          {"learning_rate", "learning_rate", step.learning_rate},
          {"gradient_norm", "gradient_norm", step.gradient_norm},
          {"tokens", "tokens", static_cast<double>(step.tokens)},
          {"labels", "labels", static_cast<double>(step.labels)},
          {"epoch", "epoch", step.epoch},
          {"tokens_per_second", "speed/tokens_per_second", step.tokens_per_second()},
          {"seconds", "speed/seconds", step.seconds.total()},
          {"resident_bytes", "memory/resident_bytes", static_cast<double>(step.resident_bytes)},
          {"peak_resident_bytes", "memory/peak_resident_bytes", static_cast<double>(step.peak_resident_bytes)}};
}

std::vector<Scalar> scalars_of(const EvaluationMetrics& evaluation) {
  const auto& exact = evaluation.exact;
  return {{"held_out_loss", "held_out/loss", evaluation.held_out_loss},
          {"probe_score", "probe/score", evaluation.probe_score},
          {"retention", "probe/retention", evaluation.retention},
          {"retention_low", "probe/retention_low", evaluation.retention_low},
          {"retention_high", "probe/retention_high", evaluation.retention_high},
          {"answers_right", "held_out/answers_right", known(exact ? static_cast<double>(exact->right) : 0, !!exact)},
          {"answers_asked", "held_out/answers_asked", known(exact ? static_cast<double>(exact->asked) : 0, !!exact)}};
}

// Steps and evaluations by step; the evaluation of a step comes behind it.
void in_order(
    std::span<const StepMetrics> steps, std::span<const EvaluationMetrics> evaluations,
    const std::function<void(std::int64_t step, double seconds, bool is_step, const std::vector<Scalar>&)>& f) {
  double seconds = 0;
  std::size_t i = 0;
  for (const EvaluationMetrics& evaluation : evaluations) {
    for (; i < steps.size() && steps[i].step <= evaluation.step; ++i) {
      seconds += steps[i].seconds.total();
      f(steps[i].step, seconds, true, scalars_of(steps[i]));
    }
    f(evaluation.step, seconds, false, scalars_of(evaluation));
  }
  for (; i < steps.size(); ++i) {
    seconds += steps[i].seconds.total();
    f(steps[i].step, seconds, true, scalars_of(steps[i]));
  }
}

// CRC-32C (Castagnoli), reflected, as TFRecord wants it: rotated and moved by a constant.
std::uint32_t masked_crc(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0x82F63B78u : 0u);
      made[i] = value;
    }
    return made;
  }();
  std::uint32_t crc = ~0u;
  for (const char c : bytes) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ crc >> 8;
  return std::rotr(~crc, 15) + 0xA282EAD8u;
}

template <typename T>
std::string raw(T value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

// Protocol buffers: a field's number and wire type, then its value.
std::string varint(std::uint64_t value) {
  std::string bytes;
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  return bytes + static_cast<char>(value);
}
std::string number_field(int number, double value) {
  return varint(static_cast<std::uint64_t>(number) << 3 | 1) + raw(value);
}
std::string float_field(int number, float value) {
  return varint(static_cast<std::uint64_t>(number) << 3 | 5) + raw(value);
}
std::string whole_field(int number, std::int64_t value) {
  return varint(static_cast<std::uint64_t>(number) << 3) + varint(static_cast<std::uint64_t>(value));
}
std::string text_field(int number, std::string_view text) {
  return varint(static_cast<std::uint64_t>(number) << 3 | 2) + varint(text.size()) + std::string(text);
}

std::string record(const std::string& payload) {
  const std::string length = raw(static_cast<std::uint64_t>(payload.size()));
  return length + raw(masked_crc(length)) + payload + raw(masked_crc(payload));
}

}   // namespace

std::string csv_of(std::span<const StepMetrics> steps, std::span<const EvaluationMetrics> evaluations) {
  const std::vector<Scalar> of_steps = scalars_of(StepMetrics()), of_evaluations = scalars_of(EvaluationMetrics());
  std::string text = "step";
  for (const auto* columns : {&of_steps, &of_evaluations})
    for (const Scalar& column : *columns) (text += ',') += column.csv;
  text += '\n';
  in_order(steps, evaluations, [&](std::int64_t step, double, bool is_step, const std::vector<Scalar>& scalars) {
    text += fmt::format("{}", step);
    if (!is_step) text.append(of_steps.size(), ',');
    for (const Scalar& scalar : scalars) text += scalar.value ? fmt::format(",{}", *scalar.value) : ",";
    if (is_step) text.append(of_evaluations.size(), ',');
    text += '\n';
  });
  return text;
}

std::string event_file_of(std::span<const StepMetrics> steps, std::span<const EvaluationMetrics> evaluations,
                          double start) {
  // Event: 1 wall_time, 2 step, 3 file_version, 5 summary. Summary: 1 value. Value: 1 tag, 2 simple_value.
  std::string file = record(number_field(1, start) + text_field(3, "brain.Event:2"));
  in_order(steps, evaluations, [&](std::int64_t step, double seconds, bool, const std::vector<Scalar>& scalars) {
    std::string summary;
    for (const Scalar& scalar : scalars)
      if (scalar.value)
        summary += text_field(1, text_field(1, scalar.tag) + float_field(2, static_cast<float>(*scalar.value)));
    file += record(number_field(1, start + seconds) + whole_field(2, step) + text_field(5, summary));
  });
  return file;
}

std::string event_file_name(double start) {
  return fmt::format("events.out.tfevents.{:010}.lift.0.0", static_cast<std::int64_t>(start));
}

}   // namespace lift
