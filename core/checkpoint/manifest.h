#pragma once
// A delta's description of itself: which base it belongs to, how it was made, what it achieved. Stored as JSON in the
// delta file's metadata; read by `lift delta info`, the results page and every check. Tensor-free.
// Nothing in it depends on when, where or how fast the run was: equal content gives equal bytes.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/io/fingerprint.h"

namespace lift {

// One tensor of the base. Fingerprints are SHA-256 over "DTYPE[EXTENT,...]\n" and the row-major bytes.
struct TensorRecord {
  std::string name;   // as in a Hugging Face folder
  std::vector<std::int64_t> shape;
  Fingerprint base;
  std::int64_t changed = 0;           // entries that differ from the base
  std::optional<Fingerprint> tuned;   // with the delta applied; nullopt: unchanged
  bool operator==(const TensorRecord&) const = default;
};

// Values before and after the run; nullopt: not measured.
struct DeltaMetrics {
  std::optional<double> held_out_loss_before, held_out_loss_after;
  std::optional<double> probe_score_before, probe_score_after;   // shares, 0 .. 1
  std::optional<double> retention, retention_low, retention_high;
  bool operator==(const DeltaMetrics&) const = default;
};

struct Manifest {
  static constexpr std::int64_t kFormat = 1;

  std::string program;                 // "LIFT Studio 0.1.0"
  std::string model_name, family;      // for display
  DType dtype = DType::BF16;           // of every value
  std::int64_t steps = 0;              // optimizer steps of the run
  std::vector<TensorRecord> tensors;   // every tensor of the base, in CausalLm::named_tensors order
  std::optional<Fingerprint> tokenizer;
  std::optional<Fingerprint> chat_template;
  std::string recipe_json;   // the recipe as JSON text; empty: made without one
  DeltaMetrics metrics;

  std::int64_t changed() const;   // over all tensors, in entries
  std::int64_t parameters() const;
  const TensorRecord* find(std::string_view name) const;   // nullptr: not there
  bool operator==(const Manifest&) const = default;
};

// The `tensors` field alone; the resume state has one too.
nlohmann::json to_json(const std::vector<TensorRecord>& tensors);
Result<std::vector<TensorRecord>> tensor_records_from_json(const nlohmann::json& value, const Sentence& subject);

nlohmann::json to_json(const Manifest& manifest);
// Errors: Malformed (a field missing or of another type, a name twice, a count above the shape's), Unsupported (a later
// format).
Result<Manifest> manifest_from_json(const nlohmann::json& value, const Sentence& subject);

}   // namespace lift
