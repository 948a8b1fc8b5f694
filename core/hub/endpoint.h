#pragma once
// Where the hub is, who asks, and where its cache lies: what huggingface_hub reads from the environment, read alike.
// Makes no connection. Tensor-free.
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

// The value of an environment variable; std::nullopt: not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

struct HubEndpoint {
  std::string url = "https://huggingface.co";   // without a slash at its end
  std::string token;                            // empty: ask as nobody
  std::string token_from;                       // "HF_TOKEN", or the file's path; for messages
  bool offline = false;                         // no connection is ever made
  std::string offline_by = "HF_HUB_OFFLINE";    // the variable that says so
  std::filesystem::path cache;                  // the folder of models--org--name
  std::string certificates;                     // file with the authorities to trust; empty: the system's
  std::vector<Sentence> notices;                // what was found and is not used
};

// HF_ENDPOINT; HF_TOKEN, HUGGING_FACE_HUB_TOKEN, the file HF_TOKEN_PATH, $HF_HOME/token, none of them with
// HF_HUB_DISABLE_IMPLICIT_TOKEN; HF_HUB_OFFLINE, TRANSFORMERS_OFFLINE; HF_HUB_CACHE,
// HUGGINGFACE_HUB_CACHE, $HF_HOME/hub, $XDG_CACHE_HOME/huggingface/hub, ~/.cache/huggingface/hub; CURL_CA_BUNDLE,
// REQUESTS_CA_BUNDLE, SSL_CERT_FILE. An empty variable counts as not set. A token is not used with an http:// endpoint
// that is another machine, where everybody on the way could read it; `notices` says so.
// Errors: InvalidArgument for an HF_ENDPOINT that is no http or https URL and for a token that no header can hold.
Result<HubEndpoint> hub_endpoint(const Environment& environment = process_environment());

// The cache alone, which needs no valid endpoint.
std::filesystem::path hub_cache_folder(const Environment& environment = process_environment());

}   // namespace lift
