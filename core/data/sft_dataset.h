#pragma once
// Rows of files as token ids and labels: only answers and their end tokens train. Everything that does not train as it
// stands is counted and named. Used by session/, train/ and evaluate/. Tensor-free. Thread: const calls from any.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/data_config.h"
#include "core/data/data_summary.h"
#include "core/data/example_reader.h"
#include "core/data/prompt_template.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// Tokens of many rows, one after another: five bytes a token.
class SftDataset {
 public:
  std::int64_t size() const { return static_cast<std::int64_t>(source_rows_.size()); }
  std::int64_t length(std::int64_t row) const { return offset(row + 1) - offset(row); }
  std::span<const TokenId> ids(std::int64_t row) const { return part(ids_, row); }
  // By token: 1 when predicting it counts in the loss. Never the first of a row.
  std::span<const std::uint8_t> trained(std::int64_t row) const { return part(trained_, row); }
  std::int64_t label_count(std::int64_t row) const;
  std::int64_t source_row(std::int64_t row) const { return source_rows_[static_cast<std::size_t>(row)]; }
  std::int64_t token_count() const { return static_cast<std::int64_t>(ids_.size()); }
  Fingerprint fingerprint() const;   // of ids and labels in order

  void append(std::int64_t source_row, std::span<const TokenId> ids, std::span<const std::uint8_t> trained);

 private:
  std::int64_t offset(std::int64_t row) const { return offsets_[static_cast<std::size_t>(row)]; }
  template <typename T>
  std::span<const T> part(const std::vector<T>& all, std::int64_t row) const {
    return std::span<const T>(all).subspan(static_cast<std::size_t>(offset(row)),
                                           static_cast<std::size_t>(length(row)));
  }
  std::vector<TokenId> ids_;
  std::vector<std::uint8_t> trained_;
  std::vector<std::int64_t> offsets_{0};
  std::vector<std::int64_t> source_rows_;
};

// All that was made of a DataConfig. Keeps where each row stands, not its text: row() reads the file again.
class SftData {
 public:
  SftDataset train, held_out;
  DataSummary summary;

  // A row of the files in order, from 0, dropped rows too. Errors: InvalidArgument outside; Mismatch or Malformed when
  // the file has changed since.
  Result<RowView> row(std::int64_t index, const Tokenizer& tokenizer, const PromptTemplate& prompt) const;
  // What the last answer of a row answers, for people: the message before it, or the row as the file has it where that
  // is no text. Errors as row().
  Result<std::string> question(std::int64_t index) const;

 private:
  friend class SftBuilder;
  DataConfig config_;
  std::vector<SourceFile> sources_;   // training files, then held-out files
  std::vector<RowPlace> places_;
  std::vector<bool> is_held_out_;
  std::set<std::int64_t> not_drawn_;   // general rows that are not mixed in
};

// Why a general row does not train (DataConfig::replay_share).
Sentence not_drawn_reason();

// The tokens of one text as a person looks at them: neither trained nor cut off yet.
std::vector<TokenView> views_of(std::span<const Token> tokens, const Tokenizer& tokenizer);

// `seed`: of the held-out split; the same seed and files give the same split.
// `embedding_rows`: tokens that the model has an embedding for; 0: not known.
// Errors: those of validate(), open_sources, read_rows and the template; InvalidArgument when no row is left to train
// on, with the reasons and their counts; Mismatch for a token that the model has no embedding for, with row and token;
// Cancelled.
Result<SftData> load_sft_data(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              std::uint64_t seed, const TaskContext& task = {}, std::int64_t embedding_rows = 0);

}   // namespace lift
