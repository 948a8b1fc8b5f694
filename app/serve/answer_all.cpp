// The engine's side of the endpoint: one request after another through the session's open model.
#include "app/serve/http_server.h"
#include "core/base/say.h"
#include "core/session/session.h"

namespace lift::serve {

namespace {

Result<std::vector<TokenId>> prompt_of(const Session& session, const Request& request) {
  if (request.kind == Kind::Text) return session.prompt_of(request.prompt);
  const Conversation& asked = request.conversation;
  LIFT_ASSIGN(std::vector<TokenId> prompt, session.prompt_of(asked.messages, asked.variables));
  if (!asked.variables) return prompt;
  LIFT_ASSIGN(const std::vector<TokenId> without, session.prompt_of(asked.messages, nullptr));
  if (prompt == without)
    return make_error(ErrorCode::Unsupported, say("tools"), say("the model's chat template has no place for them"),
                      say("Leave them out, or serve a model that was trained to call tools"));
  return prompt;
}

Result<GeneratedText> answer(Session& session, Job& job) {
  const Request& request = job.request();
  LIFT_ASSIGN(const std::vector<TokenId> prompt, prompt_of(session, request));
  const std::int64_t room = session.model()->config.max_positions - std::ssize(prompt);
  if (room <= 0)
    return make_error(ErrorCode::InvalidArgument, say("messages"),
                      say("expected fewer than {} tokens, which the model reads at most, found {}",
                          session.model()->config.max_positions, std::ssize(prompt)),
                      say("Shorten the conversation"));
  SamplingConfig sampling = request.sampling;
  sampling.max_new_tokens = std::min(sampling.max_new_tokens, room);
  job.begin();
  return session.generate(prompt, sampling, [&job](std::string_view text) { job.add(text); },
                          {.stop = job.stop_token(), .progress = {}});
}

}   // namespace

void answer_all(Session& session, AnswerQueue& queue) {
  while (const std::shared_ptr<Job> job = queue.pop())
    job->end(job->stop_token().stop_requested() ? make_error(ErrorCode::Cancelled, say("request"), say("nobody waits"))
                                                : answer(session, *job));
}

}   // namespace lift::serve
