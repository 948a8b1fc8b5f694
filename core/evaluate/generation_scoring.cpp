#include "core/evaluate/generation_scoring.h"

#include <algorithm>
#include <chrono>

#include "core/base/say.h"
#include "core/evaluate/answer_extraction.h"
#include "core/generate/text_generator.h"

namespace lift {

namespace {

Result<std::vector<std::vector<TokenId>>> encode_questions(const Tokenizer& tokenizer,
                                                           std::span<const NumberItem> items,
                                                           const GenerationScoringOptions& options) {
  std::vector<std::vector<TokenId>> prompts;
  for (const NumberItem& item : items) {
    std::string text = item.question;
    if (options.render) {
      LIFT_ASSIGN(text, options.render(item.question));
    }
    std::vector<TokenId>& ids = prompts.emplace_back();
    for (const Token& token : tokenizer.encode(text, options.encode)) ids.push_back(token.id);
  }
  return prompts;
}

}   // namespace

std::int64_t GenerationScores::right() const {
  return std::count_if(answers.begin(), answers.end(), [](const WrittenAnswer& answer) { return answer.right; });
}

double GenerationScores::accuracy() const {
  return answers.empty() ? 0 : static_cast<double>(right()) / static_cast<double>(answers.size());
}

Result<GenerationScores> score_generation(const CausalLm& model, const Tokenizer& tokenizer,
                                          std::span<const NumberItem> items, const GenerationScoringOptions& options,
                                          const TaskContext& task) {
  LIFT_ASSIGN(const auto prompts, encode_questions(tokenizer, items, options));
  const GenerationOptions generation{.sampling = options.sampling, .batch_size = options.batch_size, .on_text = {}};
  const auto begin = std::chrono::steady_clock::now();
  LIFT_ASSIGN(const std::vector<GeneratedAnswer> written,
              TextGenerator(model, tokenizer).generate(prompts, generation, task));
  if (task.stop_requested()) return make_error(ErrorCode::Cancelled, say("questions"), say("answering was cancelled"));
  GenerationScores scores;
  scores.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  for (std::size_t i = 0; i < written.size(); ++i) {
    WrittenAnswer answer{written[i].text, extract_number(written[i].text)};
    answer.right = answer.number && same_number(*answer.number, items[i].answer);
    answer.cut = written[i].reason == FinishReason::Length;
    scores.tokens += static_cast<std::int64_t>(written[i].ids.size());
    scores.answers.push_back(std::move(answer));
  }
  return scores;
}

}   // namespace lift
