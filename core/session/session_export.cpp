// The tuned model in other programs' forms, each read back and compared before it counts as written.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/evaluate/written_answers.h"
#include "core/exchange/exporter.h"
#include "core/exchange/model_card.h"
#include "core/io/json.h"
#include "core/session/export_form.h"
#include "core/session/export_report_json.h"
#include "core/session/open_data.h"
#include "core/session/session_impl.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

// Short, and of different kinds: a question, a beginning, a sum, another language.
const std::array<const char*, 4> kPrompts{"What is the capital of France?", "Once upon a time",
                                          "12 + 30 =", "Die Sonne scheint, und"};

Result<Exporter> exporter_named(std::string_view format) {
  std::vector<std::string_view> names;
  for (Exporter& exporter : exporter_list()) {
    if (exporter.name == format) return std::move(exporter);
    names.push_back(exporter.name);
  }
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("format"),
                    say("expected {}, found \"{}\"", fmt::join(names, ", "), format));
}

constexpr std::int64_t kHeldOutRows = 200;   // for what rounding costs: seconds, not minutes

constexpr std::int64_t kQuestions = 4;   // held-out rows that both models answer

constexpr char kTypeMark = ':';   // "gguf:q8_0"
constexpr const char* kSomeName = "model";

// Beside the files, since a folder is to hold what other programs expect and no more.
void write_report(const ExportReport& report, const fs::path& files, const Exporter& exporter, const std::string& type,
                  std::vector<Sentence>& notices) {
  nlohmann::json json = to_json(report, true);
  json["format"] = std::string(exporter.name);
  json["weights"] = type;
  const fs::path file = files.string() + ".report.json";
  const Status written = write_json_file(file, json, BrokenText::Replace);
  notices.push_back(written.ok() ? say("This report is in {}", file.string())
                                 : say("The report could not be written: {}", written.error().whole()));
}

Result<std::string> type_of(const Exporter& exporter, const std::string& wanted) {
  if (wanted.empty()) return exporter.types.empty() ? std::string() : std::string(exporter.types.front());
  if (std::ranges::find(exporter.types, wanted) != exporter.types.end()) return wanted;
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("type"),
                    exporter.types.empty()
                        ? say("expected none, since {} has one form only, found \"{}\"", exporter.name, wanted)
                        : say("expected one of {}, found \"{}\"", fmt::join(exporter.types, ", "), wanted));
}

// Removes files that another program has copied, or never will.
struct RemovedAtEnd {
  fs::path files;   // empty: they stay
  ~RemovedAtEnd() {
    std::error_code ignored;
    if (!files.empty()) fs::remove_all(files, ignored);
  }
};

}   // namespace

std::span<const ExporterName> exporters() {
  static thread_local std::vector<ExporterName> names;   // what the span shows, until the next call on this thread
  names.clear();
  for (const Exporter& exporter : exporter_list()) names.push_back({exporter.name, exporter.title});
  return names;
}

ExportForm export_form(std::string_view format) {
  for (const Exporter& exporter : exporter_list())
    if (exporter.name == format) {
      ExportForm form{.folder = exporter.target == ExportTarget::Folder,
                      .named = exporter.target == ExportTarget::Name,
                      .extension = std::string(exporter.extension),
                      .types = {exporter.types.begin(), exporter.types.end()}};
      if (exporter.place)
        if (const auto place = exporter.place(kSomeName); !place.ok() && place.error().code == ErrorCode::NotFound)
          form.obstacle = place.error().whole();
      return form;
    }
  return {};
}

Result<ExportReport> Session::export_model(const std::string& format, const fs::path& target, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_model());
  const std::string_view name = std::string_view(format).substr(0, format.find(kTypeMark));
  const std::string type = name.size() < format.size() ? format.substr(name.size() + 1) : std::string();
  LIFT_ASSIGN(const Exporter exporter, exporter_named(name));
  OpenModel& model = *impl_->model;
  return catch_exceptions(target.string(), [&]() -> Result<ExportReport> {
    LIFT_ASSIGN(const std::string chosen, type_of(exporter, type));
    fs::path files = target;
    if (exporter.place) {
      LIFT_ASSIGN(files, exporter.place(target.string()));
    }
    const RemovedAtEnd removed{exporter.hand_over ? files : fs::path()};
    ExportRequest request{model.lm(), model.path, files, chosen};
    if (impl_->attached) request.card = model_card(impl_->attached->delta.manifest, model.path);
    if (impl_->attached) request.delta = &impl_->attached->delta;
    std::optional<LowRankChange> factors;
    if (impl_->attached && impl_->attached->delta.low_rank) {
      factors = impl_->attached->delta.low_rank;
      factors->scale *= impl_->attached->strength;
      request.low_rank = &*factors;
    }
    LIFT_ASSIGN(const std::vector<Sentence> plan, exporter.plan(request));
    if (const NoticeSink& notices = impl_->options.notices)
      for (const Sentence& sentence : plan) notices({Severity::Info, sentence});
    LIFT_ASSIGN(WrittenExport written, exporter.write(request, task));
    ExportCheckOptions options;
    options.prompts.assign(kPrompts.begin(), kPrompts.end());
    if (impl_->data && impl_->data->rows.held_out.size() > 0) {
      options.held_out = impl_->data->held_out(kHeldOutRows);
      LIFT_ASSIGN(AskedQuestions asked,
                  ask_held_out(impl_->data->rows.held_out, *model.tokenizer, AnswerRule::Text, kQuestions));
      options.questions = std::move(asked.prompts);
    }
    LIFT_ASSIGN(ExportCheck check, exporter.check(request, *model.tokenizer, options, task));
    ExportReport report;
    report.path = written.path;
    report.bytes = written.bytes;
    report.largest_logit_difference = check.largest_logit_difference;
    report.prompts = check.prompts;
    report.same_text = check.same_text;
    report.exact = check.exact;
    if (check.held_out) {
      report.held_out_loss = check.held_out->in_memory;
      report.exported_held_out_loss = check.held_out->from_file;
    }
    report.notices = std::move(check.statements);
    for (const auto* told : {&plan, &std::as_const(written).notices})
      std::ranges::copy(*told, std::back_inserter(report.notices));
    if (exporter.hand_over) {
      LIFT_ASSIGN(report.path, exporter.hand_over(request, target.string(), task));
    } else {
      write_report(report, files, exporter, chosen, report.notices);
    }
    return report;
  });
}

}   // namespace lift
