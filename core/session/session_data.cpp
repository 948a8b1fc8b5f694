// Data through the open model's tokenizer, and the plan of a run.

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/cuda_device.h"
#include "core/session/open_data.h"
#include "core/session/session_impl.h"
#include "core/session/training_job.h"

namespace lift {

namespace fs = std::filesystem;

Result<DataSummary> Session::open_data(const DataConfig& config, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  const OpenModel& model = *impl_->model;
  // What is open stays so while the other is read, and when that is cancelled: rows of it can be shown meanwhile.
  auto data = catch_exceptions(say("data"), [&]() -> Result<std::unique_ptr<OpenData>> {
    return load_open_data(config, *model.tokenizer, model.chat_template, model.path.string(),
                          model.config().vocabulary_size, task);
  });
  if (!data.ok()) {
    if (data.error().code != ErrorCode::Cancelled) impl_->data.reset();
    return std::move(data).error();
  }
  impl_->data = std::move(data).value();
  return impl_->data->rows.summary;
}

Result<RowView> Session::row(std::int64_t index) const {
  if (!impl_->model || !impl_->data)
    return make_error(ErrorCode::InvalidArgument, say("data"), say("no data set is open"), say("Open one first"));
  return impl_->data->rows.row(index, *impl_->model->tokenizer, impl_->data->prompt);
}

PlanRequest plan_request(const Recipe& recipe, const ModelSummary& model, const OpenData& data) {
  PlanRequest request;
  request.model = model.config;
  request.selection = recipe.selection;
  request.optimizer = recipe.optimizer;
  request.train = recipe.train;
  request.train.steps = data.total_steps(recipe.train);
  request.longest_row = data.rows.train.totals().longest;
  request.labels_per_row = data.rows.train.totals().most_labels;
  const OpenData::Pass pass = data.largest_pass(recipe.train);
  request.pass_tokens = pass.tokens;
  request.pass_labels = pass.labels;
  return request;
}

Result<MemoryPlan> Session::plan(const Recipe& recipe) {
  LIFT_RETURN_IF_ERROR(recipe.validate());
  LIFT_RETURN_IF_ERROR(check_device(recipe.train.device));
  return catch_exceptions(say("plan"), [&]() -> Result<MemoryPlan> {
    LIFT_ASSIGN(const ModelSummary summary, inspect_model(recipe.model));
    LIFT_RETURN_IF_ERROR(recipe.selection.validate(summary.config));
    const bool open = impl_->model && impl_->model->path == fs::weakly_canonical(recipe.model);
    if (open && impl_->data && same_data(impl_->data->config, recipe.data))
      return plan_memory(plan_request(recipe, summary, *impl_->data));
    LIFT_ASSIGN(const std::unique_ptr<Tokenizer> tokenizer, load_tokenizer(recipe.model));
    LIFT_ASSIGN(const std::optional<std::string> chat_template, load_chat_template(recipe.model));
    LIFT_ASSIGN(const std::unique_ptr<OpenData> data, load_open_data(recipe.data, *tokenizer, chat_template,
                                                                     recipe.model, summary.config.vocabulary_size, {}));
    return plan_memory(plan_request(recipe, summary, *data));
  });
}

}   // namespace lift
