#include "app/cli/command.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace lift::cli {

int exit_code_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::InvalidArgument: return kBadUsage;
    case ErrorCode::NotFound:
    case ErrorCode::Malformed:
    case ErrorCode::Unsupported:
    case ErrorCode::Mismatch: return kBadInput;
    case ErrorCode::Io: return kSystemRefused;
    case ErrorCode::OutOfMemory: return kOutOfMemory;
    case ErrorCode::NonFinite: return kNotFinite;
    case ErrorCode::Cancelled: return kInterrupted;
    case ErrorCode::Internal: return kInternalFault;
  }
  return kInternalFault;
}

int fail(const Options& options, const Error& error) {
  if (options.json)
    print_json({{"error",
                 {{"code", name_of(error.code).text()},
                  {"subject", error.subject.text()},
                  {"message", error.message.text()},
                  {"context", error.context.text()}}}});
  std::fflush(stdout);
  fmt::print(stderr, "lift: {}\n", error.sentence());
  return exit_code_of(error);
}

void print_json(const nlohmann::json& value) {
  const std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

void print_record(const std::string& json_line) {
  std::fwrite(json_line.data(), 1, json_line.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

namespace {

std::atomic<int> g_presses{0};
std::atomic<void (*)()> g_on_first{nullptr};
struct sigaction g_former_interrupt {
}, g_former_terminate{};

void on_signal(int) {
  if (g_presses.fetch_add(1) > 0) _exit(kInterrupted);
  if (auto* callback = g_on_first.load()) callback();
}

}   // namespace

InterruptGuard::InterruptGuard(void (*on_first)()) {
  g_presses = 0;
  g_on_first = on_first;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, &g_former_interrupt);
  sigaction(SIGTERM, &action, &g_former_terminate);
}

InterruptGuard::~InterruptGuard() {
  sigaction(SIGINT, &g_former_interrupt, nullptr);
  sigaction(SIGTERM, &g_former_terminate, nullptr);
  g_on_first = nullptr;
}

bool InterruptGuard::pressed() { return g_presses.load() > 0; }

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

struct ConsoleTask::Line {
  bool quiet = false, terminal = false, open = false;
  std::string phase;
  std::chrono::steady_clock::time_point last{};
  std::stop_source stop;
  std::mutex mutex;

  void show(const Progress& progress) {
    const std::string doing = progress.phase.text();
    const std::lock_guard lock(mutex);
    if (InterruptGuard::pressed()) stop.request_stop();
    if (quiet) return;
    const auto now = std::chrono::steady_clock::now();
    const bool new_phase = doing != phase;
    if (!terminal) {
      if (new_phase) fmt::print(stderr, "{}\n", doing);
    } else if (new_phase || now - last > std::chrono::milliseconds(80) || progress.done == progress.total) {
      if (progress.total > 0)
        fmt::print(stderr, "\r\033[K{} {:3.0f} %", doing,
                   100.0 * static_cast<double>(progress.done) / static_cast<double>(progress.total));
      else fmt::print(stderr, "\r\033[K{}", doing);
      std::fflush(stderr);
      last = now;
      open = true;
    }
    phase = doing;
  }

  void clear() {
    const std::lock_guard lock(mutex);
    if (open) fmt::print(stderr, "\r\033[K");
    open = false;
  }
};

ConsoleTask::ConsoleTask(const Options& options) : line_(std::make_shared<Line>()) {
  line_->quiet = options.quiet || options.json;
  line_->terminal = is_terminal(STDERR_FILENO);
  context_.stop = line_->stop.get_token();
  context_.progress = [line = line_](const Progress& progress) { line->show(progress); };
}

ConsoleTask::~ConsoleTask() { line_->clear(); }

NoticeSink ConsoleTask::notices() const {
  return [line = line_](const Notice& notice) {
    line->clear();
    if (!line->quiet)
      fmt::print(stderr, "{}{}\n", notice.severity == Severity::Warning ? "warning: " : "", notice.text.text());
  };
}

std::string names_of(const std::vector<NamedChoice>& choices) {
  std::string list;
  for (const NamedChoice& choice : choices)
    list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", choice.name, choice.title.text());
  return list;
}

std::vector<std::string> texts_of(const std::vector<Sentence>& sentences) {
  std::vector<std::string> texts;
  for (const Sentence& sentence : sentences) texts.push_back(sentence.text());
  return texts;
}

namespace {

std::string scaled(double value, double base, const std::array<const char*, 5>& units) {
  std::size_t unit = 0;
  while (std::abs(value) >= base && unit + 1 < units.size()) value /= base, ++unit;
  const int decimals = unit == 0 || std::abs(value) >= 100 ? 0 : 1;
  return fmt::format("{:.{}f} {}", value, decimals, units[unit]);
}

}   // namespace

std::string human_bytes(double bytes) { return scaled(bytes, 1000, {"B", "kB", "MB", "GB", "TB"}); }
std::string human_memory(double bytes) { return scaled(bytes, 1024, {"B", "KiB", "MiB", "GiB", "TiB"}); }

std::string human_count(std::int64_t count) {
  std::string digits = std::to_string(count < 0 ? -count : count);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return (count < 0 ? "-" : "") + digits;
}

std::string human_seconds(double seconds) {
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}   // namespace lift::cli
