#pragma once
// Asks the hub: HTTP of http.h with the endpoint's address and token, further tries where they help, and its refusals
// in words. Every call here is one that a person asked for; offline, each ends with a sentence and no connection is
// made. Tensor-free. Thread: one thread at a time per object.
#include <chrono>
#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/hub/endpoint.h"
#include "core/hub/http.h"

namespace lift {

enum class HubKind : std::uint8_t { Model, DataSet };
Sentence name_of(HubKind kind);   // "the model", "the data set"

// A model or data set and the state of it that is meant.
struct HubName {
  HubKind kind = HubKind::Model;
  std::string id;                  // "org/name"; a few old ones are "name" alone
  std::string revision = "main";   // branch, tag or commit
};

// Errors: InvalidArgument for an id or a revision that the hub could not have: they become parts of paths and
// addresses.
Status validate(const HubName& name);
bool is_commit(const std::string& revision);   // 40 hexadecimal digits

struct HubPatience {
  int tries = 5;                                // in a row without a byte; a try that brought bytes begins anew
  std::chrono::milliseconds first_wait{1000};   // before the second try, twice as long before each further one
  std::chrono::seconds longest_wait{300};       // a Retry-After beyond it ends the call
};

class HubClient {
 public:
  explicit HubClient(HubEndpoint endpoint, HttpLimits limits = {}, HubPatience patience = {});
  const HubEndpoint& endpoint() const { return endpoint_; }

  // The JSON under `path` ("/api/models?search=x"). `next` becomes the path of the list's next page, empty without one.
  // `asked` is what refusals are about. Errors: InvalidArgument offline; Io for 401, 403, 429, 5xx and a connection
  // that fails each time; NotFound for 404; Malformed; Cancelled.
  Result<nlohmann::json> ask(const std::string& path, const HubName& asked, const Sentence& phase,
                             const TaskContext& task, std::string* next = nullptr);

  // One try of a download: a reply of any status, or what interrupted it. The token goes to the endpoint alone.
  Result<HttpReply> fetch(const std::string& path, std::int64_t first_byte, HttpRequest shown, const TaskContext& task,
                          const HttpSink& sink);

  // Whether another try may help after this reply (one that is ok ended too early), and how long to wait for it:
  // `failures` in a row so far, 1 or more. Waits, and returns true; false when no further try helps. Errors: Cancelled.
  Result<bool> wait_before_next_try(const HttpReply& reply, int failures, const TaskContext& task);

  // A reply that isn't ok, in words.
  Error refusal(const HttpReply& reply, const HubName& asked) const;

 private:
  Status online() const;
  HubEndpoint endpoint_;
  HubPatience patience_;
  HttpClient http_;
};

// "/org/name/resolve/COMMIT/PATH" and "/datasets/...", escaped.
std::string download_path(const HubName& name, const std::string& commit, const std::string& file);
// The page of it that a person opens.
std::string page_of(const HubEndpoint& endpoint, const HubName& name);

}   // namespace lift
