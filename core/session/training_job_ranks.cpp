// A run of several processes: what the first one tells the others, and their part in it.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_fingerprint.h"
#include "core/io/fingerprint.h"
#include "core/io/json.h"
#include "core/kernels/thread_count.h"
#include "core/memory/memory_usage.h"
#include "core/ranks/agreement.h"
#include "core/session/open_data.h"
#include "core/session/rank_hosts.h"
#include "core/session/training_job.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t kNoState = -1;

// Of all that must be the same for the weights to stay the same.
std::string opened_fingerprint(const std::vector<TensorRecord>& base, const Fingerprint& data) {
  Fingerprinter all;
  for (const TensorRecord& record : base) all.add(record.base.hex());
  all.add(data.hex());
  return all.finish().hex();
}

Sentence what_is_opened() { return say("the model's tensors and the rows"); }

}   // namespace

std::int64_t TrainingJob::threads_of(const Recipe& recipe) const {
  const std::int64_t all = usable_threads(recipe.train.threads);
  return recipe.train.threads > 0 ? all : std::max<std::int64_t>(1, all / session_.options.processes_here);
}

Result<RunOutcome> TrainingJob::told(Result<RunOutcome> outcome) {
  if (Ranks* ranks = session_.options.ranks; ranks && !led_ && !outcome.ok())
    (void)from_first(*ranks, [&]() -> Result<std::string> { return outcome.error(); });
  return outcome;
}

Status TrainingJob::lead(const RunFolder& folder, const RunMeasures& measures, const ResumeState* state) {
  Ranks& ranks = *session_.options.ranks;
  led_ = true;
  const json run{{"recipe", to_json(folder.recipe())},
                 {"total_steps", folder.note().total_steps},
                 {"checkpointed_layers", measures.plan.checkpointed_layers},
                 {"threads", folder.note().threads},
                 {"folder", fs::absolute(folder.path()).string()},
                 {"state", state ? state->step : kNoState}};
  LIFT_ASSIGN([[maybe_unused]] const std::string sent,
              from_first(ranks, [&]() -> Result<std::string> { return run.dump(); }));
  return expect_equal(ranks, opened_fingerprint(measures.base, measures.data), what_is_opened());
}

Status TrainingJob::tell_exchanged(RunHost& host, const Trainer& trainer) const {
  const Ranks& ranks = *session_.options.ranks;
  return host.record(
      RunEvent{trainer.step(),
               RunEvent::Kind::Notice,
               say("{} processes trained together; each sent the others {} bytes", ranks.size(), ranks.bytes_sent()),
               {}});
}

Result<RunOutcome> TrainingJob::follow(const fs::path& folder, const TaskContext& task) {
  Ranks& ranks = *session_.options.ranks;
  OpenModel& model = *session_.model;
  LIFT_ASSIGN(const std::string text, from_first(ranks, {}));
  LIFT_ASSIGN(const json run, parse_json(text, say("run of the first process")));
  LIFT_ASSIGN(const Recipe recipe, recipe_from_json(run.at("recipe"), "recipe of the first process"));
  use_threads(run.at("threads").get<std::int64_t>());
  LIFT_ASSIGN(const std::vector<TensorRecord> base, record_base(model.lm(), task));
  LIFT_RETURN_IF_ERROR(
      expect_equal(ranks, opened_fingerprint(base, session_.data->rows.summary.fingerprint), what_is_opened()));

  const fs::path run_folder = folder.empty() ? fs::path(run.at("folder").get<std::string>()) : folder;
  FollowingHost host(ranks, run_folder);
  const auto method = make_method(recipe.train, recipe.selection, recipe.optimizer, model.lm());
  const auto source = session_.data->source(recipe.train, ranks.size());
  const TrainSetup setup{.model = model.lm(),
                         .method = *method,
                         .source = *source,
                         .optimizer = recipe.optimizer,
                         .evaluate = recipe.evaluate,
                         .train = recipe.train,
                         .refresh_every = recipe.selection.refresh_every,
                         .refreshes = find_method(recipe.train.method)->refreshes,
                         .total_steps = run.at("total_steps").get<std::int64_t>(),
                         .checkpointed_layers = run.at("checkpointed_layers").get<std::int64_t>(),
                         .ranks = &ranks};
  Trainer trainer(setup, host, control_);
  const auto begin = [&]() -> Status {
    const auto step = run.at("state").get<std::int64_t>();
    if (step == kNoState) return {};
    LIFT_ASSIGN(ResumeState state, read_resume_state(resume_file(run_folder, step), task));
    return trainer.resume(std::move(state));
  };
  const auto end = catch_exceptions(say("training"), [&]() -> Result<TrainEnd> {
    LIFT_RETURN_IF_ERROR(agree(ranks, begin()));
    return trainer.run(task);
  });
  method->give_back_base();
  if (!end.ok()) return end.error();
  RunOutcome outcome;
  outcome.state = *end == TrainEnd::Done      ? RunState::Done
                  : *end == TrainEnd::Stopped ? RunState::Stopped
                                              : RunState::Discarded;
  outcome.peak_bytes = memory_usage().peak_resident_bytes;
  return outcome;
}

}   // namespace lift
