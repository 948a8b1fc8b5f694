#pragma once
// Rows of files as token ids and labels: only answers and their end tokens train. Everything that does not train as it
// stands is counted and named. Used by session/, train/ and evaluate/. Tensor-free. Thread: const calls from any.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/data_config.h"
#include "core/data/data_summary.h"
#include "core/data/example_reader.h"
#include "core/data/prompt_template.h"
#include "core/data/stored_array.h"
#include "core/data/token_rows.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

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

  // Findings about these rows that took a look at all of them, kept as long as their tokens are (row_cache).
  // `name`: letters, digits and -. std::nullopt: nothing was kept; an empty sentence: nothing was found.
  std::optional<Sentence> finding(const std::string& name) const;
  void keep_finding(const std::string& name, const Sentence& found) const;

 private:
  friend class SftBuilder;
  friend class RowCache;
  // Opened when it is asked for: rows that were kept are read without their files. Errors: those of RowFile::open.
  Result<std::shared_ptr<const RowFile>> source(std::int32_t file) const;
  enum RowMark : std::uint8_t { HeldOut = 1, NotDrawn = 2 };   // NotDrawn: a general row that is not mixed in
  bool is_marked(std::int64_t row, RowMark mark) const { return (marks_[row] & mark) != 0; }

  DataConfig config_;
  mutable std::vector<SourceFile> sources_;   // training files, held-out files, general rows; `rows` may be empty
  std::shared_ptr<std::mutex> opening_ = std::make_shared<std::mutex>();
  std::filesystem::path kept_;   // folder of the cache; empty: not kept
  StoredArray<RowPlace> places_;
  StoredArray<std::uint8_t> marks_;   // of RowMark, by row
};

// Why a general row does not train (DataConfig::replay_share).
Sentence not_drawn_reason();

// The tokens of one text as a person looks at them: neither trained nor cut off yet.
std::vector<TokenView> views_of(std::span<const Token> tokens, const Tokenizer& tokenizer);

// `seed`: of the held-out split; the same seed and files give the same split.
// `embedding_rows`: tokens that the model has an embedding for; 0: not known.
// Rows of large files are kept as tokens in the user's cache (kept_rows.h); rows that are there are not read again.
// Errors: those of validate(), open_sources, read_rows and the template; InvalidArgument when no row is left to train
// on, with the reasons and their counts; Mismatch for a token that the model has no embedding for, with row and token;
// Cancelled.
Result<SftData> load_sft_data(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              std::uint64_t seed, const TaskContext& task = {}, std::int64_t embedding_rows = 0);

}   // namespace lift
