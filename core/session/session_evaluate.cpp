// What the open model can do, as it is now: scores and answers.
#include <algorithm>
#include <chrono>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/token_check.h"
#include "core/evaluate/choice_scoring.h"
#include "core/evaluate/held_out_loss.h"
#include "core/evaluate/retention.h"
#include "core/evaluate/written_answers.h"
#include "core/generate/text_generator.h"
#include "core/session/open_data.h"
#include "core/session/session_impl.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/named_tokens.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

TaskScore share_of(const fs::path& file, std::vector<std::uint8_t> outcomes) {
  const std::int64_t items = std::ssize(outcomes), right = std::ranges::count(outcomes, 1);
  const Interval interval = items > 0 ? wilson_interval(right, items) : Interval{};
  TaskScore score;
  score.task = file.stem().string();
  score.items = items;
  score.right = std::move(outcomes);
  score.score = items > 0 ? static_cast<double>(right) / static_cast<double>(items) : 0;
  score.low = interval.low;
  score.high = interval.high;
  return score;
}

// "probe:FILE" as FILE, when `task` begins so.
std::optional<fs::path> file_after(const std::string& task, std::string_view prefix) {
  if (!task.starts_with(prefix)) return std::nullopt;
  return fs::path(task.substr(prefix.size()));
}

}   // namespace

Result<PromptTemplate> Session::Impl::chat_prompt() const {
  if (data) return data->prompt;
  PromptFormat format;
  format.special_tokens = named_special_tokens(model->path);
  LIFT_ASSIGN(format.tool_template, load_tool_template(model->path));
  auto prompt = PromptTemplate::make(format, *model->tokenizer, model->chat_template, model->path.string());
  if (prompt.ok()) return prompt;
  Error error = std::move(prompt).error();
  error.context = say("Continue the text as it is (lift generate --raw), or mend the template");
  return error;
}

Status Session::Impl::check_tokens(std::span<const TokenId> ids, const Sentence& place) const {
  for (const TokenId id : ids)
    if (id >= model->config().vocabulary_size)
      return token_beyond(id, *model->tokenizer, model->config().vocabulary_size, place);
  return {};
}

Status Session::Impl::check_tokens(const EncodedChoices& choices, const fs::path& file) const {
  for (const PackedBatch& batch : choices.batches) {
    LIFT_RETURN_IF_ERROR(check_tokens(batch.ids, Sentence::verbatim(file.string())));
    LIFT_RETURN_IF_ERROR(check_tokens(batch.label_ids, Sentence::verbatim(file.string())));
  }
  return {};
}

Status Session::Impl::need_held_out() const {
  if (data && data->rows.held_out.size() > 0) return {};
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("held_out"), say("no held-out rows are open"),
                    say("Open data with held-out files or a held-out share"));
}

Result<TaskScore> Session::Impl::score_held_out(std::int64_t limit, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(need_held_out());
  const std::vector<PackedBatch> passes = data->held_out(limit);
  LIFT_ASSIGN(const HeldOutLoss loss, held_out_loss(model->lm(), passes, task));
  std::int64_t rows = 0;
  for (const PackedBatch& pass : passes) rows += pass.source_row_count();
  TaskScore score;
  score.task = "held-out loss";
  score.items = rows;
  score.score = score.low = score.high = loss.loss;
  return score;
}

Result<TaskScore> Session::Impl::score_choice_file(const fs::path& file, std::int64_t limit, const TaskContext& task) {
  LIFT_ASSIGN(const std::vector<ChoiceItem> items, read_choice_items(file, ChoiceForm::Text, limit));
  LIFT_ASSIGN(const EncodedChoices encoded, encode_choices(*model->tokenizer, items));
  LIFT_RETURN_IF_ERROR(check_tokens(encoded, file));
  LIFT_ASSIGN(ChoiceScores scores, score_choices(model->lm(), encoded, task));
  return share_of(file, std::move(scores.right));
}

namespace {

// Rows as the open model answers them.
std::vector<AnsweredRow> rows_of(const AskedQuestions& questions, const AnswerScores& scores,
                                 const std::vector<std::string>& texts) {
  std::vector<AnsweredRow> rows;
  for (std::size_t i = 0; i < scores.asked.size(); ++i) {
    const auto index = static_cast<std::size_t>(scores.asked[i]);
    rows.push_back({questions.rows[index], texts[index], questions.expected[index], {}, scores.answers[i]});
  }
  return rows;
}

TaskScore written_score(const fs::path& name, const AskedQuestions& questions, const AnswerScores& scores,
                        const std::vector<std::string>& texts) {
  std::vector<std::uint8_t> outcomes;
  for (const GivenAnswer& answer : scores.answers) outcomes.push_back(answer.right);
  TaskScore score = share_of(name, std::move(outcomes));
  score.exact = ExactMatch{.right = scores.right(),
                           .asked = std::ssize(scores.answers),
                           .of = questions.size(),
                           .valid_json = {},
                           .cut = scores.cut(),
                           .rule = std::string(name_of(questions.rule)),
                           .seconds = scores.seconds};
  if (questions.rule == AnswerRule::Json) score.exact->valid_json = scores.valid_json();
  score.rule_guessed = questions.rule_guessed;
  score.keys = scores.keys;
  score.keys_right = scores.keys_right;
  score.rows = rows_of(questions, scores, texts);
  return score;
}

}   // namespace

Result<TaskScore> Session::Impl::score_written_file(const fs::path& file, std::int64_t limit,
                                                    std::optional<AnswerRule> rule, const TaskContext& task) {
  LIFT_ASSIGN(const WrittenTask written, read_written_task(file, rule, limit));
  LIFT_ASSIGN(const PromptTemplate prompt, chat_prompt());
  AskOptions options;
  options.render = [&](const std::string& question) { return prompt.render_prompt({{"user", question}}); };
  options.encode = prompt.encode_options();
  LIFT_ASSIGN(AskedQuestions questions, ask_task(written, *model->tokenizer, options));
  if (written.longest_answer > 0) questions.longest_answer = written.longest_answer;
  const AnswerOptions greedy{.sampling = {.max_new_tokens = 0}};
  LIFT_ASSIGN(const AnswerScores scores, score_answers(model->lm(), *model->tokenizer, questions, {}, greedy, task));
  std::vector<std::string> texts;
  for (const WrittenItem& item : written.items) texts.push_back(item.question);
  return written_score(file, questions, scores, texts);
}

Result<TaskScore> Session::Impl::score_held_out_answers(std::int64_t limit, std::optional<AnswerRule> rule,
                                                        const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(need_held_out());
  LIFT_ASSIGN(const AskedQuestions questions, ask_held_out(data->rows.held_out, *model->tokenizer, rule, limit));
  if (questions.size() == 0)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("held_out"),
                      say("expected answers that can be given, found {} rows that are all cut off", questions.cut_rows),
                      say("Give a longer data.max_tokens"));
  std::vector<std::string> texts;
  for (const std::int64_t row : questions.rows) {
    LIFT_ASSIGN(std::string text, data->rows.question(row));
    texts.push_back(std::move(text));
  }
  const AnswerOptions greedy{.sampling = {.max_new_tokens = 0}};
  LIFT_ASSIGN(const AnswerScores scores, score_answers(model->lm(), *model->tokenizer, questions, {}, greedy, task));
  return written_score("exact match", questions, scores, texts);
}

Result<TaskScore> Session::Impl::score(const std::string& name, std::int64_t limit, std::optional<AnswerRule> rule,
                                       const TaskContext& task) {
  if (name == "held_out") return score_held_out(limit, task);
  if (name == "answers") return score_held_out_answers(limit, rule, task);
  if (const auto file = file_after(name, "probe:")) return score_choice_file(*file, limit, task);
  if (const auto file = file_after(name, "generate:")) return score_written_file(*file, limit, rule, task);
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("task"),
                    say("expected held_out, answers, probe:FILE or generate:FILE, found \"{}\"", name));
}

Result<std::vector<TaskScore>> Session::evaluate(const std::vector<std::string>& tasks, std::int64_t limit,
                                                 const TaskContext& task, std::optional<AnswerRule> rule) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  std::vector<TaskScore> scores;
  for (const std::string& name : tasks) {
    const auto begin = std::chrono::steady_clock::now();
    auto score = catch_exceptions(name, [&] { return impl_->score(name, limit, rule, task); });
    if (!score.ok()) return std::move(score).error();
    score->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    scores.push_back(std::move(score).value());
  }
  return scores;
}

Result<std::vector<TokenId>> Session::Impl::checked_prompt(std::string_view text, const EncodeOptions& encoding) const {
  std::vector<TokenId> ids = prompt_ids(*model->tokenizer, text, encoding);
  LIFT_RETURN_IF_ERROR(check_tokens(ids, say("prompt")));
  return ids;
}

Result<GeneratedText> Session::Impl::complete(const std::vector<TokenId>& prompt, const SamplingConfig& sampling,
                                              const std::function<void(std::string_view)>& on_text,
                                              const TaskContext& task) {
  GenerationOptions options;
  options.sampling = sampling;
  if (on_text) options.on_text = [&](std::size_t, std::string_view piece) { on_text(piece); };
  LIFT_ASSIGN(GeneratedAnswer answer, TextGenerator(model->lm(), *model->tokenizer).generate(prompt, options, task));
  return GeneratedText{.text = std::move(answer.text),
                       .ids = std::move(answer.ids),
                       .finish = answer.reason,
                       .prompt_tokens = answer.prompt_tokens,
                       .seconds = answer.decode_seconds,
                       .prompt_seconds = answer.prompt_seconds};
}

Result<GeneratedText> Session::Impl::answer(const std::string& question, const PromptTemplate& prompt,
                                            const SamplingConfig& sampling,
                                            const std::function<void(std::string_view)>& on_text,
                                            const TaskContext& task) {
  LIFT_ASSIGN(const std::string text, prompt.render_prompt({{"user", question}}));
  LIFT_ASSIGN(const std::vector<TokenId> ids, checked_prompt(text, prompt.encode_options()));
  return complete(ids, sampling, on_text, task);
}

Result<std::vector<TokenId>> Session::prompt_of(const std::vector<ChatMessage>& messages,
                                                const ChatFields& variables) const {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("prompt"), [&]() -> Result<std::vector<TokenId>> {
    LIFT_ASSIGN(const PromptTemplate prompt, impl_->chat_prompt());
    LIFT_ASSIGN(const std::string text, prompt.render_prompt(messages, variables));
    return impl_->checked_prompt(text, prompt.encode_options());
  });
}

Result<std::vector<TokenId>> Session::prompt_of(const std::string& text) const {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("prompt"), [&] { return impl_->checked_prompt(text, {.add_special = true}); });
}

Result<GeneratedText> Session::generate(const std::vector<TokenId>& prompt, const SamplingConfig& sampling,
                                        const std::function<void(std::string_view)>& on_text, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  return catch_exceptions(say("generation"), [&] { return impl_->complete(prompt, sampling, on_text, task); });
}

Result<GeneratedText> Session::generate(const std::string& prompt, bool chat, const SamplingConfig& sampling,
                                        const std::function<void(std::string_view)>& on_text, const TaskContext& task) {
  LIFT_ASSIGN(const std::vector<TokenId> ids, chat ? prompt_of({{"user", prompt}}, nullptr) : prompt_of(prompt));
  return generate(ids, sampling, on_text, task);
}

}   // namespace lift
