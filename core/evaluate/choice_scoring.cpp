#include "core/evaluate/choice_scoring.h"

#include <ATen/core/Tensor.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/check.h"

namespace lift {

namespace {

Error about_item(std::int64_t item, ErrorCode code, std::string message, std::string advice = {}) {
  return make_error(code, fmt::format("question {}", item + 1), std::move(message), std::move(advice));
}

struct EncodedRow {
  std::vector<TokenId> ids;
  std::int64_t choice_tokens = 0;   // the last ones
};

// Prompt and choice are encoded as one text, so that tokens are those of real text; a token belongs to the choice when
// it holds any byte of it.
EncodedRow encode_row(const Tokenizer& tokenizer, const std::string& prompt, const std::string& choice,
                      const ChoiceScoringOptions& options) {
  EncodedRow row;
  for (const Token& token : tokenizer.encode(prompt + choice, options.encode)) {
    row.ids.push_back(token.id);
    if (token.end > prompt.size()) ++row.choice_tokens;
  }
  const auto length = static_cast<std::int64_t>(row.ids.size());
  const std::int64_t kept = std::max(options.max_tokens, row.choice_tokens + 1);  // one token has to predict the first
  if (options.max_tokens > 0 && length > kept) row.ids.erase(row.ids.begin(), row.ids.begin() + (length - kept));
  return row;
}

void append_row(PackedBatch& batch, const EncodedRow& row, std::int64_t item) {
  if (batch.row_offsets.empty()) batch.row_offsets.push_back(0);
  const auto begin = static_cast<std::int32_t>(batch.ids.size());
  const auto length = static_cast<std::int32_t>(row.ids.size());
  for (std::int32_t i = 0; i < length; ++i) {
    batch.ids.push_back(row.ids[static_cast<std::size_t>(i)]);
    batch.positions.push_back(i);
  }
  for (std::int32_t i = length - static_cast<std::int32_t>(row.choice_tokens); i < length; ++i) {
    batch.labelled.push_back(begin + i - 1);
    batch.label_ids.push_back(row.ids[static_cast<std::size_t>(i)]);
  }
  batch.row_offsets.push_back(begin + length);
  batch.source_rows.push_back(item);
}

std::string without_leading_blank(const std::string& text) {
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
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

}  // namespace

double ChoiceScores::accuracy() const { return share_right(right); }
double ChoiceScores::accuracy_normalised() const { return share_right(right_normalised); }

Result<EncodedChoices> encode_choices(const Tokenizer& tokenizer, std::span<const ChoiceItem> items,
                                      const ChoiceScoringOptions& options) {
  EncodedChoices encoded;
  for (std::int64_t number = 0; const ChoiceItem& item : items) {
    if (item.choices.size() < 2 || item.answer < 0 || item.answer >= static_cast<std::int64_t>(item.choices.size()))
      return about_item(number, ErrorCode::InvalidArgument,
                        "expected at least two choices and the index of the right one");
    std::string prompt = item.prompt;
    if (options.render) {
      LIFT_ASSIGN(prompt, options.render(item.prompt));
    }
    for (const std::string& written : item.choices) {
      const std::string choice = options.render ? without_leading_blank(written) : written;
      const EncodedRow row = encode_row(tokenizer, prompt, choice, options);
      if (row.choice_tokens == 0 || row.choice_tokens == static_cast<std::int64_t>(row.ids.size()))
        return about_item(number, ErrorCode::InvalidArgument,
                          "expected tokens of a prompt and of every choice, found none");
      const auto tokens = static_cast<std::int64_t>(row.ids.size());
      if (encoded.batches.empty() || encoded.batches.back().token_count() + tokens > options.batch_tokens)
        encoded.batches.emplace_back();
      append_row(encoded.batches.back(), row, number);
      encoded.choices.push_back({number, row.choice_tokens, static_cast<std::int64_t>(choice.size())});
    }
    encoded.answers.push_back(item.answer);
    ++number;
  }
  return encoded;
}

Result<ChoiceScores> score_choices(const CausalLm& model, const EncodedChoices& encoded, const TaskContext& task) {
  std::vector<double> log_likelihoods;
  log_likelihoods.reserve(encoded.choices.size());
  for (std::int64_t done = 0; const PackedBatch& batch : encoded.batches) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, "choice questions", "scoring was cancelled");
    const at::Tensor losses = model.label_losses(batch).to(at::kCPU, at::kDouble).contiguous();
    const double* next = losses.const_data_ptr<double>();
    for (std::int64_t row = 0; row < batch.row_count(); ++row) {
      const EncodedChoices::Choice& choice = encoded.choices[log_likelihoods.size()];
      const double loss = std::accumulate(next, next + choice.tokens, 0.0);
      if (!std::isfinite(loss))
        return about_item(choice.item, ErrorCode::NonFinite, "expected a likelihood, found a value that is not finite",
                          "The weights may have diverged: try a smaller learning rate");
      log_likelihoods.push_back(-loss);
      next += choice.tokens;
    }
    task.report("scoring choice questions", ++done, static_cast<std::int64_t>(encoded.batches.size()));
  }
  LIFT_CHECK(log_likelihoods.size() == encoded.choices.size(), "a row of a batch per choice");
  return decide(encoded, std::move(log_likelihoods));
}

}  // namespace lift
