#pragma once
// What a person sees of a data set: what was found, what trains, what was left out and why. Values made by sft_dataset,
// shown by `lift tokens`, the data page and the run's log. Tensor-free.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/io/fingerprint.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

enum class RowFate : std::uint8_t { Kept, Truncated, Dropped };

// A row that does not train as it stands.
struct RowNotice {
  std::int64_t row = 0;   // index over all files, from 0
  Sentence place;         // "train.jsonl, line 3017"
  RowFate fate = RowFate::Dropped;
  Sentence reason;   // "no answer", "812 tokens, 300 cut off"
};

struct DataSummary {
  std::vector<std::string> files;
  std::string layout;                              // "question_answer", ...
  std::vector<std::string> columns;                // all that the files have, in order of appearance
  std::map<std::string, std::string> column_map;   // role -> column, as found or given
  std::string prompt_format;                       // "chat", "alpaca", "plain": what auto chose
  std::string end_token;                           // text of the token that ends every response, and trains
  std::int64_t rows = 0, kept = 0, truncated = 0, dropped = 0;   // kept counts the truncated ones too
  std::int64_t train_rows = 0, held_out_rows = 0;
  std::int64_t tokens = 0, trained_tokens = 0;   // of the kept rows
  std::int64_t longest = 0;                      // tokens, before truncation
  std::vector<std::int64_t> length_histogram;    // rows by length; bucket i: lengths [i, i + 1) * bucket_tokens
  std::int64_t bucket_tokens = 16;
  std::vector<RowNotice> notices;   // of truncated and dropped rows, the first 1,000
  Fingerprint fingerprint;          // of everything that trains
};

struct TokenView {
  TokenId id = 0;
  std::string piece;                  // the bytes it stands for, fit for display
  std::uint32_t begin = 0, end = 0;   // bytes of `rendered`
  bool trained = false;               // its prediction counts in the loss
  bool kept = true;                   // false: cut off
};

// One row from the file to the loss.
struct RowView {
  std::int64_t row = 0;
  Sentence place;
  RowFate fate = RowFate::Kept;
  Sentence reason;
  bool held_out = false;
  std::string raw;        // the row as the file has it
  std::string rendered;   // through the prompt template
  std::vector<TokenView> tokens;
};

}   // namespace lift
