#pragma once
// The OpenAI-compatible endpoint: GET /v1/models, POST /v1/chat/completions and /v1/completions, GET /health. Accepts
// connections from this machine only, unless another host is given. Tensor-free. Thread: its own threads accept
// connections and wait for answers; the engine answers the queue on the thread that calls answer_all.
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
  int port = 8080;                   // 0: any free port
  std::string key;                   // required as "Authorization: Bearer KEY"; empty: none
  std::string model;                 // the name under which the model is served
  std::int64_t most_tokens = 2048;   // default maximum for an answer
  std::size_t most_waiting = 16;     // capacity of the queue; further requests are told to try again
};

class HttpServer {
 public:
  HttpServer(ServeOptions options, AnswerQueue& queue);
  ~HttpServer();   // closes the queue and waits for the connections to end

  // Begins to accept connections; returns the port. Errors: Io (the port is in use, no such host).
  Result<int> start();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Answers the requests in the queue with the session's open model, until the queue is closed.
void answer_all(Session& session, AnswerQueue& queue);

}   // namespace lift::serve
