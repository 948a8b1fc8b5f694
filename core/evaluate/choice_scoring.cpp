#include "core/evaluate/choice_scoring.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"

namespace lift {

namespace {

Error about_item(std::int64_t item, ErrorCode code, Sentence message, Sentence advice = {}) {
  return make_error(code, say("question {}", item + 1), std::move(message), std::move(advice));
}

struct EncodedRow {
  std::vector<TokenId> ids;
  std::int64_t choice_tokens = 0;   // the last ones
  std::int64_t choice_bytes = 0;
};

// Prompt and choice are encoded as one text, so that tokens are those of real text; a token belongs to the choice when
// it holds any byte of it.
EncodedRow encode_row(const Tokenizer& tokenizer, const std::string& prompt, const std::string& choice,
                      const ChoiceScoringOptions& options) {
  EncodedRow row;
  row.choice_bytes = std::ssize(choice);
  EncodeOptions encode = options.encode;
  encode.continued = true;   // an end token of the tokenizer is no part of a choice
  for (const Token& token : tokenizer.encode(prompt + choice, encode)) {
    row.ids.push_back(token.id);
    if (token.end > prompt.size()) ++row.choice_tokens;
  }
  const auto length = static_cast<std::int64_t>(row.ids.size());
  const std::int64_t kept = std::max(options.max_tokens, row.choice_tokens + 1);   // one token has to predict the first
  if (options.max_tokens > 0 && length > kept) row.ids.erase(row.ids.begin(), row.ids.begin() + (length - kept));
  return row;
}

// How many tokens all rows begin with; each keeps one more of its prompt, to predict its choice's first.
std::int64_t shared_tokens(std::span<const EncodedRow> rows) {
  std::int64_t shared = std::numeric_limits<std::int64_t>::max();
  for (const EncodedRow& row : rows) {
    const auto differing = std::mismatch(row.ids.begin(), row.ids.end(), rows[0].ids.begin(), rows[0].ids.end()).first;
    shared = std::min({shared, differing - row.ids.begin(), std::ssize(row.ids) - row.choice_tokens - 1});
  }
  return shared;
}

class BatchWriter {
 public:
  BatchWriter(std::vector<PackedBatch>& batches, std::int64_t batch_tokens)
      : batches_(batches), batch_tokens_(batch_tokens) {}

  void add_question(std::span<const EncodedRow> rows, std::int64_t item) {
    const std::int64_t shared = shared_tokens(rows);
    std::int64_t tokens = shared;
    for (const EncodedRow& row : rows) tokens += std::ssize(row.ids) - 1 - shared;
    make_room(tokens);
    if (shared > 0) append(std::span(rows[0].ids).first(static_cast<std::size_t>(shared)), 0, -1, item);
    const auto prefix = static_cast<std::int32_t>(shared > 0 ? batches_.back().row_count() - 1 : -1);
    for (const EncodedRow& row : rows) append_choice(row, shared, prefix, item);
  }

  void add_choice(const EncodedRow& row, std::int64_t item) {
    make_room(std::ssize(row.ids) - 1);
    append_choice(row, 0, -1, item);
  }

 private:
  void make_room(std::int64_t tokens) {
    if (!batches_.empty() && batches_.back().token_count() + tokens <= batch_tokens_) return;
    batches_.emplace_back();
    batches_.back().row_offsets.push_back(0);
  }

  void append_choice(const EncodedRow& row, std::int64_t first, std::int32_t prefix, std::int64_t item) {
    PackedBatch& batch = batches_.back();
    const auto length = std::ssize(row.ids);
    const std::int64_t begin = batch.token_count() - first;
    for (std::int64_t i = length - row.choice_tokens; i < length; ++i) {
      batch.labelled.push_back(static_cast<std::int32_t>(begin + i - 1));
      batch.label_ids.push_back(row.ids[static_cast<std::size_t>(i)]);
    }
    const auto ids = std::span(row.ids).subspan(static_cast<std::size_t>(first));
    append(ids.first(ids.size() - 1), static_cast<std::int32_t>(first), prefix, item);
  }

  void append(std::span<const TokenId> ids, std::int32_t position, std::int32_t prefix, std::int64_t item) {
    PackedBatch& batch = batches_.back();
    for (const TokenId id : ids) {
      batch.ids.push_back(id);
      batch.positions.push_back(position++);
    }
    batch.row_offsets.push_back(static_cast<std::int32_t>(batch.ids.size()));
    batch.source_rows.push_back(item);
    if (prefix >= 0) batch.prefix_rows.resize(static_cast<std::size_t>(batch.row_count()) - 1, -1);
    if (prefix >= 0 || !batch.prefix_rows.empty()) batch.prefix_rows.push_back(prefix);
  }

  std::vector<PackedBatch>& batches_;
  const std::int64_t batch_tokens_;
};

std::string without_leading_blank(const std::string& text) {
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
}

Result<std::vector<EncodedRow>> encode_question(const Tokenizer& tokenizer, const ChoiceItem& item, std::int64_t number,
                                                const ChoiceScoringOptions& options) {
  if (item.choices.size() < 2 || item.answer < 0 || item.answer >= std::ssize(item.choices))
    return about_item(number, ErrorCode::InvalidArgument,
                      say("expected at least two choices and the index of the right one"));
  std::string prompt = item.prompt;
  if (options.render) {
    LIFT_ASSIGN(prompt, options.render(item.prompt));
  }
  std::vector<EncodedRow> rows;
  for (const std::string& written : item.choices) {
    const std::string choice = options.render ? without_leading_blank(written) : written;
    const EncodedRow& row = rows.emplace_back(encode_row(tokenizer, prompt, choice, options));
    if (row.choice_tokens == 0 || row.choice_tokens == std::ssize(row.ids))
      return about_item(number, ErrorCode::InvalidArgument,
                        say("expected tokens of a prompt and of every choice, found none"));
  }
  return rows;
}

double share_right(const std::vector<std::uint8_t>& right) {
  if (right.empty()) return 0;
  return static_cast<double>(std::accumulate(right.begin(), right.end(), std::int64_t{0})) /
         static_cast<double>(right.size());
}

// The first of the largest.
std::int64_t largest(std::span<const double> values) {
  return std::max_element(values.begin(), values.end()) - values.begin();
}

ChoiceScores decide(const EncodedChoices& encoded, std::vector<double> log_likelihoods) {
  ChoiceScores scores;
  for (std::size_t begin = 0; begin < encoded.choices.size();) {
    std::size_t end = begin;
    while (end < encoded.choices.size() && encoded.choices[end].item == encoded.choices[begin].item) ++end;
    const std::span<const double> sums(log_likelihoods.data() + begin, end - begin);
    std::vector<double> per_byte;
    for (std::size_t i = begin; i < end; ++i)
      per_byte.push_back(log_likelihoods[i] / static_cast<double>(encoded.choices[i].bytes));
    const std::int64_t answer = encoded.answers[scores.right.size()];
    scores.chosen.push_back(largest(sums));
    scores.chosen_normalised.push_back(largest(per_byte));
    scores.right.push_back(scores.chosen.back() == answer);
    scores.right_normalised.push_back(scores.chosen_normalised.back() == answer);
    begin = end;
  }
  scores.log_likelihoods = std::move(log_likelihoods);
  return scores;
}

}   // namespace

double ChoiceScores::accuracy() const { return share_right(right); }
double ChoiceScores::accuracy_normalised() const { return share_right(right_normalised); }

Result<EncodedChoices> encode_choices(const Tokenizer& tokenizer, std::span<const ChoiceItem> items,
                                      const ChoiceScoringOptions& options) {
  EncodedChoices encoded;
  BatchWriter writer(encoded.batches, options.batch_tokens);
  for (std::int64_t number = 0; const ChoiceItem& item : items) {
    LIFT_ASSIGN(const std::vector<EncodedRow> rows, encode_question(tokenizer, item, number, options));
    if (options.share_prompts) writer.add_question(rows, number);
    else
      for (const EncodedRow& row : rows) writer.add_choice(row, number);
    for (const EncodedRow& row : rows) encoded.choices.push_back({number, row.choice_tokens, row.choice_bytes});
    encoded.answers.push_back(item.answer);
    ++number;
  }
  return encoded;
}

Result<ChoiceScores> score_choices(const CausalLm& model, const EncodedChoices& encoded, const TaskContext& task) {
  std::vector<double> log_likelihoods;
  log_likelihoods.reserve(encoded.choices.size());
  for (const PackedBatch& batch : encoded.batches) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("choice questions"), say("scoring was cancelled"));
    const at::Tensor losses = model.label_losses(batch).to(at::kCPU, at::kDouble).contiguous();
    const double *next = host_data<double>(losses), *end = next + losses.numel();
    std::int64_t item = 0;
    while (next < end) {
      const EncodedChoices::Choice& choice = encoded.choices[log_likelihoods.size()];
      const double loss = std::accumulate(next, next + choice.tokens, 0.0);
      item = choice.item;
      if (!std::isfinite(loss))
        return about_item(item, ErrorCode::NonFinite, say("expected a likelihood, found a value that is not finite"),
                          say("The weights may have diverged: try a smaller learning rate"));
      log_likelihoods.push_back(-loss);
      next += choice.tokens;
    }
    task.report(say("scoring choice questions"), item + 1, std::ssize(encoded.answers));
  }
  LIFT_CHECK(log_likelihoods.size() == encoded.choices.size(), "the labels of a batch are those of its choices");
  return decide(encoded, std::move(log_likelihoods));
}

}   // namespace lift
