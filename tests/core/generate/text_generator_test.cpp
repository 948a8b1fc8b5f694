#include "core/generate/text_generator.h"

#include <QtTest>

#include <ATen/core/Tensor.h>

#include "core/base/seed.h"
#include "core/kernels/tensor_types.h"
#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

std::vector<TokenId> ids_of(const Tokenizer& tokenizer, const std::string& text) {
  std::vector<TokenId> ids;
  for (const Token& token : tokenizer.encode(text)) ids.push_back(token.id);
  return ids;
}

// Greedy decoding without a cache: the whole row again for every token.
std::vector<TokenId> slow_greedy(const CausalLm& model, std::vector<TokenId> ids, int count) {
  std::vector<TokenId> answer;
  for (int i = 0; i < count; ++i) {
    PackedBatch batch{.ids = ids,
                      .positions = {},
                      .row_offsets = {0, static_cast<std::int32_t>(ids.size())},
                      .labelled = {},
                      .label_ids = {},
                      .source_rows = {0}};
    for (std::size_t p = 0; p < ids.size(); ++p) batch.positions.push_back(static_cast<std::int32_t>(p));
    const std::int32_t last = static_cast<std::int32_t>(ids.size()) - 1;
    answer.push_back(static_cast<TokenId>(model.logits(batch, {&last, 1}).argmax(-1).item<std::int64_t>()));
    ids.push_back(answer.back());
  }
  return answer;
}

}   // namespace

class TextGeneratorTest : public QObject {
  Q_OBJECT

  test::TemporaryFolder folder_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::optional<CausalLm> model_;

  GenerationOptions greedy(std::int64_t tokens) const {
    return {.sampling = {.max_new_tokens = tokens, .stop = {}}, .on_text = {}};
  }

 private Q_SLOTS:
  void initTestCase() {
    test::write_tiny_tokenizer(folder_.path());
    auto loaded = load_tokenizer(folder_.path());
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    tokenizer_ = std::move(loaded).value();
    model_.emplace(test::tiny_model(test::tiny_config(), DType::F32, 3));
  }

  void the_cache_gives_the_tokens_of_the_whole_row_computed_again() {
    const auto prompt = ids_of(*tokenizer_, "two words");
    for (std::int64_t window : {0, 5}) {
      ModelConfig config = test::tiny_config();
      config.sliding_window = window;
      const CausalLm model = test::tiny_model(config, DType::F64, 3);
      const auto answer = TextGenerator(model, *tokenizer_).generate(prompt, greedy(40));
      QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().sentence().c_str());
      QVERIFY(answer->ids.size() >= 5);
      QCOMPARE(answer->ids, slow_greedy(model, prompt, static_cast<int>(answer->ids.size())));
      QCOMPARE(answer->prompt_tokens, std::ssize(prompt));
    }
  }
  void a_batch_answers_as_each_prompt_alone() {
    std::vector<std::vector<TokenId>> prompts;
    for (const char* text : {"a", "a longer prompt than that", "xyz", "0123456789", "?"})
      prompts.push_back(ids_of(*tokenizer_, text));
    const CausalLm model = test::tiny_model(test::tiny_config(), DType::F64, 3);
    const TextGenerator generator(model, *tokenizer_);
    GenerationOptions options = greedy(20);
    options.sampling.temperature = 0.8;
    std::vector<GeneratedAnswer> first;
    for (std::int64_t batch_size : {1, 2, 16}) {
      options.batch_size = batch_size;
      const auto answers = generator.generate(prompts, options);
      QVERIFY(answers.ok());
      if (first.empty()) first = *answers;
      for (std::size_t i = 0; i < prompts.size(); ++i) QCOMPARE(answers->at(i).ids, first[i].ids);
    }
  }
  void the_pieces_of_the_stream_are_the_text() {
    std::string streamed;
    GenerationOptions options = greedy(60);
    options.sampling.temperature = 1;
    options.on_text = [&](std::size_t, std::string_view piece) { streamed += piece; };
    const auto answer = TextGenerator(*model_, *tokenizer_).generate(ids_of(*tokenizer_, "go"), options);
    QVERIFY(answer.ok());
    QVERIFY(!answer->text.empty());
    QCOMPARE(streamed, answer->text);
    QVERIFY(QString::fromStdString(streamed).toUtf8().toStdString() == streamed);   // whole characters only
  }
  void a_stop_text_ends_the_answer_and_is_not_part_of_it() {
    const auto prompt = ids_of(*tokenizer_, "stop here");
    const auto whole = TextGenerator(*model_, *tokenizer_).generate(prompt, greedy(30));
    QVERIFY(whole.ok() && whole->text.size() > 12);
    GenerationOptions options = greedy(30);
    options.sampling.stop = {whole->text.substr(6, 3)};
    const auto answer = TextGenerator(*model_, *tokenizer_).generate(prompt, options);
    QCOMPARE(answer->reason, FinishReason::StopText);
    QCOMPARE(answer->text, whole->text.substr(0, whole->text.find(options.sampling.stop[0])));
  }
  void the_end_token_ends_the_answer_and_is_not_part_of_it() {
    // A head that always says the end token.
    CausalLm::Weights weights = test::tiny_weights(test::tiny_config(), DType::F32, 3);
    ModelConfig config = test::tiny_config();
    config.tied_head = false;
    weights.head = weights.head.mul(0);
    const TokenId end = tokenizer_->special_tokens().end_of_generation.at(0);
    const auto prompt = ids_of(*tokenizer_, "x");
    weights.head.select(0, end).copy_(weights.embedding.select(0, prompt[0]));
    weights.final_norm.abs_();
    const CausalLm model(config, std::move(weights));
    const auto answer = TextGenerator(model, *tokenizer_).generate(prompt, greedy(30));
    if (answer->reason == FinishReason::EndToken) {
      QVERIFY(answer->ids.empty() && answer->text.empty());
    } else {
      QFAIL("expected the end token");
    }
  }
  void the_answer_ends_with_the_models_positions() {
    ModelConfig config = test::tiny_config();
    config.max_positions = 12;
    const CausalLm model = test::tiny_model(config, DType::F32, 3);
    const std::vector<TokenId> prompt(10, 65);
    const auto answer = TextGenerator(model, *tokenizer_).generate(prompt, greedy(100));
    QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().sentence().c_str());
    QVERIFY(answer->reason == FinishReason::Length ? answer->ids.size() == 3 : answer->ids.size() < 3);
  }
  void cancelling_keeps_what_there_is() {
    std::stop_source stop;
    GenerationOptions options = greedy(500);
    int pieces = 0;
    options.on_text = [&](std::size_t, std::string_view) {
      if (++pieces == 3) stop.request_stop();
    };
    const auto answer = TextGenerator(*model_, *tokenizer_)
                            .generate(ids_of(*tokenizer_, "long"), options, TaskContext{stop.get_token(), {}});
    QVERIFY(answer.ok());
    QCOMPARE(answer->reason, FinishReason::Cancelled);
    QVERIFY(!answer->text.empty() && answer->ids.size() < 20);
  }
  void bad_prompts_are_refused_by_number() {
    const TextGenerator generator(*model_, *tokenizer_);
    const std::vector<std::vector<TokenId>> prompts{{1}, {}};
    QVERIFY(generator.generate(prompts, greedy(3)).error().sentence().starts_with("prompt 2: "));
    QCOMPARE(generator.generate(std::vector<TokenId>{260}, greedy(3)).error().code, ErrorCode::Mismatch);
    QCOMPARE(generator.generate(std::vector<TokenId>(513, 1), greedy(3)).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(generator.generate(std::vector<TokenId>{1}, greedy(0)).error().subject.text(),
             std::string("max_new_tokens"));
  }
  void weights_that_are_not_numbers_are_an_error() {
    CausalLm model = test::tiny_model(test::tiny_config(), DType::F32, 3);
    model.weight({1, Projection::Down}).fill_(std::numeric_limits<float>::quiet_NaN());
    QCOMPARE(TextGenerator(model, *tokenizer_).generate({1, 2}, greedy(3)).error().code, ErrorCode::NonFinite);
  }
  void the_demo_model_says_that_paris_is_the_capital_of_france() {
    auto loaded = load_model(test::demo_model(), {.dtype = DType::BF16});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    auto tokenizer = load_tokenizer(test::demo_model());
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.error().sentence().c_str());
    const auto answer = TextGenerator(*loaded->model, **tokenizer)
                            .generate(ids_of(**tokenizer,
                                             "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n"
                                             "<|im_start|>assistant\n"),
                                      greedy(24));
    QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().sentence().c_str());
    QVERIFY2(answer->text.find("Paris") != std::string::npos, answer->text.c_str());
    QCOMPARE(answer->reason, FinishReason::EndToken);
  }
};

QTEST_GUILESS_MAIN(TextGeneratorTest)
#include "text_generator_test.moc"
