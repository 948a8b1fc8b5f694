// An answer is what the template writes in the turn of an assistant message, behind what it writes as the generation
// prompt in front of that turn, up to and including the end token. Whose turn a byte was written in is known from the
// template's loop over the messages; where a template has no such loop, from rendering the conversation up to a message
// and up to the one before it, and at last from where the message's own text went.
#include "core/tokenizer/chat_template_answers.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/say.h"

namespace lift {

namespace {

using jinja::Mark;
using jinja::Text;

struct EndToken {
  std::size_t at = std::string::npos, behind = std::string::npos;
  bool found() const { return at != std::string::npos; }
};

// The first end token that begins in [begin, end).
EndToken end_token_in(std::string_view text, std::size_t begin, std::size_t end, const ChatRenderOptions& options) {
  EndToken first;
  const auto look_for = [&](const std::string& token) {
    if (token.empty()) return;
    const std::size_t at = text.substr(0, std::min(text.size(), end + token.size() - 1)).find(token, begin);
    if (at == std::string_view::npos || at >= end) return;
    if (at < first.at || (at == first.at && at + token.size() > first.behind)) first = {at, at + token.size()};
  };
  look_for(options.eos_token);
  std::ranges::for_each(options.end_tokens, look_for);
  return first;
}

// How much of a turn's text is its generation prompt. `content`: where the message's own text begins in it.
std::size_t prompt_in_turn(std::string_view turn, std::string_view prompt, std::size_t content) {
  if (turn.starts_with(prompt)) return prompt.size();
  const auto apart = std::ranges::mismatch(turn, prompt).in1;
  const auto common = static_cast<std::size_t>(apart - turn.begin());
  if (common >= content) return content;
  // The two part within a word: "<t" of "<think>" and "<tool_call>" belongs to neither.
  const std::size_t boundary = turn.substr(0, common).find_last_of("\n>]: ");
  return boundary == std::string_view::npos ? 0 : boundary + 1;
}

bool answers(const RenderedTurns& turns, std::size_t message) { return turns.messages[message].role == "assistant"; }

std::vector<ByteSpan> runs_of(const std::vector<Mark>& marks, std::size_t message) {
  std::vector<ByteSpan> runs;
  for (const Mark& mark : marks)
    if (mark.from == static_cast<std::int32_t>(message)) runs.push_back(mark.span);
  return runs;
}

// The marks of the message's own texts within a stretch.
std::vector<ByteSpan> contents_in(const RenderedTurns& turns, std::size_t message, const ByteSpan& within) {
  std::vector<ByteSpan> spans;
  for (const Mark& mark : turns.text.marks.content)
    if (turns.texts[static_cast<std::size_t>(mark.from)].message == message && mark.span.end > within.begin &&
        mark.span.begin < within.end)
      spans.push_back(mark.span);
  return spans;
}

// The generation prompt in front of a message: what asking for it adds to the conversation before the message; where it
// replaces something, what is written behind the last turn.
std::optional<std::string> prompt_before(const RenderedTurns& turns, std::size_t message) {
  if (message == 0) return std::nullopt;
  const auto asked = turns.beginning(message, true), before = turns.beginning(message, false);
  if (!asked.ok()) return std::nullopt;
  if (before.ok() && asked->bytes.size() > before->bytes.size() && asked->bytes.starts_with(before->bytes))
    return asked->bytes.substr(before->bytes.size());
  if (asked->marks.turns.empty()) return std::nullopt;
  return asked->bytes.substr(asked->marks.turns.back().span.end);
}

// Where the turn's answer ends: behind the first end token that follows its own text.
std::size_t end_of_answer(const RenderedTurns& turns, std::size_t begin, std::size_t end) {
  const std::string& text = turns.text.bytes;
  const EndToken inside = end_token_in(text, begin, end, turns.options);
  if (inside.found()) return inside.behind;
  // Some templates write it at the start of the next turn, or between turns.
  std::size_t next = text.size();
  for (const Mark& mark : turns.text.marks.turns)
    if (mark.span.begin >= end) next = std::min<std::size_t>(next, mark.span.begin);
  const EndToken outside = end_token_in(text, end, std::max(next, std::min(end + 1, text.size())), turns.options);
  return outside.found() ? outside.behind : end;
}

// A tool's answer may stand within the turn that asked for it; it is given, not learned.
void add_without_others(const RenderedTurns& turns, std::size_t message, std::size_t begin, std::size_t end,
                        std::vector<AnswerSpan>& spans) {
  const auto add = [&](std::size_t from, std::size_t to) {
    if (from < to) spans.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, message});
  };
  for (const Mark& mark : turns.text.marks.content) {
    if (answers(turns, turns.texts[static_cast<std::size_t>(mark.from)].message)) continue;
    if (mark.span.end <= begin || mark.span.begin >= end) continue;
    add(begin, mark.span.begin);
    begin = mark.span.end;
  }
  add(begin, end);
}

void add_turn(const RenderedTurns& turns, std::size_t message, const std::vector<ByteSpan>& runs,
              std::vector<AnswerSpan>& spans) {
  const auto contents = contents_in(turns, message, {runs.front().begin, runs.back().end});
  const ByteSpan& first = runs.front();
  const std::size_t content = contents.empty() ? first.end : std::max(contents.front().begin, first.begin);
  const auto turn = std::string_view(turns.text.bytes).substr(first.begin, first.end - first.begin);
  const auto prompt = prompt_before(turns, message);
  const std::size_t skipped = prompt             ? prompt_in_turn(turn, *prompt, content - first.begin)
                              : contents.empty() ? 0
                                                 : content - first.begin;
  const std::size_t begin = first.begin + skipped;
  const std::size_t from = contents.empty() ? begin : std::max<std::size_t>(begin, contents.back().end);
  const std::size_t end = end_of_answer(turns, from, runs.back().end);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t run_begin = i == 0 ? begin : runs[i].begin;
    const std::size_t run_end = i + 1 == runs.size() ? end : std::min<std::size_t>(runs[i].end, end);
    add_without_others(turns, message, run_begin, run_end, spans);
  }
}

std::optional<std::vector<AnswerSpan>> spans_by_turns(const RenderedTurns& turns) {
  std::vector<AnswerSpan> spans;
  for (std::size_t i = 0; i < turns.messages.size(); ++i) {
    if (!answers(turns, i)) continue;
    const auto runs = runs_of(turns.text.marks.turns, i);
    const bool silent = turns.messages[i].content.empty() && !turns.messages[i].fields;
    if (runs.empty() && !silent) return std::nullopt;
    if (!runs.empty()) add_turn(turns, i, runs, spans);
  }
  return spans;
}

// The conversation up to the message less the one before it; nothing when earlier text changes.
std::optional<AnswerSpan> span_by_difference(const RenderedTurns& turns, std::size_t message) {
  const auto before = turns.beginning(message, false), prompt = turns.beginning(message, true);
  const auto after = turns.beginning(message + 1, false);
  if (!prompt.ok() || !after.ok() || !turns.text.bytes.starts_with(after->bytes)) return std::nullopt;
  const std::string_view whole = after->bytes;
  std::size_t begin = 0;
  if (whole.starts_with(prompt->bytes)) {
    begin = prompt->bytes.size();
  } else {
    if (!before.ok() || !whole.starts_with(before->bytes) || !prompt->bytes.starts_with(before->bytes))
      return std::nullopt;
    const std::size_t shared = before->bytes.size();
    begin = shared +
            prompt_in_turn(whole.substr(shared), std::string_view(prompt->bytes).substr(shared), whole.size() - shared);
  }
  const auto contents = contents_in(turns, message, {0, static_cast<std::uint32_t>(whole.size())});
  const std::size_t from = contents.empty() ? begin : std::max<std::size_t>(begin, contents.back().end);
  const EndToken end = end_token_in(turns.text.bytes, from, whole.size(), turns.options);
  return AnswerSpan{
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end.found() ? end.behind : whole.size())},
      message};
}

std::optional<std::vector<AnswerSpan>> spans_by_difference(const RenderedTurns& turns) {
  std::vector<AnswerSpan> spans;
  for (std::size_t i = 0; i < turns.messages.size(); ++i) {
    if (!answers(turns, i)) continue;
    const auto span = span_by_difference(turns, i);
    if (!span) return std::nullopt;
    spans.push_back(*span);
  }
  return spans;
}

// Where each answer's own text lies, and the end token behind its last piece.
std::optional<std::vector<AnswerSpan>> spans_by_content(const RenderedTurns& turns) {
  const auto& marks = turns.text.marks.content;
  const auto message_of = [&](const Mark& mark) { return turns.texts[static_cast<std::size_t>(mark.from)].message; };
  std::vector<AnswerSpan> spans;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t message = message_of(marks[i]);
    if (!answers(turns, message)) continue;
    std::uint32_t end = marks[i].span.end;
    const bool last = i + 1 == marks.size() || message_of(marks[i + 1]) != message;
    const std::size_t next = i + 1 < marks.size() ? marks[i + 1].span.begin : turns.text.bytes.size();
    if (last) {
      const EndToken token = end_token_in(turns.text.bytes, end, next, turns.options);
      if (token.found()) end = static_cast<std::uint32_t>(token.behind);
    }
    spans.push_back({{marks[i].span.begin, end}, message});
  }
  for (std::size_t i = 0; i < turns.messages.size(); ++i) {
    const auto here = [i](const AnswerSpan& span) { return span.message == i; };
    if (answers(turns, i) && !turns.messages[i].content.empty() && std::ranges::none_of(spans, here))
      return std::nullopt;
  }
  return spans;
}

}   // namespace

Result<std::vector<AnswerSpan>> find_answers(const RenderedTurns& turns, const std::string& subject) {
  if (auto spans = spans_by_turns(turns)) return *std::move(spans);
  if (auto spans = spans_by_difference(turns)) return *std::move(spans);
  if (auto spans = spans_by_content(turns)) return *std::move(spans);
  return make_error(ErrorCode::Unsupported, subject,
                    say("expected every answer in a place of its own, found a template that rewrites earlier text"),
                    say("Choose the prompt format alpaca or plain"));
}

std::vector<AnswerSpan> generation_spans(const RenderedTurns& turns) {
  std::vector<AnswerSpan> spans;
  std::size_t next = 0;   // the assistant message that a block without a turn is taken for
  for (const Mark& mark : turns.text.marks.generation) {
    while (next < turns.messages.size() && !answers(turns, next)) ++next;
    std::size_t message = std::min(next, turns.messages.size() - 1);
    if (mark.from >= 0) message = static_cast<std::size_t>(mark.from);
    else if (next < turns.messages.size()) ++next;
    spans.push_back({mark.span, message});
  }
  return spans;
}

}   // namespace lift
