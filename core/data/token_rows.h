#pragma once
// Rows of token ids and of what trains in them, and the parts of a data set that choose among them. In memory, or on
// disk where a data set may not fit. Used by sft_dataset. Tensor-free. Thread: const calls from any.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "core/base/result.h"
#include "core/data/stored_array.h"
#include "core/io/fingerprint.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// All rows in the order in which they were read: five bytes a token, 24 a row.
struct TokenRows {
  struct Row {
    std::uint64_t begin = 0;       // of its tokens
    std::int64_t source_row = 0;   // a text's pieces have the same one
    std::uint32_t length = 0, labels = 0;
  };
  StoredArray<TokenId> ids;
  StoredArray<std::uint8_t> trained;
  StoredArray<Row> rows;

  static TokenRows in_folder(const std::filesystem::path& folder);
  // What was appended, at the end of `rows`.
  Row append(std::int64_t source_row, std::span<const TokenId> row_ids, std::span<const std::uint8_t> row_trained);
  bool failed() const { return ids.failed() || trained.failed() || rows.failed(); }
  Status finish();
  void release() const;
};

// Some of the rows, in an order of their own.
class SftDataset {
 public:
  SftDataset() : rows_(std::make_shared<TokenRows>()) {}   // of rows of its own
  struct Totals {                                          // over all rows
    std::int64_t tokens = 0, labels = 0;
    std::int64_t longest = 0, most_labels = 0;   // of a row
  };
  SftDataset(std::shared_ptr<TokenRows> rows, StoredArray<std::int64_t> chosen, Totals totals)
      : rows_(std::move(rows)), chosen_(std::move(chosen)), totals_(totals) {}

  std::int64_t size() const { return chosen_.size(); }
  std::int64_t length(std::int64_t row) const { return at(row).length; }
  std::span<const TokenId> ids(std::int64_t row) const { return rows_->ids.part(at(row).begin, at(row).length); }
  // By token: 1 when predicting it counts in the loss. Never the first of a row.
  std::span<const std::uint8_t> trained(std::int64_t row) const {
    return rows_->trained.part(at(row).begin, at(row).length);
  }
  std::int64_t label_count(std::int64_t row) const { return at(row).labels; }
  std::int64_t source_row(std::int64_t row) const { return at(row).source_row; }
  std::int64_t place(std::int64_t row) const { return chosen_[row]; }   // among all rows

  const TokenRows& rows() const { return *rows_; }
  const Totals& totals() const { return totals_; }   // no row is looked at
  std::int64_t token_count() const { return totals_.tokens; }
  Fingerprint fingerprint() const;   // of ids and labels in order

  void append(std::int64_t source_row, std::span<const TokenId> ids, std::span<const std::uint8_t> trained);
  void choose(std::int64_t place);
  Status finish() { return chosen_.finish(); }   // Errors: Io
  // Rows on disk that were looked at leave memory; spans of them stay valid.
  void release() const;

 private:
  void choose(std::int64_t place, const TokenRows::Row& row);
  const TokenRows::Row& at(std::int64_t row) const { return rows_->rows[chosen_[row]]; }
  std::shared_ptr<TokenRows> rows_;
  StoredArray<std::int64_t> chosen_;
  Totals totals_;
};

// Rows that may be looked at, one after another, before release() is worth its call.
constexpr std::int64_t kRowsBetweenReleases = 8192;

}   // namespace lift
