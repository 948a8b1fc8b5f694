#include "ui/item_models/field_words.h"

#include <map>
#include <optional>

#include <QCoreApplication>

#include "core/session/session.h"
#include "ui/look/sentence_words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct FieldWords {
  Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

std::map<std::string, QString> names() {
  return {{"name", FieldWords::tr("Name of the run")},
          {"model", FieldWords::tr("Model")},
          {"data.files", FieldWords::tr("Rows to learn from")},
          {"data.layout", FieldWords::tr("Layout of the rows")},
          {"data.column_map", FieldWords::tr("Columns")},
          {"data.prompt_format", FieldWords::tr("Prompt form")},
          {"data.system_prompt", FieldWords::tr("System prompt")},
          {"data.max_tokens", FieldWords::tr("Cut rows after")},
          {"data.overflow", FieldWords::tr("Longer rows")},
          {"data.held_out_share", FieldWords::tr("Held out for evaluation")},
          {"data.held_out_files", FieldWords::tr("Held-out rows")},
          {"data.replay_files", FieldWords::tr("General rows against forgetting")},
          {"data.replay_share", FieldWords::tr("Share of general rows")},
          {"data.validation_share", FieldWords::tr("Share of rows to choose settings by")},
          {"data.limit_rows", FieldWords::tr("Only the first rows")},
          {"data.date", FieldWords::tr("Date that templates are told")},
          {"selection.criterion", FieldWords::tr("Principal are")},
          {"selection.rank", FieldWords::tr("Rank R of the approximation")},
          {"selection.density", FieldWords::tr("Density")},
          {"selection.budget_rank", FieldWords::tr("Budget rank")},
          {"selection.layers", FieldWords::tr("Layers")},
          {"selection.projections", FieldWords::tr("Projections")},
          {"selection.refresh_every", FieldWords::tr("Renew the selection every")},
          {"selection.method", FieldWords::tr("How the approximation is computed")},
          {"optimizer.learning_rate", FieldWords::tr("Learning rate")},
          {"optimizer.beta1", FieldWords::tr("Momentum (beta 1)")},
          {"optimizer.beta2", FieldWords::tr("Memory of gradient sizes (beta 2)")},
          {"optimizer.eps", FieldWords::tr("Smallest divisor (epsilon)")},
          {"optimizer.weight_decay", FieldWords::tr("Weight decay")},
          {"optimizer.clip_norm", FieldWords::tr("Largest gradient norm")},
          {"optimizer.schedule", FieldWords::tr("Schedule")},
          {"optimizer.warmup_ratio", FieldWords::tr("Warm-up")},
          {"optimizer.minimum_ratio", FieldWords::tr("Last learning rate")},
          {"train.method", FieldWords::tr("Training method")},
          {"train.steps", FieldWords::tr("Steps")},
          {"train.epochs", FieldWords::tr("Passes over the rows")},
          {"train.most_seconds", FieldWords::tr("Longest time, in seconds")},
          {"train.batch_rows", FieldWords::tr("Rows per step")},
          {"train.microbatch_tokens", FieldWords::tr("Tokens per pass")},
          {"train.checkpointing", FieldWords::tr("Recompute activations")},
          {"train.seed", FieldWords::tr("Random seed")},
          {"train.threads", FieldWords::tr("Processor threads")},
          {"train.save_minutes", FieldWords::tr("Save every so many minutes")},
          {"train.save_every", FieldWords::tr("Save every so many steps")},
          {"train.dtype", FieldWords::tr("Weights in memory")},
          {"train.device", FieldWords::tr("Device")},
          {"evaluate.every", FieldWords::tr("Evaluate every")},
          {"evaluate.held_out_rows", FieldWords::tr("Held-out rows per evaluation")},
          {"evaluate.answer_rule", FieldWords::tr("How answers are compared")},
          {"evaluate.answer_rows", FieldWords::tr("Held-out rows answered and compared")},
          {"evaluate.answer_share", FieldWords::tr("Share of the time for answers")},
          {"evaluate.probe_file", FieldWords::tr("Retention probe")},
          {"evaluate.probe_items", FieldWords::tr("Probe questions per evaluation")},
          {"evaluate.forget_alarm", FieldWords::tr("Alarm when this share is forgotten")},
          {"evaluate.forget_action", FieldWords::tr("What the alarm does")},
          {"evaluate.sample_prompts", FieldWords::tr("Questions to ask as it learns")},
          {"evaluate.sample_every", FieldWords::tr("Ask every so many steps")},
          {"evaluate.sample_tokens", FieldWords::tr("Longest answer, in tokens")}};
}

std::optional<lift::RecipeField> fieldOf(const std::string& path) {
  for (lift::RecipeField& field : lift::recipe_fields())
    if (field.path == path) return std::move(field);
  return {};
}

std::vector<std::pair<QString, QString>> choicesOf(const std::vector<lift::NamedChoice>& named) {
  std::vector<std::pair<QString, QString>> choices;
  for (const lift::NamedChoice& choice : named)
    choices.emplace_back(QString::fromStdString(choice.name), words(choice.title));
  return choices;
}

}   // namespace

QString fieldName(const std::string& path) {
  const auto all = names();
  if (const auto found = all.find(path); found != all.end()) return found->second;
  const auto field = fieldOf(path);
  return field && !field->title.empty() ? words(field->title) : QString::fromStdString(path);
}

bool hasFieldName(const std::string& path) { return fieldName(path) != QString::fromStdString(path); }

QString fieldGroup(const std::string& path) {
  const std::string part = path.substr(0, path.find('.'));
  for (const lift::NamedChoice& method : lift::method_choices())
    if (method.name == part) return words(method.title);
  if (part == "data") return FieldWords::tr("Data");
  if (part == "selection") return FieldWords::tr("Selection");
  if (part == "optimizer") return FieldWords::tr("Optimizer");
  if (part == "train") return FieldWords::tr("The run");
  if (part == "evaluate") return FieldWords::tr("Evaluation");
  return {};
}

std::vector<std::pair<QString, QString>> fieldChoices(const std::string& path) {
  if (path == "optimizer.schedule")
    return {{u"linear"_s, scheduleWords("linear")},
            {u"cosine"_s, scheduleWords("cosine")},
            {u"constant"_s, scheduleWords("constant")}};
  if (path == "train.dtype") return {{u"bf16"_s, u"bf16"_s}, {u"fp32"_s, u"fp32"_s}};
  if (path == "train.checkpointing")
    return {{u"auto"_s, FieldWords::tr("as the memory plan says")},
            {u"off"_s, FieldWords::tr("never")},
            {u"full"_s, FieldWords::tr("every layer")}};
  if (path == "selection.method")
    return {{u"auto"_s, FieldWords::tr("the quickest that is good enough")},
            {u"exact"_s, FieldWords::tr("exactly")},
            {u"gram"_s, FieldWords::tr("by the Gram matrix")},
            {u"subspace"_s, FieldWords::tr("by subspace iteration")}};
  if (path == "evaluate.forget_action")
    return {{u"tell"_s, FieldWords::tr("say so")},
            {u"stop"_s, FieldWords::tr("stop the run")},
            {u"go_back"_s, FieldWords::tr("end in the last state before it")}};
  if (path == "evaluate.answer_rule")
    return {{u"auto"_s, FieldWords::tr("as the answers suggest")},      {u"text"_s, FieldWords::tr("as text")},
            {u"json"_s, FieldWords::tr("as JSON, by value")},           {u"number"_s, FieldWords::tr("as numbers")},
            {u"letter"_s, FieldWords::tr("by the letter of a choice")}, {u"off"_s, FieldWords::tr("not at all")}};
  if (path == "train.method") return choicesOf(lift::method_choices());
  if (const auto field = fieldOf(path); field && !field->title.empty()) {   // a method's own
    if (const std::string usual = lift::field_text({}, path); usual == "true" || usual == "false")
      return {{u"true"_s, FieldWords::tr("yes")}, {u"false"_s, FieldWords::tr("no")}};
    std::vector<std::pair<QString, QString>> choices;
    for (const std::string& choice : field->choices)
      choices.emplace_back(QString::fromStdString(choice), QString::fromStdString(choice));
    return choices;
  }
  return {};
}

QString scheduleWords(const std::string& schedule) {
  if (schedule == "linear") return FieldWords::tr("linear to zero");
  if (schedule == "cosine") return FieldWords::tr("cosine");
  if (schedule == "constant") return FieldWords::tr("constant");
  return QString::fromStdString(schedule);
}

}   // namespace ui
