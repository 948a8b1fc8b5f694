// The hostile side of a run's state: every field, table and tensor is checked before anything is made of it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/pattern_code.h"
#include "core/checkpoint/resume_format.h"
#include "core/checkpoint/resume_state.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

using nlohmann::json;

class StateReader {
 public:
  StateReader(const SafetensorsReader& reader, json value, std::string file)
      : reader_(reader), value_(std::move(value)), file_(std::move(file)) {}

  Result<ResumeState> read() const {
    ResumeState state;
    LIFT_ASSIGN(const std::int64_t version, integer("version"));
    if (version > kResumeVersion)
      return make_error(ErrorCode::Unsupported, file_,
                        say("expected version {} or earlier, found {}", kResumeVersion, version),
                        say("A newer version of the program wrote it; update this one"));
    LIFT_ASSIGN(state.step, integer("step"));
    LIFT_ASSIGN(state.threads, integer("threads"));
    LIFT_ASSIGN(state.recipe, fingerprint("recipe"));
    LIFT_ASSIGN(state.data, fingerprint("data"));
    LIFT_RETURN_IF_ERROR(expect_no_streams());
    LIFT_RETURN_IF_ERROR(read_parts(state.parts_json));
    LIFT_ASSIGN(state.base, tensor_records_from_json(field("base"), say("{}, base", file_)));
    LIFT_ASSIGN(state.masks, masks(kMasks));
    LIFT_RETURN_IF_ERROR(read_changed(state));
    LIFT_RETURN_IF_ERROR(check_masks_are_changed(state));
    LIFT_RETURN_IF_ERROR(read_optimizer(state.optimizer));
    return state;
  }

 private:
  Error malformed(const Sentence& item, Sentence message) const {
    return make_error(ErrorCode::Malformed, say("{}, {}", file_, item), std::move(message));
  }
  Error malformed(const std::string& field, Sentence message) const {
    return malformed(Sentence::verbatim(field), std::move(message));
  }
  json field(const char* name) const {
    const auto place = value_.find(name);
    return place == value_.end() ? json() : *place;
  }
  Result<std::int64_t> integer(const char* name) const {
    const json value = field(name);
    if (auto count = count_of(value)) return *count;
    return malformed(name, say("expected a count, found something else"));
  }
  static std::optional<std::int64_t> count_of(const json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
    const auto count = value.get<std::int64_t>();
    return count < 0 ? std::nullopt : std::optional(count);
  }
  Result<Fingerprint> fingerprint(const char* name) const {
    const json value = field(name);
    if (!value.is_string()) return malformed(name, say("expected a SHA-256, found something else"));
    return parse_fingerprint(value.get_ref<const std::string&>());
  }

  // Version 1 wrote them, and never had any: its data loader knows its own.
  Status expect_no_streams() const {
    const json value = field("random_streams");
    if (value.is_null() || (value.is_object() && value.empty())) return {};
    return malformed("random_streams", say("expected none, found {}", value.dump()));
  }
  Status read_parts(std::map<std::string, std::string>& parts) const {
    const json value = field("parts");
    if (!value.is_object()) return malformed("parts", say("expected an object, found something else"));
    for (const auto& [name, part] : value.items()) {
      if (!part.is_string()) return malformed("parts", say("expected texts, found something else"));
      parts[name] = part.get<std::string>();
    }
    return {};
  }

  Result<const TensorView*> view(const char* name) const {
    const TensorView* found = reader_.find(name);
    if (!found) return malformed(say("tensor {}", name), say("expected it, found none"));
    return found;
  }

  struct MaskRow {
    MatrixId id;
    std::int64_t rows = 0, columns = 0, entries = 0, bytes = 0;
  };
  static std::optional<MaskRow> mask_row(const json& value) {
    if (!value.is_array() || value.size() != 6 || !value[1].is_string()) return std::nullopt;
    const auto layer = count_of(value[0]), rows = count_of(value[2]), columns = count_of(value[3]);
    const auto entries = count_of(value[4]), bytes = count_of(value[5]);
    const auto projection = parse_projection(value[1].get_ref<const std::string&>());
    if (!layer || *layer > INT32_MAX || !projection || !rows || !columns || !entries || !bytes) return std::nullopt;
    return MaskRow{{static_cast<std::int32_t>(*layer), *projection}, *rows, *columns, *entries, *bytes};
  }

  Result<MaskSet> masks(const char* name) const {
    LIFT_ASSIGN(const TensorView* const coded, view(name));
    const json table = field(name);
    if (!table.is_array() || coded->dtype != DType::U8)
      return malformed(name, say("expected a table and its bytes, found something else"));
    MaskSet masks;
    std::span<const std::byte> rest = coded->bytes;
    for (const json& value : table) {
      const auto row = mask_row(value);
      if (!row)
        return malformed(name,
                         say("expected [layer, projection, rows, columns, entries, bytes], found something else"));
      if (!masks.empty() && row->id <= masks.matrices().back().id)
        return malformed(name, say("expected matrices in order, found {} again or late", hf_name(row->id)));
      const auto bytes = static_cast<std::size_t>(row->bytes);
      if (bytes > rest.size()) return malformed(name, say("expected {} more bytes, found {}", bytes, rest.size()));
      LIFT_ASSIGN(SparsePattern pattern, decode_pattern(rest.first(bytes), row->rows, row->columns, row->entries,
                                                        say("{}, {} of {}", file_, name, hf_name(row->id))));
      rest = rest.subspan(bytes);
      masks.add(row->id, std::move(pattern));
    }
    if (!rest.empty())
      return malformed(name, say("expected nothing after the last matrix, found {} bytes", rest.size()));
    return masks;
  }

  Result<at::Tensor> values(const char* name, std::int64_t count) const {
    LIFT_ASSIGN(const TensorView* const found, view(name));
    const bool weights = found->dtype == DType::BF16 || found->dtype == DType::F32 || found->dtype == DType::F64;
    if (!weights || found->shape != std::vector<std::int64_t>{count})
      return malformed(say("tensor {}", name), say("expected {} weights, found {}[{}]", count, name_of(found->dtype),
                                                   fmt::join(found->shape, ", ")));
    return tensor_of(*found);
  }

  Status read_changed(ResumeState& state) const {
    LIFT_ASSIGN(MaskSet changed, masks(kChanged));
    LIFT_ASSIGN(at::Tensor base_values, values(kBaseValues, changed.total()));
    LIFT_ASSIGN(state.weights, values(kWeights, changed.total()));
    if (base_values.scalar_type() != state.weights.scalar_type())
      return malformed(say("tensor {}", "weights"), say("expected the dtype of base_values, found another"));
    state.changed = ChangedEntries(std::move(changed), std::move(base_values));
    return {};
  }

  Status check_masks_are_changed(const ResumeState& state) const {
    for (const MatrixMask& mask : state.masks.matrices()) {
      const MatrixMask* changed = state.changed.entries().find(mask.id);
      const bool same_shape = changed && changed->pattern.rows == mask.pattern.rows &&
                              changed->pattern.columns_count == mask.pattern.columns_count;
      if (!same_shape || shared_entries(mask.pattern, changed->pattern) != mask.entries())
        return malformed(say("masks of {}", hf_name(mask.id)),
                         say("expected every training entry among the changed ones, found others"));
    }
    return {};
  }

  Status read_optimizer(NamedTensors& optimizer) const {
    for (const TensorView& tensor : reader_.tensors()) {
      if (!tensor.name.starts_with(kOptimizerPrefix)) continue;
      if (tensor.dtype == DType::U16 || tensor.dtype == DType::U32 || tensor.dtype == DType::U64)
        return malformed(say("tensor {}", quote_name(tensor.name)),
                         say("expected a signed or floating type, found an unsigned one"));
      optimizer.emplace_back(tensor.name.substr(kOptimizerPrefix.size()), tensor_of(tensor));
    }
    return {};
  }

  const SafetensorsReader& reader_;
  json value_;
  std::string file_;
};

}   // namespace

Result<ResumeState> read_resume_state(const std::filesystem::path& path, const TaskContext& task) {
  const std::string file = path.string();
  LIFT_ASSIGN(const SafetensorsReader reader, SafetensorsReader::open(path));
  task.report(say("reading the run's state"), 0, 1);
  const auto format = reader.metadata().find("format"), state = reader.metadata().find(kStateKey);
  if (format == reader.metadata().end() || format->second != kResumeFormat || state == reader.metadata().end())
    return make_error(ErrorCode::Malformed, file, say("expected the state of a run, found another safetensors file"));
  LIFT_ASSIGN(json value, parse_json(state->second, say("{}, state", file)));
  return catch_exceptions(file, [&] { return StateReader(reader, std::move(value), file).read(); });
}

}   // namespace lift
