#include "core/data/encoded_row.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/data/message_reader.h"
#include "core/data/prompt_probe.h"

namespace lift {

namespace {

bool ends_an_answer(const Tokenizer& tokenizer, TokenId id) {
  return std::ranges::find(tokenizer.special_tokens().end_of_generation, id) !=
         tokenizer.special_tokens().end_of_generation.end();
}

// A token trains when it has a byte of an answer: " The" does, although its blank may belong to the prompt.
void mark_answers(EncodedRow& row, const std::vector<AnswerSpan>& answers) {
  row.trained.assign(row.tokens.size(), 0);
  std::size_t next = 0;
  for (std::size_t i = 0; i < row.tokens.size(); ++i) {
    const Token& token = row.tokens[i];
    while (next < answers.size() && answers[next].bytes.end <= token.begin) ++next;
    if (next < answers.size() && token.begin < token.end && token.end > answers[next].bytes.begin) row.trained[i] = 1;
  }
  if (!row.trained.empty()) row.trained[0] = 0;
}

// Whether the row ends with a token that ends an answer: without one nobody learns to stop. Earlier answers end as the
// template ends them.
bool last_answer_ends(const EncodedRow& row, const std::vector<AnswerSpan>& answers, const Tokenizer& tokenizer) {
  if (answers.empty()) return true;
  const std::uint32_t end = answers.back().bytes.end;
  const auto behind = std::ranges::partition_point(row.tokens, [&](const Token& t) { return t.begin < end; });
  return behind != row.tokens.begin() && ends_an_answer(tokenizer, std::prev(behind)->id);
}

void cut_behind_last_answer(EncodedRow& row) {
  const auto last = std::find(row.trained.rbegin(), row.trained.rend(), 1);
  row.trained.erase(last.base(), row.trained.end());
  row.tokens.resize(row.trained.size());
}

void drop(EncodedRow& row, Sentence reason) {
  row.fate = RowFate::Dropped;
  row.reason = std::move(reason);
  row.kept_tokens = 0;
}

void fit(EncodedRow& row, const DataConfig& config) {
  const auto count = static_cast<std::int64_t>(row.tokens.size());
  row.kept_tokens = std::min(count, config.max_tokens);
  if (count <= config.max_tokens) return;
  if (config.overflow == "drop") return drop(row, say("{} tokens, more than {}", count, config.max_tokens));
  const auto kept = row.trained.begin() + static_cast<std::ptrdiff_t>(row.kept_tokens);
  if (std::find(row.trained.begin(), kept, 1) == kept) {
    const auto prompt = std::ranges::find(row.trained, 1) - row.trained.begin();
    return drop(row, say("prompt of {} tokens: nothing to learn within {}", prompt, config.max_tokens));
  }
  row.fate = RowFate::Truncated;
  row.reason = say("{} tokens, {} cut off", count, count - row.kept_tokens);
}

// Why the prompt form cannot say what the row says; empty when it can.
Sentence unsaid(const Example& example, const PromptTemplate& prompt) {
  const bool calls = std::ranges::any_of(example.messages, calls_a_tool);
  if (prompt.name() != "chat") {
    if (calls) return say("a call of a tool, for which the prompt format {} has no place", prompt.name());
    const bool results = std::ranges::any_of(example.messages, [](const ChatMessage& message) {
      return message.role == "tool" || message.role == "ipython";
    });
    return results ? say("a tool's answer, for which the prompt format {} has no place", prompt.name()) : Sentence();
  }
  if (calls && renders_alike(prompt, example, without_message_field(example, "tool_calls")))
    return say("a call of a tool, which the chat template does not write");
  for (const Example::OddField& odd : example.odd)
    if (!renders_alike(prompt, example, without_message_field(example, odd.name))) return odd.reason;
  return {};
}

// A text goes on to its end token, as in other trainers.
EncodedRow encode_text(const std::string& text, const Tokenizer& tokenizer) {
  EncodedRow row;
  row.rendered = text;
  row.tokens = tokenizer.encode(text, {.add_special = true, .parse_special = true});
  const auto& eos = tokenizer.special_tokens().eos;
  const auto end = static_cast<std::uint32_t>(text.size());
  if (eos && (row.tokens.empty() || row.tokens.back().id != *eos)) row.tokens.push_back({*eos, end, end});
  row.trained.assign(row.tokens.size(), 1);
  if (!row.trained.empty()) row.trained[0] = 0;
  row.kept_tokens = static_cast<std::int64_t>(row.tokens.size());
  if (row.tokens.size() < 2) drop(row, say("empty text"));
  return row;
}

// Answers of weight 0 are part of what the others answer to, and train nothing.
void leave_out_silent(std::vector<AnswerSpan>& answers, const Example& example) {
  std::erase_if(answers, [&](const AnswerSpan& answer) { return !example.trains(answer.message); });
}

}   // namespace

Result<EncodedRow> encode_row(const Example& example, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              const DataConfig& config) {
  if (example.text) return encode_text(*example.text, tokenizer);
  EncodedRow row;
  auto chat = prompt.render(example);
  if (!chat.ok()) {
    // What the template says about this conversation; faults of the template itself concern every row.
    if (chat.error().code != ErrorCode::InvalidArgument) return std::move(chat).error();
    drop(row, chat.error().message);
    return row;
  }
  row.rendered = std::move(chat->text);
  row.unused = std::move(chat->unused);
  if (Sentence reason = unsaid(example, prompt); !reason.empty()) {
    drop(row, std::move(reason));
    return row;
  }
  leave_out_silent(chat->assistant, example);
  row.tokens = tokenizer.encode(row.rendered, prompt.encode_options());
  mark_answers(row, chat->assistant);
  if (!chat->marked_by_template && !last_answer_ends(row, chat->assistant, tokenizer)) {
    drop(row, say("no end token behind an answer"));
    return row;
  }
  cut_behind_last_answer(row);
  if (row.tokens.empty()) drop(row, say("no answer"));
  else fit(row, config);
  return row;
}

std::vector<TokenPiece> pieces_of(std::size_t tokens, std::size_t longest) {
  std::vector<TokenPiece> pieces;
  for (std::size_t begin = 0; begin + 1 < tokens; begin += longest - 1)
    pieces.push_back({begin, std::min(tokens, begin + longest)});
  return pieces;
}

}   // namespace lift
