#pragma once
// GET and HEAD over libcurl, with what a download of gigabytes from somebody else's host needs: redirects by a rule of
// our own, a token that stays with its host, ranges, limits of time and size, progress and cancel. Says nothing of the
// hub: hub_client.h does. Tensor-free. Thread: one thread at a time per object.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace lift {

struct HttpLimits {
  std::chrono::seconds connect{30};     // until the connection stands, per host
  std::chrono::seconds stall{60};       // without a single byte
  int redirects = 10;                   // per request
  std::int64_t text_bytes = 64 << 20;   // longest reply that is kept in memory
  std::string certificates;             // file with the authorities to trust; empty: the system's
};

enum class HttpMethod : std::uint8_t { Get, Head };

struct HttpRequest {
  std::string url;
  HttpMethod method = HttpMethod::Get;
  // Sent as "Authorization: Bearer ..." to the scheme, host and port of `url` alone: after a redirect to any other
  // place it is left out, and not sent again should that place lead back.
  std::string token;
  std::int64_t first_byte = 0;   // above 0: asks for the rest of the file from this byte
  // What the progress report says, several times a second: `phase`, done() of `total` (0: unknown).
  Sentence phase;
  std::function<std::int64_t()> done;
  std::int64_t total = 0;
};

struct HttpReply {
  int status = 0;                               // 0: no reply came
  std::map<std::string, std::string> headers;   // of the last reply; names in lower case
  std::string host;                             // who sent it, "host:port"
  int redirects = 0;                            // how many were followed
  std::string body;                             // empty where a sink took it
  // The connection could not be made, broke off or stalled: another try may succeed.
  std::optional<Error> interrupted;

  bool ok() const { return !interrupted && status >= 200 && status < 300; }
  std::string header(const std::string& name) const;   // empty: none
};

// Takes the body of a 2xx reply piece by piece; other bodies go into HttpReply::body. An error of either ends the call
// with it. `begin` sees status and headers before the first byte.
struct HttpSink {
  std::function<Status(const HttpReply&)> begin;
  std::function<Status(std::span<const std::byte>)> write;
};

class HttpClient {
 public:
  explicit HttpClient(HttpLimits limits = {});
  ~HttpClient();

  // Errors: InvalidArgument for a URL that is none; Cancelled; Unsupported for a redirect from https to http, a
  // redirect in a circle or a reply longer than the limit; Io where the certificate isn't trusted; and the sink's.
  Result<HttpReply> perform(const HttpRequest& request, const TaskContext& task, const HttpSink& sink = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// "scheme://host:port" in lower case with the scheme's usual port filled in; empty when `url` is not http or https.
std::string origin_of(const std::string& url);
// Letters, digits, "-._~" and what `keep` names stay; other bytes become %XX.
std::string url_escaped(std::string_view text, std::string_view keep = "");

}   // namespace lift
