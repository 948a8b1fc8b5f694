#include "core/generate/stop_texts.h"

#include <algorithm>
#include <utility>

namespace lift {

namespace {

// How many of the last bytes of `text` begin `stop`.
std::size_t begun(std::string_view text, std::string_view stop) {
  for (std::size_t length = std::min(text.size(), stop.size() - 1); length > 0; --length)
    if (text.substr(text.size() - length) == stop.substr(0, length)) return length;
  return 0;
}

}   // namespace

std::string StopTexts::push(std::string_view piece) {
  if (found_) return {};
  pending_ += piece;
  std::size_t end = std::string::npos, held = 0;
  for (const std::string& stop : texts_) {
    end = std::min(end, pending_.find(stop));
    held = std::max(held, begun(pending_, stop));
  }
  found_ = end != std::string::npos;
  std::string certain = pending_.substr(0, found_ ? end : pending_.size() - held);
  pending_.erase(0, found_ ? pending_.size() : certain.size());
  return certain;
}

std::string StopTexts::finish() { return std::exchange(pending_, {}); }

}   // namespace lift
