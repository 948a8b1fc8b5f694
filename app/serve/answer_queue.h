#pragma once
// Requests on their way from the connections to the engine, which answers one after another, and the pieces of text on
// their way back. Tensor-free. Thread: every function from any thread.
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "app/serve/request.h"
#include "core/generate/generated_text.h"

namespace lift::serve {

class Job {
 public:
  explicit Job(Request request) : request_(std::move(request)) {}

  const Request& request() const { return request_; }
  // The connection is gone: the engine ends the answer after its present token.
  void cancel() { stop_.request_stop(); }
  std::stop_token stop_token() const { return stop_.get_token(); }

  // The engine's side: the prompt is sound; text that became certain; the end.
  void begin();
  void add(std::string_view text);
  void end(Result<GeneratedText> result);

  // The connection's side.
  struct News {
    std::string text;     // since the last call
    bool begun = false;   // begin() was called
    std::optional<Result<GeneratedText>> end;
  };
  News wait(std::chrono::milliseconds at_most);   // for the first of them
  void put_back(const std::string& text);         // in front of what the next wait() gives

 private:
  const Request request_;
  std::stop_source stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string text_;
  bool begun_ = false, told_begun_ = false;
  std::optional<Result<GeneratedText>> end_;
};

class AnswerQueue {
 public:
  explicit AnswerQueue(std::size_t most) : most_(most) {}

  bool push(std::shared_ptr<Job> job);   // false: full, or closed
  std::shared_ptr<Job> pop();            // waits; null: closed
  void close();                          // jobs that wait end as Cancelled
  std::size_t most() const { return most_; }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> jobs_;
  bool closed_ = false;
};

}   // namespace lift::serve
