#include "core/generate/text_generator.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include <ATen/core/Tensor.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/generate/sampler.h"
#include "core/generate/stop_texts.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"
#include "core/model/causal_lm.h"
#include "core/model/kv_cache.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kPromptPassTokens = 2048;   // of prompts read in one pass; a longer one is a pass of its own

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

Status check_prompts(std::span<const std::vector<TokenId>> prompts, const ModelConfig& config) {
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    const auto refuse = [&](Sentence message) {
      return make_error(ErrorCode::InvalidArgument, say("prompt {}", i + 1), std::move(message));
    };
    if (prompts[i].empty()) return refuse(say("expected at least one token, found none"));
    if (std::ssize(prompts[i]) > config.max_positions)
      return refuse(
          say("expected at most {} tokens, the model's positions, found {}", config.max_positions, prompts[i].size()));
    for (TokenId id : prompts[i])
      if (id < 0 || id >= config.vocabulary_size)
        return make_error(ErrorCode::Mismatch, say("prompt {}", i + 1),
                          say("expected token ids below {}, found {}", config.vocabulary_size, id),
                          say("The tokenizer's files know more tokens than the model"));
  }
  return {};
}

// One prompt on its way: its tokens so far and the text made of them.
class Answering {
 public:
  Answering(const Tokenizer& tokenizer, const GenerationOptions& options, std::size_t number,
            const std::vector<TokenId>& prompt, std::int64_t max_positions)
      : tokenizer_(tokenizer),
        options_(options),
        number_(number),
        seen_(prompt),
        max_positions_(max_positions),
        sampler_(options.sampling, number),
        decoder_(tokenizer),
        stops_(options.sampling.stop),
        begin_(Clock::now()) {
    answer_.prompt_tokens = std::ssize(prompt);
  }

  // Takes the logits of the next token; true when the answer goes on.
  Result<bool> advance(std::span<float> logits) {
    LIFT_ASSIGN(const TokenId id, sampler_.choose(logits, seen_));
    if (answer_.ids.empty()) {
      answer_.prompt_seconds = seconds_since(begin_);
      begin_ = Clock::now();
    }
    if (ends(id)) return end(FinishReason::EndToken);
    seen_.push_back(id);
    answer_.ids.push_back(id);
    if (!tokenizer_.is_special(id)) show(stops_.push(decoder_.push(id)));
    if (stops_.found()) return end(FinishReason::StopText);
    // A token at the last position has no successor.
    if (std::ssize(answer_.ids) >= options_.sampling.max_new_tokens || std::ssize(seen_) > max_positions_)
      return end(FinishReason::Length);
    return true;
  }

  bool end(FinishReason reason) {
    if (!stops_.found()) {
      show(stops_.push(decoder_.finish()));
      if (stops_.found()) reason = FinishReason::StopText;
      else show(stops_.finish());
    }
    answer_.reason = reason;
    answer_.decode_seconds = seconds_since(begin_);
    return false;
  }

  std::size_t number() const { return number_; }
  TokenId last() const { return seen_.back(); }
  GeneratedAnswer take() { return std::move(answer_); }

 private:
  bool ends(TokenId id) const {
    const auto& ids = tokenizer_.special_tokens().end_of_generation;
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }
  void show(const std::string& text) {
    if (text.empty()) return;
    answer_.text += text;
    if (options_.on_text) options_.on_text(number_, text);
  }

  const Tokenizer& tokenizer_;
  const GenerationOptions& options_;
  const std::size_t number_;
  std::vector<TokenId> seen_;   // prompt and answer
  const std::int64_t max_positions_;
  Sampler sampler_;
  StreamDecoder decoder_;
  StopTexts stops_;
  Clock::time_point begin_;
  GeneratedAnswer answer_;
};

// All prompts through a fixed number of places in the cache.
class Batch {
 public:
  Batch(const CausalLm& model, const Tokenizer& tokenizer, std::span<const std::vector<TokenId>> prompts,
        const GenerationOptions& options, const TaskContext& task)
      : model_(model),
        tokenizer_(tokenizer),
        prompts_(prompts),
        options_(options),
        task_(task),
        places_(std::min(prompts.size(), static_cast<std::size_t>(options.batch_size))),
        cache_(model.config(), std::ssize(places_), cache_tokens(), to_dtype(model.scalar_type()),
               to_device(model.device())),
        answers_(prompts.size()) {
    for (GeneratedAnswer& answer : answers_) answer.reason = FinishReason::Cancelled;
  }

  Result<std::vector<GeneratedAnswer>> run() {
    while (!task_.stop_requested()) {
      LIFT_RETURN_IF_ERROR(fill_places());
      if (finished_ == prompts_.size()) break;
      if (task_.stop_requested()) break;
      LIFT_RETURN_IF_ERROR(step());
    }
    for (auto& place : places_)
      if (place) {
        place->end(FinishReason::Cancelled);
        answers_[place->number()] = place->take();
      }
    return std::move(answers_);
  }

 private:
  std::int64_t cache_tokens() const {
    std::int64_t longest = 1;
    for (const auto& prompt : prompts_) longest = std::max(longest, std::ssize(prompt));
    return std::min(model_.config().max_positions, longest + options_.sampling.max_new_tokens);
  }

  // Until no place is free: an answer may end with its first token.
  Status fill_places() {
    while (!task_.stop_requested()) {
      const std::vector<std::int64_t> begun = begin_prompts();
      if (begun.empty()) break;
      std::vector<std::span<const TokenId>> prompts;
      for (const std::int64_t place : begun)
        prompts.push_back(prompts_[places_[static_cast<std::size_t>(place)]->number()]);
      const at::Tensor logits = model_.prefill(cache_, begun, prompts);
      LIFT_RETURN_IF_ERROR(advance_all(begun, logits));
    }
    return {};
  }

  // Gives free places to the next prompts, as many as one pass takes.
  std::vector<std::int64_t> begin_prompts() {
    std::vector<std::int64_t> begun;
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < places_.size() && next_ < prompts_.size(); ++i) {
      if (places_[i]) continue;
      const auto& prompt = prompts_[next_];
      tokens += std::ssize(prompt);
      if (!begun.empty() && tokens > kPromptPassTokens) break;
      places_[i] = std::make_unique<Answering>(tokenizer_, options_, next_, prompt, model_.config().max_positions);
      ++next_;
      begun.push_back(static_cast<std::int64_t>(i));
      cache_.truncate(begun.back(), 0);
    }
    return begun;
  }

  Status step() {
    std::vector<std::int64_t> sequences;
    std::vector<TokenId> ids;
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (places_[i]) {
        sequences.push_back(static_cast<std::int64_t>(i));
        ids.push_back(places_[i]->last());
      }
    if (sequences.empty()) return {};
    LIFT_RETURN_IF_ERROR(advance_all(sequences, model_.decode_step(cache_, sequences, ids)));
    // Who watches may ask to stop at a report: many answers take minutes.
    if (prompts_.size() > 1) report();
    return {};
  }

  void report() const { task_.report(say("generating"), static_cast<std::int64_t>(finished_), std::ssize(prompts_)); }

  // logits_BV: of the next token of every listed place.
  Status advance_all(std::span<const std::int64_t> places, const at::Tensor& device_logits_BV) {
    const at::Tensor logits_BV = on_host(device_logits_BV);
    const std::int64_t vocabulary = logits_BV.size(1);
    float* logits = mutable_host_data<float>(logits_BV);
    for (const std::int64_t place : places) {
      LIFT_RETURN_IF_ERROR(advance(static_cast<std::size_t>(place), logits, vocabulary));
      logits += vocabulary;
    }
    return {};
  }

  Status advance(std::size_t place, float* logits, std::int64_t vocabulary) {
    Answering& answering = *places_[place];
    LIFT_ASSIGN(const bool goes_on, answering.advance({logits, static_cast<std::size_t>(vocabulary)}));
    if (goes_on) return {};
    answers_[answering.number()] = answering.take();
    places_[place].reset();
    ++finished_;
    report();
    return {};
  }

  const CausalLm& model_;
  const Tokenizer& tokenizer_;
  const std::span<const std::vector<TokenId>> prompts_;
  const GenerationOptions& options_;
  const TaskContext& task_;
  std::vector<std::unique_ptr<Answering>> places_;   // empty: free
  KvCache cache_;
  std::vector<GeneratedAnswer> answers_;
  std::size_t next_ = 0, finished_ = 0;
};

}   // namespace

std::string_view name_of(FinishReason reason) {
  switch (reason) {
    case FinishReason::EndToken: return "end token";
    case FinishReason::StopText: return "stop text";
    case FinishReason::Length: return "length";
    case FinishReason::ContextFull: return "context full";
    case FinishReason::Cancelled: return "cancelled";
  }
  return "?";
}

Result<std::vector<GeneratedAnswer>> TextGenerator::generate(std::span<const std::vector<TokenId>> prompts,
                                                             const GenerationOptions& options,
                                                             const TaskContext& task) const {
  LIFT_RETURN_IF_ERROR(options.sampling.validate());
  if (options.batch_size < 1)
    return make_error(ErrorCode::InvalidArgument, say("batch size"),
                      say("expected at least 1 prompt at a time, found {}", options.batch_size));
  LIFT_RETURN_IF_ERROR(check_prompts(prompts, model_.config()));
  return catch_exceptions(say("generating text"),
                          [&] { return Batch(model_, tokenizer_, prompts, options, task).run(); });
}

Result<GeneratedAnswer> TextGenerator::generate(const std::vector<TokenId>& prompt, const GenerationOptions& options,
                                                const TaskContext& task) const {
  LIFT_ASSIGN(auto answers, generate(std::span(&prompt, 1), options, task));
  return std::move(answers.front());
}

}   // namespace lift
