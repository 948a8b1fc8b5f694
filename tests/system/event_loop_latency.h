#pragma once
// Measures how late the window's thread handles events, with a timer of 10 ms. Time in which the scheduler ran other
// programs (schedstat) is kept apart, since the window is not its cause.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <QElapsedTimer>
#include <QTimer>

namespace lift::test {

class EventLoopLatency {
 public:
  EventLoopLatency() {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kIntervalMs);
    QObject::connect(&timer_, &QTimer::timeout, [this] { tick(); });
  }
  void start() {
    waited_ = runQueueMs();
    clock_.start();
    timer_.start();
  }
  void stop() { timer_.stop(); }

  std::size_t count() const { return own_.size(); }
  double percentile(double share) const { return of(own_, share); }
  double longest() const { return of(own_, 1); }
  double wallPercentile(double share) const { return of(wall_, share); }

 private:
  static constexpr int kIntervalMs = 10;

  void tick() {
    const double late = std::max(0.0, static_cast<double>(clock_.nsecsElapsed()) / 1e6 - kIntervalMs);
    const double waited = runQueueMs();
    wall_.push_back(late);
    own_.push_back(std::max(0.0, late - (waited - waited_)));
    waited_ = waited;
    clock_.restart();
  }
  static double of(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  }
  // Time in which this thread was ready to run but did not. 0 if the kernel does not count it.
  static double runQueueMs() {
    unsigned long long ran = 0, waited = 0;
    if (std::FILE* file = std::fopen("/proc/thread-self/schedstat", "r")) {
      if (std::fscanf(file, "%llu %llu", &ran, &waited) != 2) waited = 0;
      std::fclose(file);
    }
    return static_cast<double>(waited) / 1e6;
  }

  QTimer timer_;
  QElapsedTimer clock_;
  double waited_ = 0;
  std::vector<double> own_, wall_;
};

}   // namespace lift::test
