#include "app/cli/train_console.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "core/metrics/run_record_json.h"
#include "core/session/outcome_words.h"

namespace lift::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBarWidth = 24;

std::string bar(double share) {
  static const char* const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths = static_cast<int>(std::clamp(share, 0.0, 1.0) * kBarWidth * 8);
  std::string text;
  for (int cell = 0; cell < eighths / 8; ++cell) text += "█";
  text += parts[eighths % 8];
  const int used = eighths / 8 + (eighths % 8 ? 1 : 0);
  for (int cell = used; cell < kBarWidth; ++cell) text += "░";
  return text;
}

std::string one_line(std::string text, std::size_t limit) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string describe(const EvaluationMetrics& m) {
  std::string text;
  if (m.held_out_loss) text += fmt::format("held-out loss {:.4f}", *m.held_out_loss);
  if (m.exact) {
    text += fmt::format("{}exact matches {}", text.empty() ? "" : ", ", exact_sentence(*m.exact).text());
    if (m.exact->valid_json) text += fmt::format(", valid JSON {} of {}", *m.exact->valid_json, m.exact->asked);
    if (const Sentence remark = exact_remark(*m.exact); !remark.empty()) text += fmt::format(" [{}]", remark.text());
  }
  if (m.probe_score)
    text += fmt::format("{}probe {:.1f} % of {}", text.empty() ? "" : ", ", 100 * *m.probe_score, m.probe_items);
  if (m.retention && m.step > 0)
    text += fmt::format(", retention {:.1f} % of the base ({:.0f} to {:.0f})", 100 * *m.retention,
                        100 * m.retention_low.value_or(*m.retention), 100 * m.retention_high.value_or(*m.retention));
  return text;
}

}   // namespace

TrainConsole::TrainConsole(const Options& options)
    : json_(options.json), quiet_(options.quiet || options.json), terminal_(is_terminal(STDERR_FILENO)) {}

TrainConsole::~TrainConsole() { clear_line(); }

void TrainConsole::clear_line() {
  if (open_) fmt::print(stderr, "\r\033[K");
  std::fflush(stderr);
  open_ = false;
}

void TrainConsole::line(const std::string& text) {
  if (quiet_) return;
  clear_line();
  fmt::print(stderr, "{}\n", text);
}

std::string TrainConsole::rest() const {
  const auto seconds = left_.seconds();
  if (!seconds || begin_.total_steps <= last_->step) return {};
  return human_seconds(*seconds) + " left";
}

void TrainConsole::draw() {
  if (quiet_ || !terminal_ || !last_) return;
  const double share =
      begin_.total_steps ? static_cast<double>(last_->step) / static_cast<double>(begin_.total_steps) : 0;
  fmt::print(stderr, "\r\033[K{} step {}/{}  loss {:.4f}  {:.0f} tokens/s  {}  {}", bar(share), last_->step,
             begin_.total_steps, last_->loss, speed_, rest(), phase_);
  std::fflush(stderr);
  drawn_ = Clock::now();
  open_ = true;
}

void TrainConsole::on_begin(const RunBegin& begin) {
  begin_ = begin;
  left_ = TimeLeft(begin.schedule);
  line(fmt::format("training {} of {} weights ({:.1f} %) on {} rows{}{}, {} steps", human_count(begin.trainable),
                   human_count(begin.total_weights),
                   100.0 * static_cast<double>(begin.trainable) /
                       static_cast<double>(std::max<std::int64_t>(1, begin.total_weights)),
                   human_count(begin.rows),
                   begin.truncated_rows ? fmt::format(", {} truncated", human_count(begin.truncated_rows)) : "",
                   begin.dropped_rows ? fmt::format(", {} dropped", human_count(begin.dropped_rows)) : "",
                   human_count(begin.total_steps)));
  for (const Sentence& remark : begin.remarks) line("data: " + remark.text());
  if (!begin.folder.empty()) line(fmt::format("run folder: {}", begin.folder));
}

void TrainConsole::on_phase(RunPhase phase, std::int64_t) {
  phase_ = phase == RunPhase::Training ? "" : std::string(name_of(phase));
  if (last_) draw();
  else if (!phase_.empty() && !terminal_) line(phase_);
}

void TrainConsole::on_step(const StepMetrics& metrics) {
  if (json_) return print_record(to_line(metrics));
  const double now = metrics.tokens_per_second();
  speed_ = last_ ? 0.8 * speed_ + 0.2 * now : now;
  last_ = metrics;
  left_.add(metrics);
  if (terminal_) {
    if (Clock::now() - drawn_ > std::chrono::milliseconds(80) || metrics.step == begin_.total_steps) draw();
    return;
  }
  const std::int64_t every = std::max<std::int64_t>(1, begin_.total_steps / 100);
  if (metrics.step % every == 0 || metrics.step == begin_.total_steps)
    line(fmt::format("step {}/{}  loss {:.4f}  lr {:.2e}  norm {:.3f}  {:.0f} tokens/s  {}", metrics.step,
                     begin_.total_steps, metrics.loss, metrics.learning_rate, metrics.gradient_norm, now, rest()));
}

void TrainConsole::on_evaluation(const EvaluationMetrics& metrics) {
  if (json_) return print_record(to_line(metrics));
  left_.add(metrics);
  const std::string what = describe(metrics);
  if (what.empty()) return;
  line(fmt::format("{}: {}{}", metrics.step == 0 ? "base model" : fmt::format("step {}", metrics.step), what,
                   metrics.alarm ? "  -- forgets more than you allowed" : ""));
  draw();
}

void TrainConsole::on_refresh(const RefreshEvent& event) {
  if (json_) return print_record(to_line(event));
  left_.add(event);
  if (event.step == 0)
    line(fmt::format("chose {} weights to train in {}", human_count(event.entries), human_seconds(event.seconds)));
  else
    line(fmt::format("step {}: selection renewed in {}, {:.1f} % kept, {} trained so far", event.step,
                     human_seconds(event.seconds), 100 * event.overlap, human_count(event.union_entries)));
  draw();
}

void TrainConsole::on_sample(const SampleEvent& event) {
  if (json_) return print_record(to_line(event));
  left_.add(event);
  line(fmt::format("{}: \"{}\"\n    -> {}", event.step == 0 ? "base model" : fmt::format("step {}", event.step),
                   one_line(event.prompt, 100), one_line(event.answer, 400)));
  draw();
}

void TrainConsole::on_event(const RunEvent& event) {
  if (json_) return print_record(to_line(event));
  if (event.kind == RunEvent::Kind::Started || event.text.empty()) return;
  line(event.step > 0 ? fmt::format("step {}: {}", event.step, event.text.text()) : event.text.text());
  draw();
}

TaskContext TrainConsole::task() {
  TaskContext context;
  context.progress = [this, last = std::string()](const Progress& progress) mutable {
    if (quiet_ || last_) return;
    const std::string doing = progress.phase.text();
    if (!terminal_) {
      if (last != doing) line(doing);
      last = doing;
      return;
    }
    if (Clock::now() - drawn_ < std::chrono::milliseconds(80)) return;
    if (progress.total > 0)
      fmt::print(stderr, "\r\033[K{} {:.0f} %", doing,
                 100.0 * static_cast<double>(progress.done) / static_cast<double>(progress.total));
    else fmt::print(stderr, "\r\033[K{}", doing);
    std::fflush(stderr);
    drawn_ = Clock::now();
    open_ = true;
  };
  return context;
}

NoticeSink TrainConsole::notices() {
  return [this](const Notice& notice) {
    line((notice.severity == Severity::Warning ? "warning: " : "") + notice.text.text());
  };
}

}   // namespace lift::cli
