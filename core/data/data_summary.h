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

// What becomes of a field that rows or their messages have. Once per file and name.
struct FieldUse {
  enum class Where : std::uint8_t { Row, Message, Template };   // Template: an entry of chat_template_kwargs
  std::int32_t file = 0;                                        // of DataSummary::files
  Where where = Where::Row;
  std::string name;
  std::string role;         // "prompt", "tools", "weight", ...; empty: not used
  std::int64_t count = 0;   // rows or messages that have it, null not counted
};

// Rows that are left out for one reason.
struct LeftOutRows {
  Sentence reason;
  std::int64_t rows = 0;
  Sentence first;   // place of the first of them
};

// "12 rows left out: no answer (the first: train.jsonl, line 3017)".
Sentence sentence_of(const LeftOutRows& out);

// One file of the data set as it was read.
struct FileView {
  std::string path;
  std::string layout;
  std::vector<std::string> columns;                // of its first rows, in order of appearance
  std::map<std::string, std::string> column_map;   // role -> column, as found or given
};

struct DataSummary {
  std::vector<std::string> files;
  std::string layout;                              // of the first file: "question_answer", ...
  std::vector<std::string> columns;                // all that the training files have, in order of appearance
  std::map<std::string, std::string> column_map;   // of the first file: role -> column, as found or given
  std::vector<FileView> read_as;                   // each file by itself, as `files`
  std::vector<FieldUse> fields;                    // what becomes of every field
  std::vector<LeftOutRows> left_out;               // why rows are left out, most rows first
  std::vector<Sentence> remarks;                   // what a person should know, once per file: fields not used, ...
  std::string prompt_format;                       // "chat", "alpaca", "plain": what auto chose
  std::string end_token;                           // text of the token that ends every response, and trains
  std::int64_t rows = 0, kept = 0, truncated = 0, dropped = 0;   // kept counts the truncated ones too
  std::int64_t train_rows = 0, held_out_rows = 0;
  std::int64_t tokens = 0, trained_tokens = 0;                            // of the kept rows
  std::int64_t train_tokens = 0, train_labels = 0, train_truncated = 0;   // of the rows that train, held-out ones not
  std::int64_t longest = 0;                                               // tokens, before truncation
  std::vector<std::int64_t> length_histogram;   // rows by length; bucket i: lengths [i, i + 1) * bucket_tokens
  std::int64_t bucket_tokens = 16;
  std::vector<RowNotice> notices;   // of truncated and dropped rows, the first 1,000
  Fingerprint fingerprint;          // of everything that trains
};

struct TokenView {
  TokenId id = 0;
  std::string piece;                  // the bytes it stands for, fit for display: part of a character is \\xE2
  std::string text;                   // what it adds to the running text: a whole character stands at its first token
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
