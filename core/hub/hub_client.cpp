#include "core/hub/hub_client.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::size_t kLongestId = 96, kLongestRevision = 255;

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool is_part(std::string_view part) {
  return !part.empty() && std::ranges::all_of(part, is_name_letter) && part.front() != '-' && part.front() != '.' &&
         part.back() != '-' && part.back() != '.';
}

std::int64_t retry_after(const HttpReply& reply) {
  const std::string text = reply.header("retry-after");
  std::int64_t seconds = -1;
  if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec != std::errc{}) return -1;   // a date
  return seconds;
}

// Of the hub's words about a refusal only the first line, without what a terminal would act on.
std::string words_of(const HttpReply& reply) {
  std::string words = reply.header("x-error-message");
  if (words.empty())
    if (const auto body = parse_json(reply.body, Sentence{}); body.ok() && body->is_object())
      if (const auto error = body->find("error"); error != body->end() && error->is_string()) words = *error;
  std::erase_if(words, [](unsigned char c) { return c < ' ' || c == 0x7f; });
  return words.substr(0, 300);
}

// "</api/models?cursor=x>; rel="next"": the path of it when it is on the same host.
std::string next_page(const HttpReply& reply, const std::string& endpoint) {
  const std::string link = reply.header("link");
  const auto open = link.find('<'), close = link.find('>');
  if (open == link.npos || close == link.npos || close < open || link.find("rel=\"next\"", close) == link.npos)
    return {};
  std::string target = link.substr(open + 1, close - open - 1);
  if (target.starts_with('/')) return target;
  return target.starts_with(endpoint + "/") ? target.substr(endpoint.size()) : std::string();
}

}   // namespace

Sentence name_of(HubKind kind) { return kind == HubKind::Model ? say("the model") : say("the data set"); }

bool is_commit(const std::string& revision) {
  return revision.size() == 40 &&
         std::ranges::all_of(revision, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Status validate(const HubName& name) {
  const auto slash = name.id.find('/');
  const std::string_view id = name.id;
  const bool parts = slash == id.npos ? is_part(id) : is_part(id.substr(0, slash)) && is_part(id.substr(slash + 1));
  if (!parts || id.size() > kLongestId || id.find("--") != id.npos || id.find("..") != id.npos || id.ends_with(".git"))
    return make_error(ErrorCode::InvalidArgument, quote_name(name.id),
                      say("expected a name on the hub such as HuggingFaceTB/SmolLM2-135M-Instruct"));
  const std::string_view revision = name.revision;
  const auto allowed = [](char c) { return is_name_letter(c) || c == '/' || c == '+' || c == '@'; };
  if (revision.empty() || revision.size() > kLongestRevision || !std::ranges::all_of(revision, allowed) ||
      revision.find("..") != revision.npos || revision.find("//") != revision.npos || revision.front() == '/' ||
      revision.front() == '-' || revision.front() == '.' || revision.back() == '/')
    return make_error(ErrorCode::InvalidArgument, quote_name(name.revision),
                      say("expected a branch, a tag or a commit of {}", name.id));
  return {};
}

std::string download_path(const HubName& name, const std::string& commit, const std::string& file) {
  return fmt::format("{}/{}/resolve/{}/{}", name.kind == HubKind::DataSet ? "/datasets" : "", name.id,
                     url_escaped(commit), url_escaped(file, "/"));
}

std::string page_of(const HubEndpoint& endpoint, const HubName& name) {
  return fmt::format("{}{}/{}", endpoint.url, name.kind == HubKind::DataSet ? "/datasets" : "", name.id);
}

HubClient::HubClient(HubEndpoint endpoint, HttpLimits limits, HubPatience patience)
    : endpoint_(std::move(endpoint)), patience_(patience), http_([&] {
        limits.certificates = endpoint_.certificates;
        return std::move(limits);
      }()) {}

Status HubClient::online() const {
  if (!endpoint_.offline) return {};
  return make_error(ErrorCode::InvalidArgument, endpoint_.url,
                    say("{} is set: no connection is made", endpoint_.offline_by),
                    say("Unset it, or use what lift hub list shows"));
}

Result<HttpReply> HubClient::fetch(const std::string& path, std::int64_t first_byte, HttpRequest shown,
                                   const TaskContext& task, const HttpSink& sink) {
  LIFT_RETURN_IF_ERROR(online());
  shown.url = endpoint_.url + path;
  shown.token = endpoint_.token;
  shown.first_byte = first_byte;
  return http_.perform(shown, task, sink);
}

Result<bool> HubClient::wait_before_next_try(const HttpReply& reply, int failures, const TaskContext& task) {
  const bool busy = reply.status == 429 || reply.status == 408 || reply.status >= 500;
  if ((!reply.interrupted && !busy && !reply.ok()) || failures >= patience_.tries) return false;
  std::chrono::milliseconds wait = patience_.first_wait * (1 << std::min(failures - 1, 10));
  const std::int64_t asked = reply.interrupted ? -1 : retry_after(reply);
  if (asked > patience_.longest_wait.count()) return false;
  if (asked >= 0) wait = std::chrono::seconds(asked);
  const auto until = std::chrono::steady_clock::now() + wait;
  const Sentence phase = reply.interrupted || reply.ok()
                             ? say("the connection broke off: trying again in {} s", wait.count() / 1000)
                             : say("{} asks to wait {} s", reply.host, wait.count() / 1000);
  for (;;) {
    task.report(phase, 0, 0);
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, reply.host, say("stopped while it was waited for"));
    const auto left = until - std::chrono::steady_clock::now();
    if (left <= left.zero()) return true;
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, std::chrono::milliseconds(100)));
  }
}

Result<nlohmann::json> HubClient::ask(const std::string& path, const HubName& asked, const Sentence& phase,
                                      const TaskContext& task, std::string* next) {
  for (int failures = 0;;) {
    LIFT_ASSIGN(const HttpReply reply, fetch(path, 0, {.phase = phase}, task, {}));
    if (reply.ok()) {
      if (next) *next = next_page(reply, endpoint_.url);
      return parse_json(reply.body, say("the reply of {}", reply.host));
    }
    LIFT_ASSIGN(const bool again, wait_before_next_try(reply, ++failures, task));
    if (!again) return refusal(reply, asked);
  }
}

Error HubClient::refusal(const HttpReply& reply, const HubName& asked) const {
  if (reply.interrupted) return *reply.interrupted;
  if (reply.ok()) return make_error(ErrorCode::Io, reply.host, say("the connection ended before the reply did"));
  const std::string code = reply.header("x-error-code"), words = words_of(reply), page = page_of(endpoint_, asked);
  const Sentence subject = asked.id.empty() ? Sentence::verbatim(endpoint_.url) : Sentence::verbatim(asked.id);
  const Sentence get_token = say("Log in with \"hf auth login\", or put an access token into HF_TOKEN");
  const bool nobody = endpoint_.token.empty();
  if (code == "GatedRepo" || (reply.status == 403 && !nobody))
    return make_error(
        ErrorCode::Io, subject,
        nobody ? say("it is gated: its owner gives it to those who accept the terms")
               : say("it is gated or private, and the account of the token from {} may not read it: {}",
                     endpoint_.token_from, words.empty() ? "403" : words),
        nobody ? say("Accept the terms at {}. {}", page, get_token) : say("Accept the terms at {}", page));
  if (code == "RevisionNotFound")
    return make_error(ErrorCode::NotFound, subject, say("it has no branch, tag or commit \"{}\"", asked.revision),
                      say("See {}", page));
  if (code == "EntryNotFound") return make_error(ErrorCode::NotFound, subject, say("the file is not in this revision"));
  if (reply.status == 401 || reply.status == 403 || code == "RepoNotFound") {
    if (nobody && !asked.id.empty())
      return make_error(
          ErrorCode::NotFound, subject,
          say("{} does not exist, or is private or gated: {} does not show which to somebody without a token",
              name_of(asked.kind), reply.host),
          say("Check the name. {}", get_token));
    if (reply.status == 401)
      return make_error(ErrorCode::Io, subject,
                        nobody ? say("{} asks for a token", reply.host)
                               : say("{} does not accept the token from {}: {}", reply.host, endpoint_.token_from,
                                     words.empty() ? "401" : words),
                        get_token);
  }
  if (reply.status == 404)
    return make_error(ErrorCode::NotFound, subject, say("{} does not exist on {}", name_of(asked.kind), reply.host),
                      say("Check the name, and whether it is a model or a data set (--data)"));
  if (reply.status == 429)
    return make_error(
        ErrorCode::Io, subject, say("{} refuses further requests for now", reply.host),
        retry_after(reply) > 0 ? say("It asks to wait {} s", retry_after(reply)) : say("Try again later"));
  return make_error(ErrorCode::Io, subject,
                    say("{} answered {}: {}", reply.host, reply.status, words.empty() ? "-" : words),
                    reply.status >= 500 ? say("Try again later") : Sentence{});
}

}   // namespace lift
