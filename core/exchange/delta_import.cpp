#include "core/exchange/delta_import.h"

#include <memory>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/checkpoint/merge.h"
#include "core/exchange/adapter_source.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

Status check_alike(const ModelConfig& base, const ModelConfig& tuned, const fs::path& model) {
  const auto words = [](const ModelConfig& c) {
    return fmt::format("{} with {} layers of width {}, {} tokens{}", c.family, c.layer_count, c.hidden_size,
                       c.vocabulary_size, c.tied_head ? ", head tied to the embedding" : "");
  };
  if (words(base) == words(tuned)) return {};
  return make_error(ErrorCode::Mismatch, model.string(),
                    say("expected a model as the base, {}, found {}", words(base), words(tuned)),
                    say("Name the model that it was tuned from"));
}

Result<AdapterSource> open_source(const fs::path& source, const BaseWeights& base) {
  std::error_code ignored;
  if (fs::exists(source / "adapter_config.json", ignored)) return open_peft_adapter(source, base);
  if (is_gguf_adapter(source)) return open_gguf_adapter(source, base);
  return open_tuned_model(source, base);
}

}   // namespace

Result<AdapterSource> open_tuned_model(const fs::path& model, const BaseWeights& base) {
  LIFT_ASSIGN(BaseWeights opened, BaseWeights::open(model));
  LIFT_RETURN_IF_ERROR(check_alike(base.config(), opened.config(), model));
  const auto tuned = std::make_shared<BaseWeights>(std::move(opened));
  AdapterSource source;
  source.is_model = true;
  source.title = say("a tuned model, {}", model.string());
  if (tuned->source().quantised())
    source.told.push_back(
        say("The tuned model's file is quantised: the difference has its rounding in it, in nearly every weight"));
  for (const ListedWeight& listed : weights_of(base.config())) source.names.insert(listed.name.hf);
  source.tuned = [tuned](const std::string& name, const at::Tensor& values) -> Result<std::optional<at::Tensor>> {
    LIFT_ASSIGN(at::Tensor found, tuned->as(name, to_dtype(values.scalar_type())));
    return std::optional(std::move(found));
  };
  return source;
}

bool is_importable(const fs::path& source) {
  std::error_code ignored;
  return fs::exists(source / "adapter_config.json", ignored) || fs::exists(source / "config.json", ignored) ||
         is_gguf_adapter(source);
}

Result<ImportedDelta> import_delta(const CausalLm& base, const fs::path& base_path, const fs::path& source,
                                   Manifest passport, const TaskContext& task) {
  LIFT_ASSIGN(const BaseWeights files, BaseWeights::open(base_path));
  LIFT_ASSIGN(const AdapterSource opened, open_source(source, files));
  ImportedDelta imported;
  imported.title = opened.title;
  imported.told = opened.told;
  LIFT_ASSIGN(imported.delta, delta_of_difference(base, opened.tuned, std::move(passport), task));
  if (opened.is_model) {
    Manifest other;
    const Status read = record_tokenizer(source, other);
    const Manifest& ours = imported.delta.manifest;
    if (!read.ok() || other.tokenizer != ours.tokenizer)
      imported.told.push_back(
          say("The tuned model's tokenizer is not the base's: a delta has none of its own and takes the base's"));
    if (read.ok() && other.chat_template != ours.chat_template)
      imported.told.push_back(
          say("The tuned model's chat template is not the base's: a delta has none of its own and takes the base's"));
  }
  const std::int64_t changed = imported.delta.manifest.changed();
  if (changed == 0)
    return make_error(ErrorCode::InvalidArgument, source.string(),
                      say("expected changes, found none: with it every weight is the base's"));
  std::int64_t outside = 0;
  for (const WholeTensor& whole : imported.delta.whole) outside += imported.delta.manifest.find(whole.name)->changed;
  if (outside > 0)
    imported.told.push_back(
        say("{} of {} changed weights lie in {} embeddings, norms or biases, which the heat map does not show", outside,
            changed, imported.delta.whole.size()));
  if (files.source().quantised())
    imported.told.push_back(
        say("The base is a quantised file: the delta is against its weights as they are read here"));
  return imported;
}

}   // namespace lift
