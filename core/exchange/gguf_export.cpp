#include "core/exchange/gguf_export.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/gguf_conversion.h"
#include "core/exchange/gguf_mix.h"
#include "core/exchange/gguf_values.h"
#include "core/exchange/merged_weights.h"
#include "core/io/gguf_writer.h"
#include "core/io/new_file.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

// Makes the tensors' values while the file is written, one tensor at a time.
class GgufTensors {
 public:
  static Result<GgufTensors> of(const ExportRequest& request, GgufReader reader) {
    GgufTensors tensors(std::move(reader), mix_named(request.type));
    // fp32 holds every plain type; the last rounding is to the type in the file alone.
    LIFT_ASSIGN(tensors.weights_, MergedWeights::of(request.model, request.origin, tensors.wanted_ ? "fp32" : "base"));
    tensors.memory_ = to_dtype(request.model.scalar_type());
    if (!tensors.weights_->base())
      return make_error(ErrorCode::InvalidArgument, request.origin.string(),
                        say("expected the base's weights, found none that can be read"));
    for (std::size_t i = 0; i < tensors.weights_->plan().size(); ++i)
      tensors.index_.emplace(tensors.weights_->base()->listed(tensors.weights_->plan()[i].name)->name.gguf, i);
    LIFT_RETURN_IF_ERROR(tensors.plan_heads());
    return tensors;
  }

  const std::vector<GgufOutTensor>& heads() const { return heads_; }
  const GgufReader& reader() const { return reader_; }
  std::int64_t kept() const { return kept_; }
  // "Q4_K (150 matrices), Q6_K (30)"
  Sentence types() const {
    std::vector<Sentence> words;
    for (const auto& [type, count] : written_) words.push_back(say("{} ({} matrices)", name_of(type), count));
    return joined(words);
  }
  const GgufMix* wanted() const { return wanted_; }

  Result<std::span<const std::byte>> bytes(const GgufOutTensor& head) {
    const GgufTensor& stored = *reader_.find(head.name);
    if (raw_.at(head.name)) return stored.bytes;
    LIFT_ASSIGN(alive_, values(index_.at(head.name)));
    LIFT_ASSIGN(alive_, as_stored(alive_, head));
    return bytes_of(alive_);
  }

  // In the file's order of rows.
  Result<at::Tensor> values(std::size_t index) const {
    LIFT_ASSIGN(const MergedWeights::Values values, weights_->values(index));
    return in_form(values.tensor, weights_->base()->listed(weights_->plan()[index].name)->gguf);
  }

 private:
  GgufTensors(GgufReader reader, const GgufMix* wanted) : reader_(std::move(reader)), wanted_(wanted) {}

  Status plan_heads() {
    const ModelConfig& config = weights_->base()->config();
    std::optional<MixedTypes> mixed;
    if (wanted_)
      mixed.emplace(*wanted_, reader_.tensors(), config.layer_count == 80 && config.head_count != config.kv_head_count);
    for (const GgufTensor& stored : reader_.tensors()) {
      const auto found = index_.find(stored.name);
      const bool ours = found != index_.end();
      const bool asked = mixed && ours && stored.shape.size() > 1;
      GgmlType type = asked ? mixed->of(stored) : stored.type;
      bool changed = false;
      if (ours && type == stored.type) {   // else every value is written anew
        LIFT_ASSIGN(const MergedWeights::Values values, weights_->values(found->second));
        changed = values.changed > 0;
      }
      if (!asked && changed) type = stored.shape.size() > 1 ? changed_type(stored.type) : GgmlType::F32;
      if (ours && stored.shape.size() > 1) ++written_[type];
      const bool raw = !changed && type == stored.type;
      kept_ += raw;
      raw_.emplace(stored.name, raw);
      heads_.push_back({stored.name, type, stored.shape, {}});
    }
    return {};
  }
  GgmlType changed_type(GgmlType stored) const { return block_of(stored).elements > 1 ? ggml_of(memory_) : stored; }

  GgufReader reader_;
  const GgufMix* wanted_;
  std::optional<MergedWeights> weights_;
  DType memory_ = DType::BF16;
  std::map<std::string, std::size_t> index_;   // name in the file -> place in weights_
  std::map<std::string, bool> raw_;            // the base's bytes as they are
  std::vector<GgufOutTensor> heads_;
  std::map<GgmlType, std::int64_t> written_;   // matrices by type
  std::int64_t kept_ = 0;
  at::Tensor alive_;
};

std::vector<GgufOutKey> keys_of(const GgufReader& reader, const GgufMix* wanted) {
  std::vector<GgufOutKey> keys;
  for (const std::string& name : reader.key_order()) {
    if (name.starts_with("split.") || (wanted && name == "general.file_type") || name == "general.alignment") continue;
    keys.push_back({name, reader.raw_key(name)});
  }
  if (wanted) keys.push_back({"general.file_type", wanted->file_type});
  if (wanted && wanted->mixed && !reader.key("general.quantization_version"))
    keys.push_back({"general.quantization_version", 2u});
  return keys;
}

bool from_folder(const ExportRequest& request) {
  std::error_code ignored;
  return fs::is_directory(request.origin, ignored);
}

Result<WrittenExport> write_file(const ExportRequest& request, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(check_new_file(request.target));
  if (from_folder(request)) return write_folder_as_gguf(request, task);
  LIFT_ASSIGN(GgufReader reader, GgufReader::open(request.origin));
  LIFT_ASSIGN(GgufTensors tensors, GgufTensors::of(request, std::move(reader)));
  const GgufTensorSource source = [&](const GgufOutTensor& head) { return tensors.bytes(head); };
  LIFT_RETURN_IF_ERROR(
      write_gguf(request.target, keys_of(tensors.reader(), tensors.wanted()), tensors.heads(), task, source));
  WrittenExport written;
  written.path = request.target;
  written.bytes = static_cast<std::int64_t>(fs::file_size(request.target));
  if (tensors.wanted()) written.notices.push_back(say("The matrices are written as {}", tensors.types()));
  written.notices.push_back(
      say("{} of {} tensors are the base's, byte for byte", tensors.kept(), tensors.heads().size()));
  for (const ForeignGgufTensor& tensor : tensors.reader().foreign())
    written.notices.push_back(say("tensor {} of the base is left out: {} is not read here", tensor.name, tensor.type));
  return written;
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  return catch_exceptions(request.target.string(), [&] { return write_file(request, task); });
}

Result<std::vector<Sentence>> plan(const ExportRequest& request) {
  LIFT_RETURN_IF_ERROR(check_new_file(request.target));
  const GgufMix* wanted = mix_named(request.type);
  if (from_folder(request)) return plan_folder_as_gguf(request);
  if (!wanted)
    return std::vector{
        say("What did not change stays as the base has it; what changed is written as it is in memory, "
            "in a wider type where the base is quantised")};
  std::vector told{say("The matrices are written as {}, the vectors as in the base", wanted->title)};
  tell_mix(*wanted, told);
  return told;
}

// The file read again by name: unchanged tensors are the base's bytes, the others what the types make of the values.
Result<ExportCheck> check(const ExportRequest& request, const Tokenizer& tokenizer, const ExportCheckOptions& options,
                          const TaskContext& task) {
  if (from_folder(request)) return check_folder_as_gguf(request, tokenizer, options, task);
  LIFT_ASSIGN(GgufReader base, GgufReader::open(request.origin));
  LIFT_ASSIGN(GgufTensors tensors, GgufTensors::of(request, std::move(base)));
  LIFT_ASSIGN(const GgufReader file, GgufReader::open(request.target));
  ExportCheck check;
  std::int64_t equal = 0;
  for (const GgufOutTensor& head : tensors.heads()) {
    LIFT_ASSIGN(const auto bytes, tensors.bytes(head));
    const GgufTensor* found = file.find(head.name);
    if (found && found->type == head.type && found->shape == head.shape && std::ranges::equal(found->bytes, bytes))
      ++equal;
    else if (check.first_difference.empty()) check.first_difference = head.name;
  }
  check.statements.push_back(
      say("read back from the file, tensor by tensor: {} of {} are what was to be written, byte for byte; {} of them "
          "are the base's bytes",
          equal, tensors.heads().size(), tensors.kept()));
  LIFT_RETURN_IF_ERROR(compare_by_prompts(request.model, tokenizer, request.target, options, task, check));
  check.exact = check.first_difference.empty() && check.largest_logit_difference == 0;
  return check;
}

}   // namespace

Exporter gguf_exporter() {
  return {.name = "gguf",
          .title = say("GGUF file, merged (for llama.cpp, LM Studio, Ollama)"),
          .target = ExportTarget::File,
          .extension = ".gguf",
          .types = {"base", "bf16", "fp16", "fp32", "q8_0", "q4_k_m", "q4_0"},
          .plan = plan,
          .write = write,
          .check = check};
}

}   // namespace lift
