#pragma once
// Recipes waiting to run. The next one starts when a run ends or fails. After the user stopped a run, and after a start
// of the program, the queue waits until goOn(). Finished runs stay in the list with their outcome. Thread: the
// window's.
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
    QString reason;   // for Failed: the sentence
  };

  explicit RunQueue(RunMonitor& run, QObject* parent = nullptr);

  void add(lift::Recipe recipe);                     // starts at once if nothing runs
  void restore(std::vector<lift::Recipe> recipes);   // from the last start of the program; they wait for goOn()
  void takeOut(int index);                           // not the running one
  void move(int index, int by);                      // within the waiting ones
  void clearEnded();
  void goOn();   // starts a halted queue
  const std::deque<Entry>& entries() const { return entries_; }
  int waiting() const;
  std::vector<lift::Recipe> recipesWaiting() const;
  bool isHalted() const { return halted_; }   // some wait for goOn()

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
