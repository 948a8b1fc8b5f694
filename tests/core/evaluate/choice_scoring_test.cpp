#include "core/evaluate/choice_scoring.h"

#include <QtTest>

#include <cmath>

#include "core/base/check.h"
#include "core/evaluate/held_out_loss.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;

namespace {

const std::vector<ChoiceItem> kItems{
    {"Question: what melts?\nAnswer:", {" ice", " a rock", " iron at noon"}, 0},
    {"Question: is rain wet?\nAnswer:", {" true", " false"}, 1},
    {"Q", {" abc", " abd", " abe", " b"}, 2},
};

// The sum of log p of the last `count` ids, one position at a time, softmax in double.
double slow_log_likelihood(const CausalLm& model, const std::vector<TokenId>& ids, std::size_t count) {
  PackedBatch batch;
  batch.ids = ids;
  for (std::size_t i = 0; i < ids.size(); ++i) batch.positions.push_back(static_cast<std::int32_t>(i));
  batch.row_offsets = {0, static_cast<std::int32_t>(ids.size())};
  batch.source_rows = {0};
  double sum = 0;
  for (std::size_t i = ids.size() - count; i < ids.size(); ++i) {
    const std::vector<std::int32_t> position{static_cast<std::int32_t>(i) - 1};
    const at::Tensor logits = model.logits(batch, position).to(at::kDouble).contiguous();
    const double* values = logits.const_data_ptr<double>();
    double total = 0;
    for (std::int64_t v = 0; v < logits.numel(); ++v) total += std::exp(values[v]);
    sum += values[ids[i]] - std::log(total);
  }
  return sum;
}

std::vector<TokenId> bytes_as_ids(const std::string& text) {
  std::vector<TokenId> ids;
  for (const char c : text) ids.push_back(static_cast<unsigned char>(c));
  return ids;
}

}   // namespace

class ChoiceScoringTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  CausalLm model_ = tiny_model(tiny_config(), DType::F32, 3);
  std::unique_ptr<Tokenizer> tokenizer_;

  static void expect_same(const ChoiceScores& a, const ChoiceScores& b) {
    QCOMPARE(a.log_likelihoods.size(), b.log_likelihoods.size());
    for (std::size_t i = 0; i < a.log_likelihoods.size(); ++i)
      QVERIFY2(std::abs(a.log_likelihoods[i] - b.log_likelihoods[i]) < 1e-4, std::to_string(i).c_str());
    QCOMPARE(a.chosen, b.chosen);
  }

  ChoiceScores score(const ChoiceScoringOptions& options = {}) {
    return score_choices(model_, encode_choices(*tokenizer_, kItems, options).value()).value();
  }

 private Q_SLOTS:
  void initTestCase() {
    write_tiny_tokenizer(folder_.path());
    tokenizer_ = load_tokenizer(folder_.path()).value();
  }

  void likelihoods_are_those_of_every_choice_alone() {
    const ChoiceScores scores = score();
    std::size_t next = 0;
    for (const ChoiceItem& item : kItems)
      for (const std::string& choice : item.choices) {
        const double slow = slow_log_likelihood(model_, bytes_as_ids(item.prompt + choice), choice.size());
        QVERIFY2(std::abs(scores.log_likelihoods[next] - slow) < 1e-4 * std::abs(slow), std::to_string(slow).c_str());
        ++next;
      }
    QCOMPARE(next, scores.log_likelihoods.size());
  }

  void the_most_likely_choice_is_the_answer_by_sum_and_by_byte() {
    const ChoiceScores scores = score();
    std::size_t next = 0;
    for (std::size_t i = 0; i < kItems.size(); ++i) {
      std::int64_t best = 0, best_per_byte = 0;
      const double* sums = scores.log_likelihoods.data() + next;
      const auto per_byte = [&](std::int64_t c) { return sums[c] / static_cast<double>(kItems[i].choices[c].size()); };
      for (std::int64_t c = 1; c < static_cast<std::int64_t>(kItems[i].choices.size()); ++c) {
        if (sums[c] > sums[best]) best = c;
        if (per_byte(c) > per_byte(best_per_byte)) best_per_byte = c;
      }
      QCOMPARE(scores.chosen[i], best);
      QCOMPARE(scores.chosen_normalised[i], best_per_byte);
      QCOMPARE(static_cast<bool>(scores.right[i]), best == kItems[i].answer);
      QCOMPARE(static_cast<bool>(scores.right_normalised[i]), best_per_byte == kItems[i].answer);
      next += kItems[i].choices.size();
    }
    // Longer choices lose by sum: the two ways must not be one.
    QVERIFY(scores.chosen != scores.chosen_normalised);
    QCOMPARE(scores.items(), std::int64_t(3));
  }

  void how_rows_are_packed_changes_nothing() {
    const ChoiceScores together = score({.batch_tokens = 10'000}), apart = score({.batch_tokens = 1});
    QCOMPARE(encode_choices(*tokenizer_, kItems, {.batch_tokens = 1})->batches.size(), std::size_t(3));
    QCOMPARE(encode_choices(*tokenizer_, kItems, {.batch_tokens = 10'000})->batches.size(), std::size_t(1));
    expect_same(together, apart);
  }

  void a_prompt_shared_by_its_choices_changes_no_likelihood() {
    const ChoiceScores shared = score();
    const auto alone = [&](std::int64_t batch_tokens) {
      return score({.batch_tokens = batch_tokens, .share_prompts = false});
    };
    QCOMPARE(encode_choices(*tokenizer_, kItems, {.batch_tokens = 1, .share_prompts = false})->batches.size(),
             std::size_t(9));
    expect_same(shared, alone(1));
    expect_same(shared, alone(10'000));
  }

  void a_window_of_attention_reaches_into_the_shared_prompt() {
    ModelConfig config = tiny_config();
    config.sliding_window = 9;
    const CausalLm model = tiny_model(config, DType::F32, 3);
    const auto scored = [&](bool share) {
      return score_choices(model, encode_choices(*tokenizer_, kItems, {.share_prompts = share}).value()).value();
    };
    const ChoiceScores shared = scored(true);
    expect_same(shared, scored(false));
    QVERIFY(std::abs(shared.log_likelihoods[0] - score().log_likelihoods[0]) > 1e-3);   // the window is in use
  }

  void a_shared_prompt_goes_through_the_model_once() {
    const std::vector<ChoiceItem> one{kItems[0]};
    const std::int64_t prompt = std::ssize(one[0].prompt);
    const EncodedChoices shared = encode_choices(*tokenizer_, one).value();
    // The choices share their blank too; it stays with each, as does the last token of the prompt, which predicts it.
    QCOMPARE(shared.batches[0].token_count(), prompt - 1 + 4 + 7 + 13);
    QCOMPARE(shared.batches[0].prefix_rows, (std::vector<std::int32_t>{-1, 0, 0, 0}));
    const EncodedChoices apart = encode_choices(*tokenizer_, one, {.share_prompts = false}).value();
    QCOMPARE(apart.batches[0].token_count(), 3 * (prompt - 1) + 4 + 7 + 13);
    QVERIFY(apart.batches[0].prefix_rows.empty());
  }

  void a_question_whose_choices_share_nothing_stands_beside_one_that_shares() {
    const std::vector<ChoiceItem> items{{"Q", {"ab", "cd"}, 0}, kItems[1], {"Q", {"ab", "cd"}, 1}};
    const EncodedChoices encoded = encode_choices(*tokenizer_, items).value();
    QCOMPARE(encoded.batches[0].prefix_rows, (std::vector<std::int32_t>{-1, -1, -1, 2, 2, -1, -1}));
    const auto apart = encode_choices(*tokenizer_, items, {.share_prompts = false}).value();
    expect_same(score_choices(model_, encoded).value(), score_choices(model_, apart).value());
  }

  void a_row_that_continues_one_which_continues_another_is_refused() {
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems).value();
    PackedBatch chain = encoded.batches[0];
    chain.prefix_rows[2] = 1;
    QVERIFY_EXCEPTION_THROWN(model_.label_losses(chain), InvariantError);
  }

  void no_batch_is_larger_than_asked_for() {
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems, {.batch_tokens = 80}).value();
    QVERIFY(encoded.batches.size() > 1);
    for (const PackedBatch& batch : encoded.batches) QVERIFY(batch.token_count() <= 80);
  }

  void a_rendered_prompt_is_followed_by_the_choice_without_its_blank() {
    const ChoiceScoringOptions options{.render = [](const std::string& prompt) -> Result<std::string> {
      return "<|im_start|>" + prompt + "<|im_end|>\n";
    }};
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems, options).value();
    QCOMPARE(encoded.batches[0].ids[0], TokenId(257));
    QCOMPARE(encoded.choices[0].tokens, std::int64_t(3));   // "ice"
    QCOMPARE(encoded.choices[0].bytes, std::int64_t(3));
  }

  void a_prompt_that_is_too_long_loses_its_beginning() {
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems, {.max_tokens = 12}).value();
    const PackedBatch& batch = encoded.batches[0];
    QCOMPARE(batch.row_offsets[1], 11);   // the last token predicts nothing
    QCOMPARE(tokenizer_->decode(std::span(batch.ids).first(11)), std::string("\nAnswer: ic"));
    QCOMPARE(batch.positions[0], 0);
    const EncodedChoices tiny = encode_choices(*tokenizer_, kItems, {.max_tokens = 1}).value();
    QCOMPARE(tiny.choices[0].tokens, std::int64_t(4));
    QCOMPARE(tiny.batches[0].row_offsets[1], 4);
  }

  void a_choice_without_tokens_and_a_lone_choice_are_refused_by_number() {
    const std::vector<ChoiceItem> empty{kItems[0], {"Q", {"", "b"}, 0}}, lone{{"Q", {" a"}, 0}},
        beyond{{"Q", {" a", " b"}, 2}};
    QVERIFY(encode_choices(*tokenizer_, empty).error().sentence().starts_with("question 2: "));
    QVERIFY(!encode_choices(*tokenizer_, lone).ok());
    QVERIFY(!encode_choices(*tokenizer_, beyond).ok());
  }

  void weights_that_diverged_are_told_with_the_question() {
    CausalLm broken = tiny_model(tiny_config(), DType::F32, 3);
    broken.weight({1, Projection::Down}).fill_(std::nanf(""));
    const auto scores = score_choices(broken, encode_choices(*tokenizer_, kItems).value());
    QVERIFY(scores.error().code == ErrorCode::NonFinite);
    QVERIFY(scores.error().sentence().starts_with("question 1: "));
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems).value();
    QVERIFY(held_out_loss(broken, encoded.batches).error().code == ErrorCode::NonFinite);
  }

  void cancelling_ends_between_batches() {
    std::stop_source stop;
    stop.request_stop();
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems).value();
    QVERIFY(score_choices(model_, encoded, {.stop = stop.get_token()}).error().code == ErrorCode::Cancelled);
    QVERIFY(held_out_loss(model_, encoded.batches, {.stop = stop.get_token()}).error().code == ErrorCode::Cancelled);
  }

  void the_held_out_loss_weighs_every_label_alike() {
    const EncodedChoices encoded = encode_choices(*tokenizer_, kItems, {.batch_tokens = 1}).value();
    const ChoiceScores scores = score();
    double sum = 0;
    std::int64_t labels = 0;
    for (std::size_t i = 0; i < scores.log_likelihoods.size(); ++i) {
      sum -= scores.log_likelihoods[i];
      labels += encoded.choices[i].tokens;
    }
    const HeldOutLoss loss = held_out_loss(model_, encoded.batches).value();
    QCOMPARE(loss.labels, labels);
    QVERIFY(std::abs(loss.loss - sum / static_cast<double>(labels)) < 1e-5);
    QVERIFY(std::abs(loss.perplexity() - std::exp(loss.loss)) < 1e-9);
    QVERIFY(held_out_loss(model_, {}).error().code == ErrorCode::InvalidArgument);
  }
};

QTEST_GUILESS_MAIN(ChoiceScoringTest)
#include "choice_scoring_test.moc"
