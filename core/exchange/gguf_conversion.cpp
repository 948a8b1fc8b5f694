#include "core/exchange/gguf_conversion.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/gguf_mix.h"
#include "core/exchange/gguf_values.h"
#include "core/exchange/merged_weights.h"
#include "core/exchange/tokenizer_check.h"
#include "core/model/family_gguf.h"
#include "core/tokenizer/gguf_tokenizer_keys.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

// general.file_type (llama.cpp, enum llama_ftype) of matrices in a plain type.
std::uint32_t file_type_of(GgmlType matrices) {
  return matrices == GgmlType::F32 ? 0u : matrices == GgmlType::F16 ? 1u : 32u;
}

std::string name_of_model(const fs::path& folder) {
  const fs::path path = fs::absolute(folder).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

// The tensors of the file, each made when it is written.
class ConvertedTensors {
 public:
  static Result<ConvertedTensors> of(const ExportRequest& request) {
    const GgufMix* wanted = mix_named(request.type);
    LIFT_ASSIGN(MergedWeights weights,
                MergedWeights::of(request.model, request.origin, wanted ? "fp32" : request.type));
    if (!weights.base())
      return make_error(ErrorCode::InvalidArgument, request.origin.string(),
                        say("expected the base's weights, found none that can be read"));
    LIFT_ASSIGN(GgufShape shape, gguf_shape_of(weights.base()->config()));
    return ConvertedTensors(std::move(weights), std::move(shape), wanted);
  }

  const GgufShape& shape() const { return shape_; }
  const MergedWeights& weights() const { return weights_; }
  const std::vector<GgufOutTensor>& heads() const { return heads_; }
  GgmlType matrices() const { return heads_.front().type; }   // the embedding's
  // "Q4_K (150 matrices), Q6_K (30)"
  Sentence types() const {
    std::map<GgmlType, std::int64_t> counts;
    for (const GgufOutTensor& head : heads_)
      if (head.shape.size() > 1) ++counts[head.type];
    std::vector<Sentence> words;
    for (const auto& [type, number] : counts) words.push_back(say("{} ({} matrices)", name_of(type), number));
    return joined(words);
  }

  Result<std::span<const std::byte>> bytes(const GgufOutTensor& head) {
    for (const auto& [name, divisors] : shape_.divisors)
      if (name == head.name) return std::as_bytes(std::span(divisors));
    LIFT_ASSIGN(const at::Tensor values, values_of(index_.at(head.name)));
    LIFT_ASSIGN(alive_, as_stored(values, head));
    return bytes_of(alive_);
  }

 private:
  ConvertedTensors(MergedWeights weights, GgufShape shape, const GgufMix* wanted)
      : weights_(std::move(weights)), shape_(std::move(shape)) {
    plan_heads(wanted);
  }

  void plan_heads(const GgufMix* wanted) {
    const ModelConfig& config = weights_.base()->config();
    std::vector<GgufTensor> plain;
    for (std::size_t i = 0; i < weights_.plan().size(); ++i) {
      const MergedWeights::Planned& planned = weights_.plan()[i];
      const ListedWeight& listed = *weights_.base()->listed(planned.name);
      std::vector<std::int64_t> shape = planned.shape;
      if (listed.gguf.squeezed) std::erase(shape, 1);
      const bool fp32 = shape.size() < 2 || listed.gguf.squeezed;
      index_.emplace(listed.name.gguf, i);
      plain.push_back({listed.name.gguf, fp32 ? GgmlType::F32 : ggml_of(planned.dtype), std::move(shape), {}});
    }
    std::optional<MixedTypes> mixed;
    if (wanted) mixed.emplace(*wanted, plain, config.layer_count == 80 && config.head_count != config.kv_head_count);
    for (const GgufTensor& tensor : plain)
      heads_.push_back({tensor.name,
                        mixed && tensor.shape.size() > 1 && !kept_wide(tensor.name) ? mixed->of(tensor) : tensor.type,
                        tensor.shape,
                        {}});
    for (const auto& [name, divisors] : shape_.divisors)
      heads_.push_back({name, GgmlType::F32, {std::ssize(divisors)}, {}});
  }

  bool kept_wide(const std::string& name) const {
    const auto found = index_.find(name);
    return found != index_.end() && weights_.base()->listed(weights_.plan()[found->second].name)->gguf.squeezed;
  }

  Result<at::Tensor> values_of(std::size_t index) const {
    LIFT_ASSIGN(const MergedWeights::Values values, weights_.values(index));
    return in_form(values.tensor, weights_.base()->listed(weights_.plan()[index].name)->gguf);
  }

  MergedWeights weights_;
  GgufShape shape_;
  std::map<std::string, std::size_t> index_;   // name in the file -> place in weights_
  std::vector<GgufOutTensor> heads_;
  at::Tensor alive_;
};

std::vector<GgufOutKey> keys_of(const ExportRequest& request, const ConvertedTensors& tensors,
                                std::vector<GgufOutKey> tokenizer) {
  std::vector<GgufOutKey> keys = tensors.shape().keys;
  keys.push_back({"general.type", std::string("model")});
  keys.push_back({"general.name", name_of_model(request.origin)});
  const GgufMix* wanted = mix_named(request.type);
  keys.push_back({"general.file_type", wanted ? wanted->file_type : file_type_of(tensors.matrices())});
  keys.push_back({"general.quantization_version", 2u});
  std::ranges::move(tokenizer, std::back_inserter(keys));
  return keys;
}

}   // namespace

Result<std::vector<Sentence>> plan_folder_as_gguf(const ExportRequest& request) {
  const GgufMix* wanted = mix_named(request.type);
  std::vector<Sentence> told;
  if (wanted) told.push_back(say("The matrices are written as {}, the vectors as F32", wanted->title));
  else told.push_back(say("The matrices are written in the type that the base stores them in, the vectors as F32"));
  if (wanted) tell_mix(*wanted, told);
  LIFT_ASSIGN(const BaseWeights base, BaseWeights::open(request.origin));
  if (auto left_out = left_out_by_llama_cpp(base.config())) told.push_back(std::move(*left_out));
  told.push_back(say("The base is a folder: the file's keys are made from its config.json and its tokenizer's files"));
  return told;
}

Result<WrittenExport> write_folder_as_gguf(const ExportRequest& request, const TaskContext& task) {
  LIFT_ASSIGN(ConvertedTensors tensors, ConvertedTensors::of(request));
  LIFT_ASSIGN(GgufTokenizerKeys tokenizer,
              gguf_tokenizer_from_folder(request.origin, tensors.weights().base()->config().vocabulary_size));
  const GgufTensorSource source = [&](const GgufOutTensor& head) { return tensors.bytes(head); };
  LIFT_RETURN_IF_ERROR(
      write_gguf(request.target, keys_of(request, tensors, std::move(tokenizer.keys)), tensors.heads(), task, source));
  LIFT_ASSIGN(const GgufReader file, GgufReader::open(request.target));
  if (Status same = same_shape(tensors.weights().base()->config(), file); !same.ok()) {
    std::error_code ignored;
    fs::remove(request.target, ignored);
    return std::move(same).error();
  }
  WrittenExport written;
  written.path = request.target;
  written.bytes = static_cast<std::int64_t>(fs::file_size(request.target));
  written.notices = std::move(tokenizer.notices);
  written.notices.push_back(say("The matrices are written as {}", tensors.types()));
  if (const auto left = tensors.weights().base()->source().not_used(); left.ok() && !left->empty())
    written.notices.push_back(say("Of the base, not used and not in the export: {}", joined(*left)));
  return written;
}

Result<ExportCheck> check_folder_as_gguf(const ExportRequest& request, const Tokenizer& tokenizer,
                                         const ExportCheckOptions& options, const TaskContext& task) {
  LIFT_ASSIGN(ConvertedTensors tensors, ConvertedTensors::of(request));
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
      say("read back from the file, tensor by tensor: {} of {} are what was to be written, byte "
          "for byte",
          equal, tensors.heads().size()));
  LIFT_ASSIGN(auto difference, difference_of_tokenizers(tokenizer, request.target));
  check.statements.push_back(difference ? std::move(*difference)
                                        : say("the file's tokenizer gives the tokens of the folder's"));
  LIFT_RETURN_IF_ERROR(compare_by_prompts(request.model, tokenizer, request.target, options, task, check));
  check.exact = check.first_difference.empty() && check.largest_logit_difference == 0;
  return check;
}

}   // namespace lift
