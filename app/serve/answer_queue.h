#pragma once
// Carries requests from the connections to the engine, which answers them one after another, and pieces of text back.
// Tensor-free. Thread: any, for all functions.
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
  // Call when the connection is closed: the engine ends the answer after the current token.
  void cancel() { stop_.request_stop(); }
  std::stop_token stop_token() const { return stop_.get_token(); }

  // Called by the engine: the prompt is valid; more text is certain; the answer has ended.
  void begin();
  void add(std::string_view text);
  void end(Result<GeneratedText> result);

  // Called by the connection.
  struct News {
    std::string text;     // added since the last call
    bool begun = false;   // begin() was called
    std::optional<Result<GeneratedText>> end;
  };
  News wait(std::chrono::milliseconds at_most);   // returns when there is news, or after `at_most`
  void put_back(const std::string& text);         // the next wait() returns `text` in front of its own

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
  std::shared_ptr<Job> pop();            // waits for a job; nullptr: closed
  void close();                          // ends the waiting jobs with Cancelled
  std::size_t most() const { return most_; }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> jobs_;
  bool closed_ = false;
};

}   // namespace lift::serve
