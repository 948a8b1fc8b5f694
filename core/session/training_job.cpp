#include "core/session/training_job.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/version.h"
#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/merge.h"
#include "core/evaluate/task.h"
#include "core/generate/text_generator.h"
#include "core/io/disk_space.h"
#include "core/io/json.h"
#include "core/kernels/thread_count.h"
#include "core/memory/memory_usage.h"
#include "core/optim/learning_rate_advice.h"
#include "core/ranks/agreement.h"
#include "core/session/model_name.h"
#include "core/session/open_data.h"
#include "core/session/rank_hosts.h"
#include "core/session/step_speed.h"
#include "core/train/memory_plan.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string program_name() { return fmt::format("LIFT Studio {}", kVersion); }

std::string data_name(const Recipe& recipe) {
  const fs::path first(recipe.data.files.front());   // a folder's may end in a slash
  return (first.has_filename() ? first : first.parent_path()).stem().string();
}

Fingerprint recipe_fingerprint(const Recipe& recipe) { return fingerprint_of(identity_json(recipe).dump()); }

RunNote note_of(const Recipe& recipe, std::int64_t steps, std::int64_t threads) {
  RunNote note;
  note.created = utc_now();
  note.program = program_name();
  note.model_name = model_name_of(recipe.model);
  note.data_name = data_name(recipe);
  note.total_steps = steps;
  note.threads = threads;
  return note;
}

DeltaMetrics metrics_of(const RunHost& host) {
  DeltaMetrics metrics;
  if (const auto& before = host.before()) {
    metrics.held_out_loss_before = before->held_out_loss;
    metrics.probe_score_before = before->probe_score;
  }
  if (const auto& after = host.after()) {
    metrics.held_out_loss_after = after->held_out_loss;
    metrics.probe_score_after = after->probe_score;
    metrics.retention = after->retention;
    metrics.retention_low = after->retention_low;
    metrics.retention_high = after->retention_high;
  }
  return metrics;
}

RunSchedule schedule_of(const Recipe& recipe, std::int64_t steps, const RunMeasures& measures, const OpenData& data) {
  const SftDataset& rows = data.rows.train;
  const auto tokens = static_cast<double>(rows.token_count());
  return {.total_steps = steps,
          .refresh_every = find_method(recipe.train.method)->refreshes ? recipe.selection.refresh_every : 0,
          .evaluate_every = recipe.evaluate.every,
          .sample_every = recipe.evaluate.sample_every,
          .save_every = recipe.train.save_every,
          .save_minutes = recipe.train.save_minutes,
          .evaluates = !measures.held_out.empty() || measures.probe.has_value(),
          .samples = !recipe.evaluate.sample_prompts.empty(),
          .tokens_per_step = rows.size() > 0 ? tokens / static_cast<double>(rows.size()) *
                                                   static_cast<double>(std::min(recipe.train.batch_rows, rows.size()))
                                             : 0};
}

Status expect_same(const Fingerprint& expected, const Fingerprint& found, const Sentence& what,
                   const fs::path& folder) {
  if (expected == found) return {};
  return make_error(ErrorCode::Mismatch, folder.string(),
                    say("expected the {} that the run began with, {}..., found {}...", what,
                        expected.hex().substr(0, 12), found.hex().substr(0, 12)),
                    say("It cannot go on with another one; start a new run"));
}

// While it lives, the session answers of the run's weights and knows their base.
class Watched {
 public:
  Watched(const Trainer*& seen, const Trainer& trainer) : seen_(seen) { seen_ = &trainer; }
  Watched(const Watched&) = delete;
  ~Watched() { seen_ = nullptr; }

 private:
  const Trainer*& seen_;
};

}   // namespace

Result<Recipe> TrainingJob::settled(const Recipe& recipe, const TaskContext& task) {
  Recipe settled = recipe;
  // A resumed or repeated run renders the same bytes, whatever day it is then.
  if (session_.data->prompt.asks_for_date()) settled.data.date = session_.data->date;
  if (recipe.train.most_seconds == 0) return settled;
  LIFT_ASSIGN(const FittedSteps fitted, fit_steps(*session_.model, *session_.data, recipe.train, task));
  settled.train.most_seconds = 0;
  const std::int64_t wanted = session_.data->total_steps(recipe.train);
  if (fitted.steps == wanted) return settled;
  settled.train.steps = fitted.steps;
  fewer_steps_ =
      say("A step takes about {:.1f} s here: {} of the recipe's {} steps are made, to keep to about {:.0f} s",
          fitted.seconds_per_step, fitted.steps, wanted, recipe.train.most_seconds);
  return settled;
}

Result<RunOutcome> TrainingJob::start(const Recipe& asked, const TaskContext& task) {
  const OpenModel& model = *session_.model;
  LIFT_RETURN_IF_ERROR(fit_method(asked.train, asked.selection, model.config()));
  use_threads(threads_of(asked));
  LIFT_ASSIGN(const Recipe recipe, settled(asked, task));
  const MemoryPlan plan = plan_memory(plan_request(recipe, model.loaded.summary, *session_.data));
  LIFT_RETURN_IF_ERROR(ensure_disk_space(session_.runs_directory, plan.disk_bytes));
  if (const auto warning = learning_rate_warning(recipe.optimizer.learning_rate); warning && session_.options.notices)
    session_.options.notices({Severity::Warning, *warning});
  const RunNote note = note_of(recipe, session_.data->total_steps(recipe.train), threads_of(recipe));
  use_threads(note.threads);
  LIFT_ASSIGN(RunMeasures measures, this->measures(recipe, note, recipe.evaluate.probe_file, task));
  const std::string name = recipe.name.empty() ? default_run_name(note.model_name, note.data_name) : recipe.name;
  LIFT_ASSIGN(RunFolder folder, RunFolder::create(session_.runs_directory, name, recipe, note));
  return execute(std::move(folder), std::move(measures), std::nullopt, task);
}

Result<RunOutcome> TrainingJob::resume(RunFolder folder, const TaskContext& task, const std::string& probe_file) {
  use_threads(folder.note().threads);
  LIFT_ASSIGN(RunMeasures measures, this->measures(folder.recipe(), folder.note(), probe_file, task));
  std::optional<ResumeState> state;
  if (!resume_steps(folder.path()).empty()) {
    // As it stands on disk: a later version of the program may know more fields.
    LIFT_ASSIGN(const json recipe, read_json_file(folder.path() / "recipe.json"));
    measures.recipe = fingerprint_of(identity_of(recipe).dump());
    LIFT_ASSIGN(state, read_newest_resume_state(folder.path(), session_.options.notices, task));
    LIFT_RETURN_IF_ERROR(check(*state, measures, task));
    LIFT_RETURN_IF_ERROR(truncate_run_log(folder.log_file(), state->step));
  } else {
    std::error_code ignored;
    fs::remove(folder.log_file(), ignored);
  }
  RunNote note = folder.note();
  note.end.reset();
  LIFT_RETURN_IF_ERROR(folder.write_note(note));
  return execute(std::move(folder), std::move(measures), std::move(state), task);
}

Result<RunMeasures> TrainingJob::measures(const Recipe& recipe, const RunNote& note, const std::string& probe_file,
                                          const TaskContext& task) {
  OpenModel& model = *session_.model;
  RunMeasures measures;
  const std::int64_t pass_tokens = evaluation_pass_tokens(session_.data->largest_pass(recipe.train).tokens);
  measures.held_out = session_.data->held_out(recipe.evaluate.held_out_rows, pass_tokens);
  measures.forget_alarm = recipe.evaluate.forget_alarm;
  if (!probe_file.empty()) {
    LIFT_ASSIGN(const std::vector<ChoiceItem> items,
                read_choice_items(probe_file, ChoiceForm::Text, recipe.evaluate.probe_items));
    LIFT_ASSIGN(measures.probe, encode_choices(*model.tokenizer, items, {.batch_tokens = pass_tokens}));
    LIFT_RETURN_IF_ERROR(session_.check_tokens(*measures.probe, recipe.evaluate.probe_file));
    std::vector<std::string> questions;
    questions.reserve(items.size());
    for (const ChoiceItem& item : items) questions.push_back(item.question);
    LIFT_ASSIGN(known_questions_,
                session_.data->overlap(questions, say("questions of the retention probe"), *model.tokenizer, task));
  }
  LIFT_ASSIGN(measures.answers, session_.data->answers(recipe.evaluate, *model.tokenizer));
  if (measures.answers) measures.answers->total_steps = note.total_steps;
  LIFT_ASSIGN(measures.base, record_base(model.lm(), task));
  LIFT_RETURN_IF_ERROR(record_tokenizer(model.path, measures.text));
  measures.plan = plan_memory(plan_request(recipe, model.loaded.summary, *session_.data));
  measures.schedule = schedule_of(recipe, note.total_steps, measures, *session_.data);
  measures.recipe = recipe_fingerprint(recipe);
  measures.data = session_.data->rows.summary.fingerprint;
  measures.threads = note.threads;
  measures.answer = [this](const std::string& prompt, const SamplingConfig& sampling,
                           const TaskContext& context) -> Result<std::string> {
    LIFT_ASSIGN(GeneratedText answer, session_.answer(prompt, session_.data->prompt, sampling, {}, context));
    return std::move(answer.text);
  };
  return measures;
}

Status TrainingJob::check(const ResumeState& state, const RunMeasures& measures, const TaskContext& task) const {
  const fs::path& model = session_.model->path;
  LIFT_RETURN_IF_ERROR(expect_same(state.recipe, measures.recipe, say("recipe"), session_.runs_directory));
  LIFT_RETURN_IF_ERROR(expect_same(state.data, measures.data, say("data"), session_.data->config.files.front()));
  if (state.base.size() != measures.base.size())
    return make_error(ErrorCode::Mismatch, model.string(),
                      say("expected the model that the run began with, found another"));
  return check_tensors(session_.model->lm(), state.base, CheckedTensors::All, ExpectedTensors::Base, task);
}

void TrainingJob::announce(const RunFolder& folder, const Trainer& trainer, const RunMeasures& measures) const {
  const OpenModel& model = *session_.model;
  const DataSummary& data = session_.data->rows.summary;
  RunBegin begin;
  begin.folder = folder.path().string();
  begin.first_step = trainer.step() + 1;
  begin.total_steps = folder.note().total_steps;
  begin.trainable = measures.plan.trainable;
  begin.total_weights = model.config().parameter_count();
  begin.rows = data.train_rows;
  begin.truncated_rows = data.truncated;
  begin.dropped_rows = data.dropped;
  begin.held_out_rows = data.held_out_rows;
  begin.schedule = measures.schedule;
  begin.plan = measures.plan;
  begin.remarks = data.remarks;
  for (const LeftOutRows& out : data.left_out) begin.remarks.push_back(sentence_of(out));
  observer_.on_begin(begin);
}

Result<RunOutcome> TrainingJob::execute(RunFolder folder, RunMeasures measures, std::optional<ResumeState> state,
                                        const TaskContext& task) {
  release_freed_memory();   // of a run before this one: its peak is not this one's
  reset_peak_memory();
  OpenModel& model = *session_.model;
  const Recipe& recipe = folder.recipe();
  LIFT_ASSIGN(RunLogWriter log, RunLogWriter::open(folder.log_file()));
  RunHost host(model.lm(), folder, std::move(log), measures, observer_);
  Ranks* ranks = session_.options.ranks;
  std::optional<LeadingHost> leading;
  if (ranks) {
    LIFT_RETURN_IF_ERROR(lead(folder, measures, state ? &*state : nullptr));
    leading.emplace(*ranks, host);
  }
  const auto method = make_method(recipe.train, recipe.selection, recipe.optimizer, model.lm());
  const auto source = session_.data->source(recipe.train, ranks ? ranks->size() : 1);
  const TrainSetup setup{.model = model.lm(),
                         .method = *method,
                         .source = *source,
                         .optimizer = recipe.optimizer,
                         .evaluate = recipe.evaluate,
                         .train = recipe.train,
                         .refresh_every = recipe.selection.refresh_every,
                         .refreshes = find_method(recipe.train.method)->refreshes,
                         .total_steps = folder.note().total_steps,
                         .checkpointed_layers = measures.plan.checkpointed_layers,
                         .ranks = ranks};
  Trainer trainer(setup, leading ? static_cast<TrainHost&>(*leading) : host, control_);
  const Watched watched(session_.training, trainer);
  Result<TrainEnd> end = catch_exceptions(say("training"), [&]() -> Result<TrainEnd> {
    const bool fresh = !state;
    Status begun = begin(trainer, host, folder, measures, std::move(state));
    if (begun.ok() && fresh) begun = tell_beforehand(host, recipe, measures);
    LIFT_RETURN_IF_ERROR(ranks ? agree(*ranks, begun) : begun);
    Result<TrainEnd> end = trainer.run(task);
    if (ranks && end.ok()) LIFT_RETURN_IF_ERROR(tell_exchanged(host, trainer));
    return end;
  });
  release_freed_memory();   // the delta and its proof need room where the passes were
  LIFT_ASSIGN(RunOutcome outcome, conclude(std::move(end), trainer, *method, host, folder, measures, task));
  const fs::path path = folder.path();
  { const RunFolder released = std::move(folder); }   // the summary tells how it ended, not that it is held
  LIFT_ASSIGN(outcome.summary, read_run_summary(path));
  return outcome;
}

Status TrainingJob::begin(Trainer& trainer, RunHost& host, const RunFolder& folder, const RunMeasures& measures,
                          std::optional<ResumeState> state) {
  RunEvent event{0, RunEvent::Kind::Started, say("Started"), {}};
  if (state) {
    event = {state->step, RunEvent::Kind::Resumed, say("Resumed after step {}", state->step), {}};
    LIFT_RETURN_IF_ERROR(host.restore(*state));
    LIFT_RETURN_IF_ERROR(trainer.resume(std::move(*state)));
  }
  announce(folder, trainer, measures);
  return host.record(event);
}

Status TrainingJob::tell_beforehand(RunHost& host, const Recipe& recipe, const RunMeasures& measures) const {
  const auto tell = [&host](Sentence text) {
    return host.record(RunEvent{0, RunEvent::Kind::Notice, std::move(text), {}});
  };
  if (!fewer_steps_.empty()) LIFT_RETURN_IF_ERROR(tell(fewer_steps_));
  if (known_questions_) LIFT_RETURN_IF_ERROR(tell(*known_questions_));
  const DataSummary& data = session_.data->rows.summary;
  if (data.held_out_rows == 0) {
    const double share = recipe.data.held_out_share;
    return tell(share > 0 ? say("No row is held out: {:.0f} % of {} rows are less than one. Nobody will see what the "
                                "model does with rows that it does not know",
                                100 * share, data.train_rows)
                          : say("No row is held out: nobody will see what the model does with rows that it does not "
                                "know. data.held_out_share=0.1 keeps a tenth"));
  }
  if (!measures.answers) return {};
  const AskedQuestions& questions = measures.answers->questions;
  if (questions.cut_rows > 0)
    LIFT_RETURN_IF_ERROR(tell(say(
        "{} held-out rows have an answer that is cut off by data.max_tokens: they are not asked", questions.cut_rows)));
  if (questions.size() == 0) return {};
  return tell(questions.rule_guessed
                  ? say("{} of {} held-out rows are answered before and after, and compared {} (guessed from their "
                        "answers; evaluate.answer_rule decides)",
                        questions.size(), data.held_out_rows, words_of(questions.rule))
                  : say("{} of {} held-out rows are answered before and after, and compared {}", questions.size(),
                        data.held_out_rows, words_of(questions.rule)));
}

Result<RunOutcome> TrainingJob::conclude(Result<TrainEnd> end, Trainer& trainer, TrainingMethod& method, RunHost& host,
                                         RunFolder& folder, const RunMeasures& measures, const TaskContext& task) {
  RunOutcome outcome;
  outcome.before = host.before();
  outcome.after = host.after();
  outcome.answers = host.answers();
  outcome.tokens_per_second = trainer.seconds() > 0 ? static_cast<double>(trainer.tokens()) / trainer.seconds() : 0;
  Status kept;
  if (end.ok() && *end != TrainEnd::Discarded) {
    host.phase(RunPhase::Finishing, trainer.step());
    kept = catch_exceptions(folder.path().string(),
                            [&] { return keep_result(*end, trainer, host, folder, measures, outcome, task); });
  }
  // Linux estimates the high-water mark per core: read again, it may be a little lower.
  outcome.peak_bytes = std::max(host.peak_bytes(), memory_usage().peak_resident_bytes);
  const Error* error = !end.ok() ? &end.error() : !kept.ok() ? &kept.error() : nullptr;
  if (!error) {
    outcome.state = *end == TrainEnd::Done      ? RunState::Done
                    : *end == TrainEnd::Stopped ? RunState::Stopped
                                                : RunState::Discarded;
    if (outcome.state == RunState::Discarded) method.give_back_base();
    LIFT_RETURN_IF_ERROR(note_end(folder, host, outcome.state, trainer.step(), {}));
    if (outcome.state != RunState::Stopped) folder.remove_states();
    return outcome;
  }
  method.give_back_base();
  // A cancelled run says nothing of an end: it was cut off, and can go on from its last state.
  if (error->code != ErrorCode::Cancelled) {
    // Where the disk is full this may fail too; the run then counts as cut off.
    [[maybe_unused]] const Status noted = note_end(folder, host, RunState::Failed, trainer.step(), error->whole());
  }
  return *error;
}

Status TrainingJob::note_end(RunFolder& folder, RunHost& host, RunState state, std::int64_t step,
                             const Sentence& reason) {
  RunEvent event{step, RunEvent::Kind::Stopped, say("Stopped"), {}};
  if (state == RunState::Done) event = {step, RunEvent::Kind::Finished, say("Finished"), {}};
  if (state == RunState::Discarded) event.text = say("Stopped without saving");
  if (state == RunState::Failed) event = {step, RunEvent::Kind::Failed, reason, {}};
  Status recorded = host.record(event);
  RunNote note = folder.note();
  note.end = RunNote::End{state, reason, utc_now()};
  LIFT_RETURN_IF_ERROR(folder.write_note(note));
  return recorded;
}

Status TrainingJob::keep_result(TrainEnd end, const Trainer& trainer, const RunHost& host, const RunFolder& folder,
                                const RunMeasures& measures, RunOutcome& outcome, const TaskContext& task) {
  OpenModel& model = *session_.model;
  Manifest passport = measures.text;
  passport.program = program_name();
  passport.model_name = model.config().name;
  passport.family = model.config().family;
  passport.dtype = model.dtype;
  passport.steps = trainer.step();
  passport.tensors = measures.base;
  // A run's name decides nothing: the same run under another name gives the same bytes.
  Recipe recipe = folder.recipe();
  recipe.name.clear();
  passport.recipe_json = identity_json(recipe).dump();
  passport.metrics = metrics_of(host);
  const TrainingMethod& method = trainer.method();
  const ChangedMatrices changed{method.changed_matrices(), [&](MatrixId id) { return method.changed(id); }};
  LIFT_ASSIGN(MadeDelta made, make_delta(changed, model.lm(), std::move(passport), task));
  // Factors go by the names of the base's tensors, which has none for a projection that it stores joined to others.
  if (auto factors = method.low_rank_change();
      factors && std::ranges::all_of(factors->matrices, [&](const LowRankChange::Matrix& matrix) {
        return made.delta.manifest.find(hf_name(matrix.id)) != nullptr;
      }))
    made.delta.low_rank = std::move(factors);
  outcome.changed = made.delta.entries.total();
  if (end == TrainEnd::Done) {
    LIFT_RETURN_IF_ERROR(write_delta(folder.delta_file(), made.delta, task));
    outcome.delta_bytes = static_cast<std::int64_t>(fs::file_size(folder.delta_file()));
  }
  session_.attached = AttachedDelta::of(std::move(made.delta), std::move(made.base), session_.model->config());
  return {};
}

}   // namespace lift
