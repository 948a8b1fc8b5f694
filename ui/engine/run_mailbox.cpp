#include "ui/engine/run_mailbox.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

template <typename T>
void forgetAfter(std::vector<T>& list, std::int64_t step) {
  std::erase_if(list, [step](const T& one) { return one.step > step; });
}

}   // namespace

bool RunNews::empty() const {
  return !begin && !history && !went_back && !phase && steps.empty() && evaluations.empty() && refreshes.empty() &&
         samples.empty() && events.empty() && !answers;
}

void RunMailbox::on_begin(const lift::RunBegin& begin) {
  const std::lock_guard lock(mutex_);
  news_.begin = begin;
}

void RunMailbox::on_phase(lift::RunPhase phase, std::int64_t step) {
  const std::lock_guard lock(mutex_);
  news_.phase = {phase, step};
}

void RunMailbox::on_step(const lift::StepMetrics& metrics) {
  const std::lock_guard lock(mutex_);
  auto& steps = news_.steps;
  if (steps.size() >= capacity_) {
    // Every other one is let go; the newest always stays.
    std::size_t kept = 0;
    for (std::size_t i = 1; i < steps.size(); i += 2) steps[kept++] = std::move(steps[i]);
    steps.resize(kept);
  }
  steps.push_back(metrics);
}

void RunMailbox::on_evaluation(const lift::EvaluationMetrics& metrics) {
  const std::lock_guard lock(mutex_);
  news_.evaluations.push_back(metrics);
}

void RunMailbox::on_refresh(const lift::RefreshEvent& event) {
  const std::lock_guard lock(mutex_);
  news_.refreshes.push_back(event);
}

void RunMailbox::on_sample(const lift::SampleEvent& event) {
  const std::lock_guard lock(mutex_);
  news_.samples.push_back(event);
}

void RunMailbox::on_event(const lift::RunEvent& event) {
  const std::lock_guard lock(mutex_);
  if (event.kind == lift::RunEvent::Kind::WentBack) {
    news_.went_back = std::min(event.step, news_.went_back.value_or(event.step));
    forgetAfter(news_.steps, event.step);
    forgetAfter(news_.evaluations, event.step);
    forgetAfter(news_.refreshes, event.step);
    forgetAfter(news_.samples, event.step);
  }
  news_.events.push_back(event);
}

void RunMailbox::on_answers(const std::vector<lift::AnsweredRow>& rows) {
  const std::lock_guard lock(mutex_);
  news_.answers = rows;
}

void RunMailbox::put(lift::RunHistory history) {
  const std::lock_guard lock(mutex_);
  news_.history = std::move(history);
}

RunNews RunMailbox::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(news_, {});
}

std::size_t RunMailbox::waitingSteps() const {
  const std::lock_guard lock(mutex_);
  return news_.steps.size();
}

}   // namespace ui
