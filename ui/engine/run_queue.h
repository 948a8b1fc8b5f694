#pragma once
// Recipes that wait for their turn: the next starts when a run has ended, also after a failure; after a run that a
// person stopped, and at a new start of the program, it waits for a word. What has run stays in the list with how it
// ended. Thread: the window's.
#include <deque>
#include <vector>

#include <QObject>

#include "ui/engine/run_monitor.h"

namespace ui {

class RunQueue : public QObject {
  Q_OBJECT

 public:
  enum class State : unsigned char { Waiting, Running, Done, Stopped, Failed };
  struct Entry {
    lift::Recipe recipe;
    State state = State::Waiting;
    QString reason;   // of Failed: the sentence
  };

  explicit RunQueue(RunMonitor& run, QObject* parent = nullptr);

  void add(lift::Recipe recipe);                     // starts at once when nothing runs
  void restore(std::vector<lift::Recipe> recipes);   // of the last time: wait for a word
  void takeOut(int index);                           // not the one that runs
  void move(int index, int by);                      // among those that wait
  void clearEnded();
  void goOn();   // after a stop
  const std::deque<Entry>& entries() const { return entries_; }
  int waiting() const;
  std::vector<lift::Recipe> recipesWaiting() const;
  bool isHalted() const { return halted_; }   // something waits for a word

 Q_SIGNALS:
  void changed();

 private:
  void conclude();
  void startNext();
  RunMonitor& run_;
  std::deque<Entry> entries_;
  bool halted_ = false;
};

}   // namespace ui
