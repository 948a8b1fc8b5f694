#pragma once
// The OpenAI-compatible endpoint: GET /v1/models, POST /v1/chat/completions and /v1/completions, GET /health. It binds
// to this machine alone unless another host is asked for. Tensor-free. Thread: its own accept connections and wait for
// answers; the engine answers from the queue on the caller's (answer_all).
#include <memory>
#include <string>

#include "app/serve/answer_queue.h"
#include "core/base/result.h"

namespace lift {
class Session;
}

namespace lift::serve {

struct ServeOptions {
  std::string host = "127.0.0.1";
  int port = 8080;                   // 0: any that is free
  std::string key;                   // wanted as "Authorization: Bearer KEY"; empty: none
  std::string model;                 // the name under which it is served
  std::int64_t most_tokens = 2048;   // of an answer whose request does not say
  std::size_t most_waiting = 16;     // requests in the queue; the next is told to come again
};

class HttpServer {
 public:
  HttpServer(ServeOptions options, AnswerQueue& queue);
  ~HttpServer();   // closes the queue and waits for the connections

  // Binds and begins to accept; the port that was taken. Errors: Io (the port is taken, no such host).
  Result<int> start();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Answers what is in the queue with the session's open model until the queue is closed.
void answer_all(Session& session, AnswerQueue& queue);

}   // namespace lift::serve
