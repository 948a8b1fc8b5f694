#include "core/hub/http.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/base/version.h"

namespace lift {

namespace {

constexpr std::size_t kLongestHeader = 64 << 10;     // one line; libcurl bounds all of them together at 300 KiB
constexpr std::int64_t kLongestRefusal = 64 << 10;   // of a body that comes with another status than 2xx

void prepare_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] { LIFT_CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
}

class Url {
 public:
  explicit Url(const std::string& text) : handle_(curl_url()) {
    valid_ = curl_url_set(handle_, CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
  }
  ~Url() { curl_url_cleanup(handle_); }
  Url(const Url&) = delete;
  Url& operator=(const Url&) = delete;

  bool valid() const { return valid_; }
  std::string part(CURLUPart which) const {
    char* text = nullptr;
    if (curl_url_get(handle_, which, &text, which == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0) != CURLUE_OK) return {};
    std::string part = text;
    curl_free(text);
    return part;
  }

 private:
  CURLU* handle_;
  bool valid_ = false;
};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string host_of(const std::string& origin) {
  return origin.substr(std::min(origin.find("://") + 3, origin.size()));
}

// Trouble with the connection, which another try may not meet. The rest is final.
bool may_pass(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_WEIRD_SERVER_REPLY: return true;
    default: return false;
  }
}

Sentence in_words(CURLcode code, const char* detail) {
  const char* reason = detail && *detail ? detail : curl_easy_strerror(code);
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return say("the name is not known here: is this machine online?");
    case CURLE_COULDNT_RESOLVE_PROXY: return say("the proxy's name is not known here: {}", reason);
    case CURLE_COULDNT_CONNECT: return say("no connection: {}", reason);
    case CURLE_PARTIAL_FILE: return say("the connection ended before the reply did: {}", reason);
    case CURLE_OPERATION_TIMEDOUT: return say("no answer in time: {}", reason);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return say("its certificate is not trusted: {}", reason);
    default: return say("the connection failed: {}", reason);
  }
}

}   // namespace

std::string origin_of(const std::string& url) {
  const Url parsed(url);
  if (!parsed.valid()) return {};
  const std::string scheme = lower(parsed.part(CURLUPART_SCHEME)), host = lower(parsed.part(CURLUPART_HOST));
  // A name and password in an address would end up in messages.
  if ((scheme != "http" && scheme != "https") || host.empty() || !parsed.part(CURLUPART_USER).empty()) return {};
  return fmt::format("{}://{}:{}", scheme, host, parsed.part(CURLUPART_PORT));
}

std::string url_escaped(std::string_view text, std::string_view keep) {
  std::string escaped;
  for (const unsigned char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || (c && std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos) ||
        keep.find(static_cast<char>(c)) != std::string_view::npos)
      escaped += static_cast<char>(c);
    else escaped += fmt::format("%{:02X}", c);
  }
  return escaped;
}

std::string HttpReply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

// One transfer's state, which libcurl's callbacks reach by pointer.
struct HttpClient::State {
  HttpLimits limits;
  CURL* easy = nullptr;
  char detail[CURL_ERROR_SIZE] = {};

  const HttpRequest* request = nullptr;
  const TaskContext* task = nullptr;
  const HttpSink* sink = nullptr;
  HttpReply reply;
  std::int64_t received = 0;
  bool began = false;
  std::optional<Error> failed;   // ours or the sink's, which stopped the transfer

  explicit State(HttpLimits of) : limits(std::move(of)) {
    prepare_libcurl();
    easy = curl_easy_init();
    LIFT_CHECK(easy);
  }
  ~State() { curl_easy_cleanup(easy); }

  bool is_success() const { return reply.status >= 200 && reply.status < 300; }

  bool begin() {
    if (std::exchange(began, true) || !is_success() || !sink->begin) return true;
    if (Status status = sink->begin(reply); !status.ok()) failed = std::move(status).error();
    return !failed;
  }

  bool take(std::span<const std::byte> bytes) {
    if (!begin()) return false;
    received += static_cast<std::int64_t>(bytes.size());
    if (is_success() && sink->write) {
      if (Status status = sink->write(bytes); !status.ok()) failed = std::move(status).error();
      return !failed;
    }
    const std::int64_t limit = is_success() ? limits.text_bytes : kLongestRefusal;
    if (received <= limit) reply.body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    else if (is_success())
      failed = make_error(ErrorCode::Unsupported, reply.host, say("the reply is longer than {} bytes", limit));
    return !failed;
  }

  void header_line(std::string_view line) {
    if (line.starts_with("HTTP/")) {   // "HTTP/1.1 100 Continue" precedes another one
      reply.headers.clear();
      reply.status = 0;
      if (const auto blank = line.find(' '); blank != line.npos)
        std::from_chars(line.data() + blank + 1, line.data() + line.size(), reply.status);
      return;
    }
    const auto colon = line.find(':');
    if (colon == line.npos || line.size() > kLongestHeader) return;
    reply.headers[lower(trimmed(line.substr(0, colon)))] = trimmed(line.substr(colon + 1));
  }

  bool go_on() {
    task->report(request->phase, request->done ? request->done() : 0, request->total);
    if (task->stop_requested() && !failed)
      failed = make_error(ErrorCode::Cancelled, reply.host, say("stopped while it was read"));
    return !failed;
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    LIFT_CHECK(curl_easy_setopt(easy, option, value) == CURLE_OK);
  }

  CURLcode transfer(const std::string& url, bool with_token);
};

CURLcode HttpClient::State::transfer(const std::string& url, bool with_token) {
  curl_easy_reset(easy);   // keeps the connections
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);   // a proxy's own
  set(CURLOPT_ERRORBUFFER, detail);
  set(CURLOPT_BUFFERSIZE, 256L << 10);
  set(CURLOPT_USERAGENT, fmt::format("lift-studio/{}", kVersion).c_str());
  set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits.connect.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stall.count()));
  if (!limits.certificates.empty()) set(CURLOPT_CAINFO, limits.certificates.c_str());
  if (request->method == HttpMethod::Head) set(CURLOPT_NOBODY, 1L);
  if (request->first_byte > 0) set(CURLOPT_RANGE, fmt::format("{}-", request->first_byte).c_str());

  // A packed reply would have another length, and ranges of it would be ranges of the packed bytes.
  curl_slist* headers = curl_slist_append(nullptr, "Accept-Encoding: identity");
  if (with_token) headers = curl_slist_append(headers, ("Authorization: Bearer " + request->token).c_str());
  set(CURLOPT_HTTPHEADER, headers);

  set(CURLOPT_HEADERDATA, this);
  set(
      CURLOPT_HEADERFUNCTION, +[](char* data, std::size_t one, std::size_t count, void* self) {
        static_cast<State*>(self)->header_line({data, one * count});
        return one * count;
      });
  set(CURLOPT_WRITEDATA, this);
  set(
      CURLOPT_WRITEFUNCTION, +[](char* data, std::size_t one, std::size_t count, void* self) {
        const bool taken = static_cast<State*>(self)->take(std::as_bytes(std::span(data, one * count)));
        return taken ? one * count : std::size_t{0};
      });
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFODATA, this);
  set(
      CURLOPT_XFERINFOFUNCTION, +[](void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<State*>(self)->go_on() ? 0 : 1;
      });

  detail[0] = 0;
  const CURLcode code = curl_easy_perform(easy);
  curl_slist_free_all(headers);
  return code;
}

HttpClient::HttpClient(HttpLimits limits) : state_(std::make_unique<State>(std::move(limits))) {}
HttpClient::~HttpClient() = default;

Result<HttpReply> HttpClient::perform(const HttpRequest& request, const TaskContext& task, const HttpSink& sink) {
  State& state = *state_;
  state.request = &request;
  state.task = &task;
  state.sink = &sink;
  state.failed.reset();
  const std::string home = origin_of(request.url);
  if (home.empty())
    return make_error(ErrorCode::InvalidArgument, request.url, say("expected an address that begins with https://"));

  std::string url = request.url;
  bool with_token = !request.token.empty();
  for (int redirects = 0;; ++redirects) {
    const std::string origin = origin_of(url);
    with_token = with_token && origin == home;
    state.reply = HttpReply{.host = host_of(origin), .redirects = redirects};
    state.received = 0;
    state.began = false;
    if (!state.go_on()) return *std::move(state.failed);
    CURLcode code = state.transfer(url, with_token);
    if (code == CURLE_OK && !state.begin()) code = CURLE_WRITE_ERROR;   // a reply without a single byte
    if (state.failed) return *std::move(state.failed);
    if (code != CURLE_OK) {
      Error error = make_error(ErrorCode::Io, state.reply.host, in_words(code, state.detail));
      if (!may_pass(code)) return error;
      state.reply.interrupted = std::move(error);
      return std::move(state.reply);
    }

    char* next = nullptr;
    curl_easy_getinfo(state.easy, CURLINFO_REDIRECT_URL, &next);
    if (!next || state.reply.status < 300 || state.reply.status >= 400) return std::move(state.reply);
    std::string target = next;
    const std::string target_origin = origin_of(target);
    if (target_origin.empty() || (origin.starts_with("https://") && target_origin.starts_with("http://")))
      return make_error(ErrorCode::Unsupported, state.reply.host,
                        say("it leads to an address without encryption, which is not followed"));
    if (redirects == state.limits.redirects)
      return make_error(ErrorCode::Unsupported, state.reply.host,
                        say("it leads from one address to the next more than {} times", state.limits.redirects));
    url = std::move(target);
  }
}

}   // namespace lift
