#include "core/hub/endpoint.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/say.h"
#include "core/hub/http.h"
#include "core/io/atomic_file.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestToken = 4096;

std::string trimmed(std::string text) {
  const char* blank = " \t\r\n";
  text.erase(0, std::min(text.find_first_not_of(blank), text.size()));
  text.erase(text.find_last_not_of(blank) + 1);
  return text;
}

std::string value_of(const Environment& environment, const char* name) {
  return trimmed(environment(name).value_or(""));
}

// "~" is what a shell leaves in NAME="~/x"; Python's client expands it.
fs::path path_of(const Environment& environment, const char* name) {
  const std::string value = value_of(environment, name);
  if (value == "~" || value.starts_with("~/")) return value_of(environment, "HOME") + value.substr(1);
  return value;
}

fs::path home_of(const Environment& environment) {
  if (fs::path home = path_of(environment, "HF_HOME"); !home.empty()) return home;
  if (const fs::path cache = path_of(environment, "XDG_CACHE_HOME"); !cache.empty()) return cache / "huggingface";
  return path_of(environment, "HOME") / ".cache" / "huggingface";
}

bool is_true(std::string value) {
  std::ranges::transform(value, value.begin(), [](unsigned char c) { return std::toupper(c); });
  return value == "1" || value == "ON" || value == "YES" || value == "TRUE";
}

bool is_this_machine(const std::string& origin) {
  const std::string host = origin.substr(origin.find("://") + 3);
  return host.starts_with("localhost:") || host.starts_with("127.") || host.starts_with("[::1]:");
}

Status read_token(const Environment& environment, HubEndpoint& endpoint) {
  if (is_true(value_of(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN"))) {
    endpoint.notices.push_back(say("HF_HUB_DISABLE_IMPLICIT_TOKEN is set: no token is used"));
    return {};
  }
  for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
    if (endpoint.token = value_of(environment, name); endpoint.token.empty()) continue;
    endpoint.token_from = name;
    break;
  }
  if (endpoint.token.empty()) {
    const fs::path named = path_of(environment, "HF_TOKEN_PATH");
    const fs::path file = named.empty() ? home_of(environment) / "token" : named;
    if (auto text = read_whole_file(file, kLongestToken); text.ok()) {
      endpoint.token = trimmed(std::move(text).value());
      endpoint.token_from = file.string();
    } else if (text.error().code != ErrorCode::NotFound || !named.empty()) {
      endpoint.notices.push_back(say("no token: {}", text.error().whole()));
    }
  }
  // The token itself never stands in a message.
  if (std::ranges::any_of(endpoint.token, [](unsigned char c) { return c <= ' ' || c >= 0x7f; }))
    return make_error(ErrorCode::InvalidArgument, endpoint.token_from,
                      say("the token contains a blank or a letter outside of ASCII"),
                      say("copy it again from the settings of your account"));
  return {};
}

}   // namespace

Environment process_environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    if (!value) return std::nullopt;
    return value;
  };
}

fs::path hub_cache_folder(const Environment& environment) {
  for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
    if (fs::path cache = path_of(environment, name); !cache.empty()) return cache;
  return home_of(environment) / "hub";
}

Result<HubEndpoint> hub_endpoint(const Environment& environment) {
  HubEndpoint endpoint;
  endpoint.cache = hub_cache_folder(environment);
  const std::string offline = value_of(environment, "HF_HUB_OFFLINE");
  if (offline.empty()) endpoint.offline_by = "TRANSFORMERS_OFFLINE";
  endpoint.offline = is_true(offline.empty() ? value_of(environment, "TRANSFORMERS_OFFLINE") : offline);
  if (is_true(value_of(environment, "HF_HUB_DISABLE_SYMLINKS")))
    endpoint.notices.push_back(say("HF_HUB_DISABLE_SYMLINKS is not followed: what is downloaded is found by links"));
  if (const std::string url = value_of(environment, "HF_ENDPOINT"); !url.empty()) {
    endpoint.url = url.substr(0, url.find_last_not_of('/') + 1);
    if (origin_of(endpoint.url).empty())
      return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("HF_ENDPOINT"),
                        say("expected an address such as https://huggingface.co, found \"{}\"", url));
  }
  for (const char* name : {"CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"})
    if (endpoint.certificates = path_of(environment, name).string(); !endpoint.certificates.empty()) break;
  LIFT_RETURN_IF_ERROR(read_token(environment, endpoint));
  const std::string origin = origin_of(endpoint.url);
  if (!endpoint.token.empty() && origin.starts_with("http://") && !is_this_machine(origin)) {
    endpoint.notices.push_back(
        say("{} is not encrypted: the token from {} is not sent to it", endpoint.url, endpoint.token_from));
    endpoint.token.clear();
  }
  return endpoint;
}

}   // namespace lift
