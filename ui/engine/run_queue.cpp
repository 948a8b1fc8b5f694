#include "ui/engine/run_queue.h"

#include <algorithm>

#include "ui/look/sentence_words.h"

namespace ui {

RunQueue::RunQueue(RunMonitor& run, QObject* parent) : QObject(parent), run_(run) {
  // The next begins once everybody has seen how this one ended.
  connect(&run_, &RunMonitor::finished, this, [this] {
    conclude();
    QMetaObject::invokeMethod(this, &RunQueue::startNext, Qt::QueuedConnection);
  });
}

void RunQueue::add(lift::Recipe recipe) {
  entries_.push_back({std::move(recipe), State::Waiting, {}});
  Q_EMIT changed();
  startNext();
}

void RunQueue::restore(std::vector<lift::Recipe> recipes) {
  halted_ = halted_ || !recipes.empty();
  for (lift::Recipe& recipe : recipes) entries_.push_back({std::move(recipe), State::Waiting, {}});
  Q_EMIT changed();
}

void RunQueue::takeOut(int index) {
  if (entries_[static_cast<std::size_t>(index)].state == State::Running) return;
  entries_.erase(entries_.begin() + index);
  halted_ = halted_ && waiting() > 0;
  Q_EMIT changed();
}

void RunQueue::move(int index, int by) {
  const int to = index + by;
  if (to < 0 || to >= std::ssize(entries_)) return;
  auto &moved = entries_[static_cast<std::size_t>(index)], &other = entries_[static_cast<std::size_t>(to)];
  if (moved.state != State::Waiting || other.state != State::Waiting) return;
  std::swap(moved, other);
  Q_EMIT changed();
}

void RunQueue::clearEnded() {
  std::erase_if(entries_,
                [](const Entry& entry) { return entry.state != State::Waiting && entry.state != State::Running; });
  Q_EMIT changed();
}

void RunQueue::goOn() {
  halted_ = false;
  startNext();
  Q_EMIT changed();
}

int RunQueue::waiting() const { return static_cast<int>(std::ranges::count(entries_, State::Waiting, &Entry::state)); }

std::vector<lift::Recipe> RunQueue::recipesWaiting() const {
  std::vector<lift::Recipe> recipes;
  for (const Entry& entry : entries_)
    if (entry.state == State::Waiting) recipes.push_back(entry.recipe);
  return recipes;
}

void RunQueue::conclude() {
  const bool stopped = run_.stage() == RunStage::Stopped || run_.stage() == RunStage::Cancelled;
  halted_ = stopped && waiting() > 0;
  const auto running = std::ranges::find(entries_, State::Running, &Entry::state);
  if (running != entries_.end()) {
    running->state = stopped ? State::Stopped : run_.error() ? State::Failed : State::Done;
    if (run_.error()) running->reason = words(*run_.error());
  }
  Q_EMIT changed();
}

void RunQueue::startNext() {
  if (halted_ || run_.active()) return;
  const auto next = std::ranges::find(entries_, State::Waiting, &Entry::state);
  if (next == entries_.end()) return;
  next->state = State::Running;
  Q_EMIT changed();
  run_.start(next->recipe);
}

}   // namespace ui
