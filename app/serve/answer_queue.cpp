#include "app/serve/answer_queue.h"

#include "core/base/say.h"

namespace lift::serve {

void Job::begin() {
  const std::scoped_lock lock(mutex_);
  begun_ = true;
  changed_.notify_all();
}

void Job::add(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  text_ += text;
  changed_.notify_all();
}

void Job::end(Result<GeneratedText> result) {
  const std::scoped_lock lock(mutex_);
  end_ = std::move(result);
  changed_.notify_all();
}

Job::News Job::wait(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, at_most, [this] { return !text_.empty() || begun_ != told_begun_ || end_; });
  told_begun_ = begun_;
  return {std::exchange(text_, {}), begun_, end_};
}

void Job::put_back(const std::string& text) {
  const std::scoped_lock lock(mutex_);
  text_.insert(0, text);
}

bool AnswerQueue::push(std::shared_ptr<Job> job) {
  const std::scoped_lock lock(mutex_);
  if (closed_ || jobs_.size() >= most_) return false;
  jobs_.push_back(std::move(job));
  changed_.notify_all();
  return true;
}

std::shared_ptr<Job> AnswerQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
  if (closed_) return nullptr;
  std::shared_ptr<Job> job = std::move(jobs_.front());
  jobs_.pop_front();
  return job;
}

void AnswerQueue::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  for (const auto& job : std::exchange(jobs_, {}))
    job->end(make_error(ErrorCode::Cancelled, say("the endpoint"), say("it is being closed")));
  changed_.notify_all();
}

}   // namespace lift::serve
