#include "core/train/run_control.h"

#include <iterator>

namespace lift {

void RunControl::post(RunCommand command) {
  const std::lock_guard lock(mutex_);
  commands_.push_back(std::move(command));
}

std::vector<RunCommand> RunControl::take() {
  const std::lock_guard lock(mutex_);
  std::vector<RunCommand> taken(std::make_move_iterator(commands_.begin()), std::make_move_iterator(commands_.end()));
  commands_.clear();
  return taken;
}

}   // namespace lift
