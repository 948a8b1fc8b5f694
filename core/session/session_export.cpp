// The tuned model in other programs' forms, each read back and compared before it counts as written.
#include <array>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/exchange/export_check.h"
#include "core/exchange/hf_folder_export.h"
#include "core/session/session_impl.h"

namespace lift {

namespace {

const std::array kExporters{ExporterName{"hf_folder", say("Hugging Face folder, merged")}};

// Short, and of different kinds: a question, a beginning, a sum, another language.
const std::array<const char*, 4> kPrompts{"What is the capital of France?", "Once upon a time",
                                          "12 + 30 =", "Die Sonne scheint, und"};

std::string known_formats() {
  std::string list;
  for (const ExporterName& exporter : kExporters) list += (list.empty() ? "" : ", ") + std::string(exporter.name);
  return list;
}

}   // namespace

std::span<const ExporterName> exporters() { return kExporters; }

Result<ExportReport> Session::export_model(const std::string& format, const std::filesystem::path& target,
                                           const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  if (format != kExporters[0].name)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("format"),
                      say("expected {}, found \"{}\"", known_formats(), format));
  OpenModel& model = *impl_->model;
  return catch_exceptions(target.string(), [&]() -> Result<ExportReport> {
    LIFT_ASSIGN(HfExport written, export_hf_folder(model.lm(), model.path, target, task));
    ExportCheckOptions options;
    options.prompts.assign(kPrompts.begin(), kPrompts.end());
    LIFT_ASSIGN(const ExportCheck check, check_export(model.lm(), *model.tokenizer, written.folder, options, task));
    ExportReport report;
    report.path = written.folder;
    report.bytes = written.bytes;
    report.largest_logit_difference = check.largest_logit_difference;
    report.prompts = check.prompts;
    report.same_text = check.same_text;
    report.exact = check.exact;
    report.notices = std::move(written.notices);
    return report;
  });
}

}   // namespace lift
