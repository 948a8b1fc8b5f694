#include "core/data/encoded_row.h"

#include <algorithm>

#include "core/base/say.h"

namespace lift {

namespace {

bool ends_an_answer(const Tokenizer& tokenizer, TokenId id) {
  return std::ranges::find(tokenizer.special_tokens().end_of_generation, id) !=
         tokenizer.special_tokens().end_of_generation.end();
}

// A token trains when it has a byte of an answer: " The" does, although its blank may belong to the prompt.
void mark_answers(EncodedRow& row, const std::vector<ByteSpan>& answers) {
  row.trained.assign(row.tokens.size(), 0);
  std::size_t next = 0;
  for (std::size_t i = 0; i < row.tokens.size(); ++i) {
    const Token& token = row.tokens[i];
    while (next < answers.size() && answers[next].end <= token.begin) ++next;
    if (next < answers.size() && token.begin < token.end && token.end > answers[next].begin) row.trained[i] = 1;
  }
  if (!row.trained.empty()) row.trained[0] = 0;
}

// Whether the token that closes each answer is one that ends it.
bool every_answer_ends(const EncodedRow& row, const std::vector<ByteSpan>& answers, const Tokenizer& tokenizer) {
  return std::ranges::all_of(answers, [&](const ByteSpan& answer) {
    const auto behind = std::ranges::partition_point(row.tokens, [&](const Token& t) { return t.begin < answer.end; });
    return behind != row.tokens.begin() && ends_an_answer(tokenizer, std::prev(behind)->id);
  });
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

}   // namespace

Result<EncodedRow> encode_row(const Example& example, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              const DataConfig& config) {
  EncodedRow row;
  auto chat = prompt.render(example);
  if (!chat.ok()) {
    // What the template says about this conversation; faults of the template itself concern every row.
    if (chat.error().code != ErrorCode::InvalidArgument) return std::move(chat).error();
    drop(row, chat.error().message);
    return row;
  }
  row.rendered = std::move(chat->text);
  row.tokens = tokenizer.encode(row.rendered, prompt.encode_options());
  mark_answers(row, chat->assistant);
  if (!every_answer_ends(row, chat->assistant, tokenizer)) {
    drop(row, say("no end token behind an answer"));
    return row;
  }
  cut_behind_last_answer(row);
  if (row.tokens.empty()) drop(row, say("no answer"));
  else fit(row, config);
  return row;
}

}   // namespace lift
