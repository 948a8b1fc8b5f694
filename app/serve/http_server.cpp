#include "app/serve/http_server.h"

#include <array>
#include <chrono>
#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>

#include "app/serve/reply.h"
#include "core/base/say.h"

namespace lift::serve {

using nlohmann::json;

namespace {

constexpr std::size_t kLargestBody = 16 << 20;
constexpr auto kPulse = std::chrono::milliseconds(500);   // between signs of life, which show that a client has gone
constexpr const char* kJson = "application/json";

std::string text_of(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

void refuse(httplib::Response& response, const Error& error, int status = 0) {
  response.status = status ? status : http_status(error);
  response.set_content(text_of(error_reply(error)), kJson);
}

// Writes an answer as it comes. Signs of life are blanks in front of a JSON document, comments among events.
class AnswerWriter {
 public:
  AnswerWriter(std::shared_ptr<Job> job, const std::string& model)
      : job_(std::move(job)), head_(new_head(job_->request().kind, model)) {}
  AnswerWriter(const AnswerWriter&) = delete;
  ~AnswerWriter() { job_->cancel(); }   // of an answer that has ended, nothing happens

  // One piece of news; false: the connection is gone.
  bool write(httplib::DataSink& sink) {
    const Job::News news = job_->wait(kPulse);
    const bool streams = job_->request().stream;
    std::string out;
    if (streams && !std::exchange(opened_, true) && head_.kind == Kind::Chat) out += event(first_chunk(head_));
    if (streams && !news.text.empty()) out += event(text_chunk(head_, news.text));
    if (news.end) out += streams ? last_events(*news.end) : whole(*news.end);
    if (out.empty()) out = streams ? ": waiting\n\n" : " ";
    if (!sink.write(out.data(), out.size())) return false;
    if (news.end) sink.done();
    return true;
  }

 private:
  static std::string event(const json& value) { return "data: " + text_of(value) + "\n\n"; }

  std::string last_events(const Result<GeneratedText>& end) const {
    if (!end.ok()) return event(error_reply(end.error()));
    std::string out = event(last_chunk(head_, end->finish));
    if (job_->request().usage_in_stream) out += event(usage_chunk(head_, *end));
    return out + "data: [DONE]\n\n";
  }
  std::string whole(const Result<GeneratedText>& end) const {
    return text_of(end.ok() ? whole_reply(head_, *end) : error_reply(end.error()));
  }

  std::shared_ptr<Job> job_;
  const ReplyHead head_;
  bool opened_ = false;
};

}   // namespace

struct HttpServer::Impl {
  Impl(ServeOptions given, AnswerQueue& jobs) : options(std::move(given)), queue(jobs) {}

  ServeOptions options;
  AnswerQueue& queue;
  httplib::Server server;
  std::thread thread;
  int port = 0;
  const std::int64_t started = new_head(Kind::Chat, {}).created;

  bool is_local() const { return options.host == "127.0.0.1" || options.host == "localhost" || options.host == "::1"; }

  // A page in the user's browser may reach this machine under a name of its own that leads here.
  bool has_foreign_name(const httplib::Request& request) const {
    if (!is_local()) return false;
    std::string host = request.get_header_value("Host");
    if (const auto colon = host.rfind(':'); colon != std::string::npos && !host.ends_with(']')) host.resize(colon);
    return host != "127.0.0.1" && host != "localhost" && host != "[::1]";
  }

  // Whether the request was refused.
  bool refused_at_the_door(const httplib::Request& request, httplib::Response& response) const {
    if (has_foreign_name(request)) {
      refuse(response,
             make_error(ErrorCode::InvalidArgument, say("Host"), say("expected this machine's own name"),
                        say("Ask for {}", "http://127.0.0.1:" + std::to_string(port))),
             403);
      return true;
    }
    if (!options.key.empty() && request.get_header_value("Authorization") != "Bearer " + options.key) {
      refuse(response,
             make_error(ErrorCode::InvalidArgument, say("Authorization"), say("expected the key of this endpoint"),
                        say("Send it as \"Bearer KEY\"")),
             401);
      return true;
    }
    return false;
  }

  void answer(Kind kind, const httplib::Request& request, httplib::Response& response) {
    if (!request.get_header_value("Content-Type").starts_with(kJson))
      return refuse(response, make_error(ErrorCode::InvalidArgument, say("Content-Type"), say("expected {}", kJson)),
                    415);
    auto read = read_request(request.body, kind, options.most_tokens);
    if (!read.ok()) return refuse(response, read.error());
    if (!read->model.empty() && read->model != options.model)
      return refuse(
          response,
          make_error(ErrorCode::NotFound, say("model"),
                     say("expected {}, found {}", Sentence::verbatim(options.model), Sentence::verbatim(read->model)),
                     say("One model is served at a time; leave \"model\" out to ask whichever it is")));
    const auto job = std::make_shared<Job>(std::move(read).value());
    if (!queue.push(job)) {
      response.set_header("Retry-After", "5");
      return refuse(response,
                    make_error(ErrorCode::Cancelled, say("the endpoint"), say("{} requests wait already", queue.most()),
                               say("Try again in a few seconds")),
                    429);
    }
    // Until the prompt is known to be sound, the status is open.
    Job::News news;
    do news = job->wait(kPulse);
    while (!news.begun && !news.end);
    if (!news.begun && !news.end->ok()) return refuse(response, news.end->error());
    if (!news.text.empty()) job->put_back(news.text);
    const auto writer = std::make_shared<AnswerWriter>(job, options.model);
    response.set_header("Cache-Control", "no-cache");
    response.set_chunked_content_provider(
        job->request().stream ? "text/event-stream" : kJson,
        [writer](std::size_t, httplib::DataSink& sink) { return writer->write(sink); });
  }

  void set_up() {
    server.set_payload_max_length(kLargestBody);
    server.set_keep_alive_max_count(1000);
    server.set_tcp_nodelay(true);
    // The library's own choice lets two programs listen at one port.
    server.set_socket_options([](int socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    // Each request that waits holds a thread, and so does one that is being answered.
    const std::size_t threads = queue.most() + 8;
    server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return refused_at_the_door(request, response) ? httplib::Server::HandlerResponse::Handled
                                                    : httplib::Server::HandlerResponse::Unhandled;
    });
    server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty()) return;
      const Sentence what = response.status == 404   ? say("there is nothing here")
                            : response.status == 413 ? say("the request is larger than {} MiB", kLargestBody >> 20)
                                                     : say("the request could not be read");
      refuse(response, make_error(ErrorCode::NotFound, Sentence::verbatim(request.path), what), response.status);
    });
    server.Get("/health", [](const httplib::Request&, httplib::Response& response) {
      response.set_content(R"({"status":"ok"})", kJson);
    });
    server.Get("/v1/models", [this](const httplib::Request&, httplib::Response& response) {
      response.set_content(text_of(model_list(options.model, started)), kJson);
    });
    server.Post("/v1/chat/completions", [this](const httplib::Request& request, httplib::Response& response) {
      answer(Kind::Chat, request, response);
    });
    server.Post("/v1/completions", [this](const httplib::Request& request, httplib::Response& response) {
      answer(Kind::Text, request, response);
    });
  }
};

HttpServer::HttpServer(ServeOptions options, AnswerQueue& queue)
    : impl_(std::make_unique<Impl>(std::move(options), queue)) {
  impl_->set_up();
}

HttpServer::~HttpServer() { stop(); }

Result<int> HttpServer::start() {
  const ServeOptions& options = impl_->options;
  const bool bound = options.port == 0 ? (impl_->port = impl_->server.bind_to_any_port(options.host)) > 0
                                       : impl_->server.bind_to_port(options.host, options.port);
  if (!bound)
    return make_error(ErrorCode::Io, Sentence::verbatim(options.host + ":" + std::to_string(options.port)),
                      say("nothing can listen there: the port is taken, or the host is not this machine's"),
                      say("Choose another with --port; 0 takes any that is free"));
  if (options.port != 0) impl_->port = options.port;
  impl_->thread = std::thread([this] { impl_->server.listen_after_bind(); });
  while (!impl_->server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return impl_->port;
}

void HttpServer::stop() {
  impl_->queue.close();
  impl_->server.stop();
  if (impl_->thread.joinable()) impl_->thread.join();
}

}   // namespace lift::serve
