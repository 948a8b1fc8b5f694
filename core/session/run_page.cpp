#include "core/session/run_page.h"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/html_page.h"
#include "core/io/keep_file_names.h"
#include "core/io/system_error.h"
#include "core/metrics/scalar_files.h"
#include "core/session/outcome_words.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kShownAnswers = 8, kShownSamples = 12, kShownMatrices = 12;
constexpr double kMiB = 1 << 20;

std::string row(const std::string& name, const std::string& before, const std::string& after) {
  return fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", name, html_text(before), html_text(after));
}

std::string number_or(const std::optional<double>& value, const char* form, double factor = 1) {
  return value ? fmt::format(fmt::runtime(form), factor * *value) : "–";
}

std::string figures(const RunSummary& run) {
  std::string rows = row("training loss", number_or(run.first_loss, "{:.4f}"), number_or(run.last_loss, "{:.4f}"));
  if (run.held_out_before || run.held_out_after)
    rows +=
        row("loss on held-out rows", number_or(run.held_out_before, "{:.4f}"), number_or(run.held_out_after, "{:.4f}"));
  if (run.exact_before && run.exact_after)
    rows += row("held-out rows exactly right", exact_sentence(*run.exact_before).text(),
                exact_sentence(*run.exact_after).text());
  if (run.probe_before && run.probe_after)
    rows += row(fmt::format("{} questions of another field (retention probe)", run.probe_items),
                number_or(run.probe_before, "{:.1f} %", 100), number_or(run.probe_after, "{:.1f} %", 100));
  return "<div class=\"wide\"><table><thead><tr><th></th><th>base</th><th>tuned</th></tr></thead><tbody>\n" + rows +
         "</tbody></table></div>\n";
}

std::string verdict(const RunVerdict& verdict) {
  std::string html;
  const auto list = [&](const char* title, const std::vector<Sentence>& sentences) {
    if (sentences.empty()) return;
    html += fmt::format("<h2>{}</h2>\n<ul>\n", title);
    for (const Sentence& sentence : sentences) html += "<li>" + html_text(sentence.text()) + "</li>\n";
    html += "</ul>\n";
  };
  list("Better", verdict.better);
  list("Worse", verdict.worse);
  list("The same", verdict.same);
  if (!verdict.advice.empty()) html += "<p>" + html_text(verdict.advice.text()) + "</p>\n";
  return html;
}

HtmlCurve curve_of(const std::vector<EvaluationMetrics>& evaluations, const char* name,
                   std::optional<double> EvaluationMetrics::*value, double factor) {
  HtmlCurve curve{.name = name, .x = {}, .y = {}, .dots = true};
  for (const EvaluationMetrics& evaluation : evaluations)
    if (const auto& measured = evaluation.*value) {
      curve.x.push_back(static_cast<double>(evaluation.step));
      curve.y.push_back(factor * *measured);
    }
  return curve;
}

std::string curves(const RunHistory& history) {
  HtmlCurve training{.name = "training", .x = {}, .y = {}};
  for (const StepMetrics& step : history.steps) {
    training.x.push_back(static_cast<double>(step.step));
    training.y.push_back(step.loss);
  }
  return html_plot("Loss", "step",
                   {training, curve_of(history.evaluations, "held-out rows", &EvaluationMetrics::held_out_loss, 1)}) +
         html_plot("Kept of the old knowledge", "step",
                   {curve_of(history.evaluations, "retention, share of the base's score", &EvaluationMetrics::retention,
                             100)},
                   " %");
}

std::string mark(const std::optional<GivenAnswer>& answer) {
  if (!answer) return "–";
  return "<div>" + std::string(answer->right ? "✓ " : "✗ ") + html_text(answer->text) + "</div>";
}

std::string answers(const std::vector<AnsweredRow>& rows) {
  if (rows.empty()) return {};
  std::string html =
      "<h2>Held-out questions</h2>\n<div class=\"wide\"><table class=\"words\"><thead><tr><th>question</th>"
      "<th>expected</th><th>base</th><th>tuned</th></tr></thead><tbody>\n";
  for (const AnsweredRow& answered : telling_rows(rows, kShownAnswers))
    html += fmt::format("<tr><td><div>{}</div></td><td><div>{}</div></td><td>{}</td><td>{}</td></tr>\n",
                        html_text(answered.question), html_text(answered.expected), mark(answered.base),
                        mark(answered.tuned));
  return html + "</tbody></table></div>\n";
}

std::string samples(const std::vector<SampleEvent>& events) {
  if (events.empty()) return {};
  std::string html =
      "<h2>Answers along the way</h2>\n<div class=\"wide\"><table class=\"words\"><colgroup><col style=\"width: "
      "5rem\"><col style=\"width: 14rem\"><col></colgroup><thead><tr><th>step</th>"
      "<th>prompt</th><th>answer</th></tr></thead><tbody>\n";
  const std::size_t stride = (events.size() + kShownSamples - 1) / kShownSamples;
  for (std::size_t i = 0; i < events.size(); i += stride)
    html += fmt::format("<tr><td>{}</td><td><div>{}</div></td><td><div>{}</div></td></tr>\n", events[i].step,
                        html_text(events[i].prompt), html_text(events[i].answer));
  return html + "</tbody></table></div>\n";
}

// The last choice of weights, and how much of it was new.
std::string selection(const std::vector<RefreshEvent>& refreshes) {
  if (refreshes.empty()) return {};
  const RefreshEvent& last = refreshes.back();
  std::string html = fmt::format(
      "<h2>The weights that trained</h2>\n<p>{} weights at a time, {} in all after {} choices; the last choice kept "
      "{:.1f} % of the one before.</p>\n",
      last.entries, last.union_entries, refreshes.size(), 100 * last.overlap);
  std::vector<RefreshEvent::Matrix> matrices = last.matrices;
  std::ranges::stable_sort(matrices, {}, &RefreshEvent::Matrix::overlap);
  if (matrices.size() > kShownMatrices) matrices.resize(kShownMatrices);
  if (refreshes.size() < 2 || matrices.empty()) return html;
  html +=
      "<p class=\"muted\">Where it changed most:</p>\n<div class=\"wide\"><table><thead><tr><th>matrix</th>"
      "<th>weights</th><th>kept</th></tr></thead><tbody>\n";
  for (const RefreshEvent::Matrix& matrix : matrices)
    html += fmt::format("<tr><td>layer {}, {}</td><td>{}</td><td>{:.1f} %</td></tr>\n", matrix.layer,
                        html_text(matrix.projection), matrix.entries, 100 * matrix.overlap);
  return html + "</tbody></table></div>\n";
}

std::string timeline(const std::vector<RunEvent>& events) {
  std::string html;
  for (const RunEvent& event : events)
    if (event.kind != RunEvent::Kind::StateSaved)
      html += fmt::format("<li>step {}: {}</li>\n", event.step,
                          html_text(event.text.empty() ? std::string(name_of(event.kind)) : event.text.text()));
  return html.empty() ? html : "<h2>What happened</h2>\n<ul>\n" + html + "</ul>\n";
}

// "2026-12-01T04:05:06Z" as seconds since 1970; 0 for another text.
double seconds_since_1970(const std::string& created) {
  std::tm parts{};
  const char* end = ::strptime(created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return end && *end == '\0' ? static_cast<double>(::timegm(&parts)) : 0;
}

}   // namespace

std::string html_of(const RunHistory& history) {
  const RunSummary& run = history.summary;
  std::string html = fmt::format("<p class=\"muted\">LIFT Studio, {}. {} on {}: {} after {} of {} steps, {:.0f} s.",
                                 html_text(run.created), html_text(run.model_name), html_text(run.data_name),
                                 name_of(run.state), run.step, run.total_steps, run.seconds);
  if (run.tokens_per_second > 0)
    html += fmt::format(" {:.0f} tokens/s, at most {:.0f} MiB of memory.", run.tokens_per_second,
                        static_cast<double>(run.peak_bytes) / kMiB);
  html += "</p>\n";
  if (!run.reason.empty()) html += "<p>" + html_text(run.reason.text()) + "</p>\n";
  if (!run.remark.empty()) html += "<p>" + html_text(run.remark) + "</p>\n";
  html += figures(run);
  if (run.probe_before && run.probe_after && history.evaluations.size() > 1)
    html += "<p>" + html_text(knowledge_sentence(history.evaluations.front(), history.evaluations.back()).text()) +
            "</p>\n";
  html += verdict(run.verdict) + curves(history) + answers(history.answers) + samples(history.samples) +
          selection(history.refreshes) + timeline(history.events);
  nlohmann::json recipe = to_json(history.recipe);
  keep_file_names(recipe);
  html += "<h2>The recipe</h2>\n" +
          html_folded("Show", recipe.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  return html_page(run.title.empty() ? run.id : run.title, html);
}

Result<fs::path> write_run_file(const RunHistory& history, RunFile file, const fs::path& target) {
  switch (file) {
    case RunFile::Page: LIFT_RETURN_IF_ERROR(write_file_atomically(target, html_of(history))); return target;
    case RunFile::Table:
      LIFT_RETURN_IF_ERROR(write_file_atomically(target, csv_of(history.steps, history.evaluations)));
      return target;
    case RunFile::Events: break;
  }
  const double start = seconds_since_1970(history.summary.created);
  std::error_code failure;
  fs::create_directories(target, failure);
  if (failure) return system_error(target, say("could not make the folder"), failure.value());
  const fs::path events = target / event_file_name(start);
  LIFT_RETURN_IF_ERROR(write_file_atomically(events, event_file_of(history.steps, history.evaluations, start)));
  return events;
}

}   // namespace lift
