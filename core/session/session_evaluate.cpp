// What the open model can do, as it is now: scores and answers.
#include <chrono>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/evaluate/choice_scoring.h"
#include "core/evaluate/generation_scoring.h"
#include "core/evaluate/held_out_loss.h"
#include "core/evaluate/retention.h"
#include "core/generate/text_generator.h"
#include "core/session/open_data.h"
#include "core/session/session_impl.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

TaskScore share_of(const fs::path& file, std::int64_t right, std::int64_t items) {
  const Interval interval = items > 0 ? wilson_interval(right, items) : Interval{};
  return {file.stem().string(), items,         items > 0 ? static_cast<double>(right) / static_cast<double>(items) : 0,
          interval.low,         interval.high, 0};
}

// "probe:FILE" as FILE, when `task` begins so.
std::optional<fs::path> file_after(const std::string& task, std::string_view prefix) {
  if (!task.starts_with(prefix)) return std::nullopt;
  return fs::path(task.substr(prefix.size()));
}

}   // namespace

Result<PromptTemplate> Session::Impl::chat_prompt() const {
  if (data) return data->prompt;
  return PromptTemplate::make({}, *model->tokenizer, model->chat_template, model->path.string());
}

Result<TaskScore> Session::Impl::score_held_out(std::int64_t limit, const TaskContext& task) {
  if (!data || data->rows.held_out.size() == 0)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("held_out"), say("no held-out rows are open"),
                      say("Open data with held-out files or a held-out share"));
  const std::vector<PackedBatch> passes = data->held_out(limit);
  LIFT_ASSIGN(const HeldOutLoss loss, held_out_loss(model->lm(), passes, task));
  std::int64_t rows = 0;
  for (const PackedBatch& pass : passes) rows += pass.source_row_count();
  return TaskScore{"held-out loss", rows, loss.loss, loss.loss, loss.loss, 0};
}

Result<TaskScore> Session::Impl::score_choice_file(const fs::path& file, std::int64_t limit, const TaskContext& task) {
  LIFT_ASSIGN(const std::vector<ChoiceItem> items, read_choice_items(file, ChoiceForm::Text, limit));
  LIFT_ASSIGN(const EncodedChoices encoded, encode_choices(*model->tokenizer, items));
  LIFT_ASSIGN(const ChoiceScores scores, score_choices(model->lm(), encoded, task));
  std::int64_t right = 0;
  for (const std::uint8_t outcome : scores.right) right += outcome;
  return share_of(file, right, scores.items());
}

Result<TaskScore> Session::Impl::score_written_file(const fs::path& file, std::int64_t limit, const TaskContext& task) {
  LIFT_ASSIGN(const std::vector<NumberItem> items, read_number_items(file, limit));
  LIFT_ASSIGN(const PromptTemplate prompt, chat_prompt());
  GenerationScoringOptions options;
  options.render = [&](const std::string& question) { return prompt.render_prompt({{"user", question}}); };
  options.encode = prompt.encode_options();
  LIFT_ASSIGN(const GenerationScores scores, score_generation(model->lm(), *model->tokenizer, items, options, task));
  return share_of(file, scores.right(), static_cast<std::int64_t>(scores.answers.size()));
}

Result<TaskScore> Session::Impl::score(const std::string& name, std::int64_t limit, const TaskContext& task) {
  if (name == "held_out") return score_held_out(limit, task);
  if (const auto file = file_after(name, "probe:")) return score_choice_file(*file, limit, task);
  if (const auto file = file_after(name, "generate:")) return score_written_file(*file, limit, task);
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("task"),
                    say("expected held_out, probe:FILE or generate:FILE, found \"{}\"", name));
}

Result<std::vector<TaskScore>> Session::evaluate(const std::vector<std::string>& tasks, std::int64_t limit,
                                                 const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  std::vector<TaskScore> scores;
  for (const std::string& name : tasks) {
    const auto begin = std::chrono::steady_clock::now();
    auto score = catch_exceptions(name, [&] { return impl_->score(name, limit, task); });
    if (!score.ok()) return std::move(score).error();
    score->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    scores.push_back(std::move(score).value());
  }
  return scores;
}

Result<GeneratedText> Session::Impl::answer(const std::string& question, const PromptTemplate* prompt,
                                            const SamplingConfig& sampling,
                                            const std::function<void(std::string_view)>& on_text,
                                            const TaskContext& task) {
  std::string text = question;
  if (prompt) {
    LIFT_ASSIGN(text, prompt->render_prompt({{"user", question}}));
  }
  std::vector<TokenId> ids;
  const EncodeOptions encoding = prompt ? prompt->encode_options() : EncodeOptions{.add_special = true};
  for (const Token& token : model->tokenizer->encode(text, encoding)) ids.push_back(token.id);
  GenerationOptions options;
  options.sampling = sampling;
  if (on_text) options.on_text = [&](std::size_t, std::string_view piece) { on_text(piece); };
  LIFT_ASSIGN(GeneratedAnswer answer, TextGenerator(model->lm(), *model->tokenizer).generate(ids, options, task));
  return GeneratedText{.text = std::move(answer.text),
                       .ids = std::move(answer.ids),
                       .finish = answer.reason,
                       .prompt_tokens = answer.prompt_tokens,
                       .seconds = answer.decode_seconds,
                       .prompt_seconds = answer.prompt_seconds};
}

Result<GeneratedText> Session::generate(const std::string& prompt, bool chat, const SamplingConfig& sampling,
                                        const std::function<void(std::string_view)>& on_text, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("generation"), [&]() -> Result<GeneratedText> {
    if (!chat) return impl_->answer(prompt, nullptr, sampling, on_text, task);
    LIFT_ASSIGN(const PromptTemplate chat_prompt, impl_->chat_prompt());
    return impl_->answer(prompt, &chat_prompt, sampling, on_text, task);
  });
}

}   // namespace lift
