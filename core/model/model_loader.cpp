#include "core/model/model_loader.h"

#include <algorithm>

#include <ATen/core/Tensor.h>
#include <fmt/format.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/tensor_types.h"
#include "core/model/causal_lm.h"
#include "core/model/inspection.h"
#include "core/model/stored_weight_tensor.h"
#include "core/model/weight_list.h"
#include "core/model/weight_source.h"
#include "core/tokenizer/chat_template.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

// "Q4_1 (210 tensors), F32 (61), Q8_0 (1)"
Sentence describe(const std::map<std::string, std::int64_t>& types) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(types.begin(), types.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<Sentence> types_in_words;
  for (const auto& [name, count] : sorted)
    types_in_words.push_back(types_in_words.empty() ? say("{} ({} tensors)", name, count)
                                                    : Sentence::verbatim(fmt::format("{} ({})", name, count)));
  return joined(types_in_words);
}

ModelSummary summarise(const fs::path& path, const WeightSource& source, DType dtype,
                       const std::vector<Sentence>& not_used) {
  ModelSummary summary{.path = path.string(),
                       .format = source.format(),
                       .stored_types = describe(source.stored_types()),
                       .dequantised = source.quantised(),
                       .dtype = dtype,
                       .config = source.config(),
                       .file_bytes = source.file_bytes(),
                       .tokenizer_description = {},
                       .notices = source.notices()};
  if (summary.dequantised)
    summary.notices.push_back(
        say("The weights are stored as {} and are dequantised to {} on import: what is "
            "trained and saved is the dequantised model",
            summary.stored_types, name_of(dtype)));
  if (!summary.config.delta_layers.empty())
    summary.notices.push_back(say(
        "The gates delta_a and delta_b of its delta nets have {} rows each: they train only where they are named as "
        "projections",
        summary.config.delta.value_heads));
  if (!not_used.empty()) summary.notices.push_back(not_used_in_words(not_used));
  return summary;
}

// Reads every weight of a model, in the order of its layers, with progress and cancellation between tensors.
class WeightReader {
 public:
  WeightReader(const WeightSource& source, const LoadOptions& options, const TaskContext& task)
      : source_(source),
        config_(source.config()),
        options_(options),
        task_(task),
        total_(std::ssize(weights_of(config_))) {}

  Result<CausalLm::Weights> read() {
    CausalLm::Weights weights;
    LIFT_ASSIGN(weights.embedding,
                tensor(embedding_name(), {{config_.vocabulary_size, config_.hidden_size}, options_.dtype}));
    for (std::int64_t number = 0; number < config_.layer_count; ++number) {
      LIFT_ASSIGN(CausalLm::Layer layer, read_layer(number));
      weights.layers.push_back(std::move(layer));
    }
    LIFT_ASSIGN(
        weights.final_norm,
        tensor(final_norm_name(), {{config_.hidden_size}, options_.dtype, form(gguf_form_of_final_norm(config_))}));
    weights.head = weights.embedding;
    if (!config_.tied_head) {
      LIFT_ASSIGN(weights.head, tensor(head_name(), {{config_.vocabulary_size, config_.hidden_size}, options_.dtype}));
    }
    return weights;
  }

 private:
  Result<CausalLm::Layer> read_layer(std::int64_t number) {
    CausalLm::Layer layer;
    for (const auto stored : config_.stored(number)) {
      const LayerTensor& first = stored.front();
      WeightRequest request{config_.shape(stored), options_.dtype, form(gguf_form_of(config_, first))};
      LIFT_ASSIGN(layer[stored_role(stored)], tensor(name_in_layer(number, first), std::move(request)));
    }
    return layer;
  }

  GgufForm form(GgufForm in_gguf) const { return source_.is_gguf() ? in_gguf : GgufForm(); }

  Result<at::Tensor> tensor(const WeightName& name, WeightRequest request) {
    if (task_.stop_requested())
      return make_error(ErrorCode::Cancelled, say("loading the model"), say("it was cancelled"));
    LIFT_ASSIGN(const StoredWeight stored, source_.find(name));
    LIFT_ASSIGN(at::Tensor read, to_tensor(stored, request));
    task_.report(say("loading weights"), ++done_, total_);
    return read.to(to_torch(options_.device));
  }

  const WeightSource& source_;
  const ModelConfig& config_;
  const LoadOptions& options_;
  const TaskContext& task_;
  const std::int64_t total_;
  std::int64_t done_ = 0;
};

// The names alone: what is missing is found without reading a weight, and what is left over after them.
Result<std::vector<Sentence>> ask_for_all(const WeightSource& source) {
  for (const ListedWeight& weight : weights_of(source.config())) {
    const auto found = source.find(weight.name);
    if (!found.ok()) return found.error();
  }
  return source.not_used();
}

Result<LoadedModel> load(const fs::path& path, const LoadOptions& options, const TaskContext& task) {
  if (options.dtype != DType::BF16 && options.dtype != DType::F32 && options.dtype != DType::F64)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("dtype"),
                      say("expected bf16 or fp32, found {}", name_of(options.dtype)));
  LIFT_ASSIGN(const auto source, open_weights(path));
  LIFT_ASSIGN(const std::vector<Sentence> not_used, ask_for_all(*source));
  LIFT_ASSIGN(CausalLm::Weights weights, WeightReader(*source, options, task).read());
  LoadedModel loaded;
  loaded.summary = summarise(path, *source, options.dtype, not_used);
  loaded.model = std::make_shared<CausalLm>(source->config(), std::move(weights));
  return loaded;
}

void describe_named_templates(const fs::path& path, ModelSummary& summary) {
  const auto named = load_named_templates(path);
  if (!named.ok()) {
    summary.notices.push_back(say("The named chat templates cannot be read: {}", named.error().whole()));
    return;
  }
  for (const auto& [name, source] : *named) {
    if (name != kToolTemplate) {
      summary.notices.push_back(
          say("The chat template {} is not used: only {}, for rows with tools, is chosen by its name",
              Sentence::verbatim(name), Sentence::verbatim(std::string(kToolTemplate))));
      continue;
    }
    const auto parsed = ChatTemplate::parse(source, path.string() + ", chat template " + name);
    if (!parsed.ok())
      summary.notices.push_back(
          say("The chat template {} cannot be read: {}", Sentence::verbatim(name), parsed.error().whole()));
  }
}

void describe_tokenizer(const fs::path& path, ModelSummary& summary) {
  const auto tokenizer = load_tokenizer(path);
  if (tokenizer.ok()) {
    summary.tokenizer_description = (*tokenizer)->description();
    for (const Sentence& notice : (*tokenizer)->notices()) summary.notices.push_back(notice);
  } else {
    summary.notices.push_back(say("The tokenizer cannot be read: {}", tokenizer.error().whole()));
  }
  const auto chat_template = load_chat_template(path);
  if (chat_template.ok()) summary.has_chat_template = chat_template->has_value();
  else summary.chat_template_problem = chat_template.error().whole();
  if (summary.has_chat_template) {
    const auto parsed = ChatTemplate::parse(**chat_template, path.string() + ", chat template");
    if (!parsed.ok()) summary.chat_template_problem = parsed.error().whole();
  }
  if (!summary.chat_template_problem.empty())
    summary.notices.push_back(say("The chat template cannot be read: {}", summary.chat_template_problem));
  describe_named_templates(path, summary);
}

}   // namespace

Result<ModelSummary> inspect_model(const fs::path& path) {
  return catch_exceptions(say("inspecting {}", path.string()), [&]() -> Result<ModelSummary> {
    LIFT_ASSIGN(const auto source, open_weights(path));
    LIFT_ASSIGN(const std::vector<Sentence> not_used, ask_for_all(*source));
    ModelSummary summary = summarise(path, *source, DType::BF16, not_used);
    describe_tokenizer(path, summary);
    return summary;
  });
}

Result<LoadedModel> load_model(const fs::path& path, const LoadOptions& options, const TaskContext& task) {
  return catch_exceptions(say("loading {}", path.string()), [&] { return load(path, options, task); });
}

}   // namespace lift
