#include "core/evaluate/written_answers.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "core/base/say.h"
#include "core/generate/text_generator.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::int64_t kRoomToReason = 128;   // tokens, where only a number or a letter of the answer counts

bool ends_answer(const Tokenizer& tokenizer, TokenId id) {
  return std::ranges::count(tokenizer.special_tokens().end_of_generation, id) > 0;
}

struct LastAnswer {
  std::size_t begin = 0, end = 0;   // tokens of the row, its end token included
};

constexpr std::int64_t kRowsLookedAtAtOnce = 256;   // held-out rows lie far from each other

// The last stretch that trains.
LastAnswer last_answer(std::span<const std::uint8_t> trained) {
  LastAnswer answer{trained.size(), trained.size()};
  while (answer.end > 0 && trained[answer.end - 1] == 0) --answer.end;
  answer.begin = answer.end;
  while (answer.begin > 0 && trained[answer.begin - 1] == 1) --answer.begin;
  return answer;
}

std::int64_t room_for(AnswerRule rule, std::int64_t longest_expected) {
  constexpr std::int64_t kFewest = 16;
  const std::int64_t room = longest_expected * 3 / 2 + kFewest;
  const bool reasons = rule == AnswerRule::Number || rule == AnswerRule::Letter;
  return reasons ? std::max(room, kRoomToReason) : room;
}

Status settle_rule(AskedQuestions& questions, std::optional<AnswerRule> rule) {
  questions.rule_guessed = !rule.has_value();
  questions.rule = rule.value_or(guess_answer_rule(questions.expected));
  if (!rule) return {};
  for (std::size_t i = 0; i < questions.expected.size(); ++i)
    if (!suits(*rule, questions.expected[i]))
      return make_error(ErrorCode::InvalidArgument, say("held-out row {}", questions.rows[i] + 1),
                        say("expected an answer that can be compared {}, found {}", words_of(*rule),
                            quote_name(questions.expected[i], 80)),
                        say("Choose another rule with evaluate.answer_rule: auto, text, json, number, letter or off"));
  return {};
}

}   // namespace

std::vector<std::int64_t> evenly_spread(std::int64_t size, std::int64_t count) {
  std::vector<std::int64_t> chosen;
  count = std::min(size, count);
  for (std::int64_t i = 0; i < count; ++i) chosen.push_back(i * size / count);
  return chosen;
}

Result<AskedQuestions> ask_held_out(const SftDataset& held_out, const Tokenizer& tokenizer,
                                    std::optional<AnswerRule> rule, std::int64_t limit) {
  AskedQuestions questions;
  std::vector<std::int64_t> whole;
  for (std::int64_t row = 0; row < held_out.size(); ++row) {
    if (row % kRowsLookedAtAtOnce == 0) held_out.release();
    const LastAnswer answer = last_answer(held_out.trained(row));
    const bool complete =
        answer.begin > 0 && answer.end > answer.begin && ends_answer(tokenizer, held_out.ids(row)[answer.end - 1]);
    if (complete) whole.push_back(row);
    else ++questions.cut_rows;
  }
  std::int64_t longest = 0;
  for (const std::int64_t index : evenly_spread(std::ssize(whole), limit > 0 ? limit : std::ssize(whole))) {
    const std::int64_t row = whole[static_cast<std::size_t>(index)];
    const auto ids = held_out.ids(row);
    const LastAnswer answer = last_answer(held_out.trained(row));
    questions.prompts.emplace_back(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(answer.begin));
    questions.expected.push_back(tokenizer.decode(ids.subspan(answer.begin, answer.end - answer.begin), true));
    questions.rows.push_back(held_out.source_row(row));
    longest = std::max(longest, static_cast<std::int64_t>(answer.end - answer.begin));
  }
  LIFT_RETURN_IF_ERROR(settle_rule(questions, rule));
  questions.longest_answer = room_for(questions.rule, longest);
  return questions;
}

Result<AskedQuestions> ask_task(const WrittenTask& task, const Tokenizer& tokenizer, const AskOptions& options) {
  AskedQuestions questions;
  questions.rule = task.rule;
  questions.rule_guessed = task.rule_guessed;
  for (const WrittenItem& item : task.items) {
    std::string text = item.question;
    if (options.render) {
      LIFT_ASSIGN(text, options.render(item.question));
    }
    questions.prompts.push_back(prompt_ids(tokenizer, text, options.encode));
    questions.expected.push_back(item.expected);
    questions.rows.push_back(std::ssize(questions.rows));
  }
  return questions;
}

std::int64_t AnswerScores::right() const {
  return std::ranges::count_if(answers, [](const GivenAnswer& answer) { return answer.right; });
}
std::int64_t AnswerScores::valid_json() const {
  return std::ranges::count_if(answers, [](const GivenAnswer& answer) { return answer.valid_json; });
}
std::int64_t AnswerScores::cut() const {
  return std::ranges::count_if(answers, [](const GivenAnswer& answer) { return answer.cut; });
}

Result<AnswerScores> score_answers(const CausalLm& model, const Tokenizer& tokenizer, const AskedQuestions& questions,
                                   std::span<const std::int64_t> asked, const AnswerOptions& options,
                                   const TaskContext& task) {
  AnswerScores scores;
  scores.asked.assign(asked.begin(), asked.end());
  if (asked.empty()) {
    scores.asked.resize(questions.prompts.size());
    std::iota(scores.asked.begin(), scores.asked.end(), std::int64_t{0});
  }
  std::vector<std::vector<TokenId>> prompts;
  for (const std::int64_t index : scores.asked) prompts.push_back(questions.prompts[static_cast<std::size_t>(index)]);
  GenerationOptions generation{.sampling = options.sampling, .batch_size = options.batch_size, .on_text = {}};
  if (generation.sampling.max_new_tokens == 0) generation.sampling.max_new_tokens = questions.longest_answer;
  const auto begin = std::chrono::steady_clock::now();
  LIFT_ASSIGN(const std::vector<GeneratedAnswer> written,
              TextGenerator(model, tokenizer).generate(prompts, generation, task));
  if (task.stop_requested()) return make_error(ErrorCode::Cancelled, say("questions"), say("answering was cancelled"));
  scores.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string& expected = questions.expected[static_cast<std::size_t>(scores.asked[i])];
    const AnswerScore score = score_answer(questions.rule, expected, written[i].text);
    scores.answers.push_back(
        {written[i].text, score.right, score.valid_json, written[i].reason == FinishReason::Length});
    scores.keys += score.keys;
    scores.keys_right += score.keys_right;
    scores.tokens += std::ssize(written[i].ids);
  }
  return scores;
}

}   // namespace lift
