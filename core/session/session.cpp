#include "core/session/session.h"

#include <cstdlib>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/cuda_device.h"
#include "core/kernels/thread_count.h"
#include "core/session/open_data.h"
#include "core/session/run_folder.h"
#include "core/session/session_impl.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

fs::path environment_folder(const char* name) {
  const char* value = std::getenv(name);
  return value && *value ? fs::path(value) : fs::path();
}

fs::path normal(const fs::path& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path) : canonical;
}

}   // namespace

fs::path default_runs_directory() {
  fs::path data = environment_folder("XDG_DATA_HOME");
  if (data.empty()) data = environment_folder("HOME") / ".local" / "share";
  return data / "lift-studio" / "runs";
}

Session::Impl::Impl(SessionOptions session_options)
    : options(std::move(session_options)),
      runs_directory(options.runs_directory.empty() ? default_runs_directory() : options.runs_directory) {
  use_threads(options.threads);
}

Session::Impl::~Impl() = default;

Status Session::Impl::need_model() const {
  if (model) return {};
  return make_error(ErrorCode::InvalidArgument, say("model"), say("no model is open"), say("Open one first"));
}

Status Session::Impl::need_matrix(MatrixId id) const {
  LIFT_RETURN_IF_ERROR(need_model());
  if (model->config().has(id)) return {};
  if (id.layer >= 0 && id.layer < model->config().layer_count)
    return make_error(ErrorCode::InvalidArgument, say("projection"),
                      say("expected a matrix that layer {} has, found {}", id.layer, name_of(id.projection)));
  return make_error(ErrorCode::InvalidArgument, say("layer"),
                    say("expected 0 to {}, found {}", model->config().layer_count - 1, id.layer));
}

Session::Session(SessionOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Session::~Session() = default;

Result<ModelSummary> Session::open_model(const fs::path& path, DType dtype, Device device, const TaskContext& task) {
  const fs::path wanted = normal(path);
  if (impl_->model && impl_->model->path == wanted && impl_->model->dtype == dtype && impl_->model->device == device) {
    impl_->drop_delta();
    return impl_->model->loaded.summary;
  }
  LIFT_RETURN_IF_ERROR(check_device(device));
  return catch_exceptions(path.string(), [&]() -> Result<ModelSummary> {
    // Two models at once may not fit: the old one goes first.
    close_model();
    OpenModel opened{wanted, dtype, device, {}, nullptr, std::nullopt};
    LIFT_ASSIGN(opened.loaded, load_model(wanted, {dtype, device}, task));
    LIFT_ASSIGN(std::unique_ptr<Tokenizer> tokenizer, load_tokenizer(wanted));
    opened.tokenizer = std::move(tokenizer);
    LIFT_ASSIGN(opened.chat_template, load_chat_template(wanted));
    opened.loaded.summary.tokenizer_description = opened.tokenizer->description();
    for (const Sentence& notice : opened.tokenizer->notices()) {
      opened.loaded.summary.notices.push_back(notice);
      if (impl_->options.notices) impl_->options.notices({Severity::Warning, notice});
    }
    opened.loaded.summary.has_chat_template = opened.chat_template.has_value();
    impl_->model = std::move(opened);
    return impl_->model->loaded.summary;
  });
}

const ModelSummary* Session::model() const { return impl_->model ? &impl_->model->loaded.summary : nullptr; }

void Session::close_model() {
  impl_->selections.clear();
  impl_->base_selections.clear();
  impl_->attached.reset();
  impl_->data.reset();
  impl_->model.reset();
}

const fs::path& Session::runs_directory() const { return impl_->runs_directory; }
Result<std::vector<RunSummary>> Session::runs() const { return list_runs(impl_->runs_directory); }
Result<RunHistory> Session::history(const fs::path& run_folder) const { return read_run_history(run_folder); }
Status Session::label_run(const fs::path& run_folder, const std::string& title, const std::string& remark) {
  return write_run_label(run_folder, title, remark);
}
Status Session::delete_run(const fs::path& run_folder) { return delete_run_folder(run_folder); }

}   // namespace lift
