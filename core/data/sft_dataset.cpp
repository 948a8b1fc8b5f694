#include "core/data/sft_dataset.h"

#include <algorithm>
#include <cmath>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/data/encoded_row.h"

namespace lift {

namespace fs = std::filesystem;

std::int64_t SftDataset::label_count(std::int64_t row) const { return std::ranges::count(trained(row), 1); }

void SftDataset::append(std::int64_t source_row, std::span<const TokenId> ids, std::span<const std::uint8_t> trained) {
  ids_.insert(ids_.end(), ids.begin(), ids.end());
  trained_.insert(trained_.end(), trained.begin(), trained.end());
  offsets_.push_back(static_cast<std::int64_t>(ids_.size()));
  source_rows_.push_back(source_row);
}

Fingerprint SftDataset::fingerprint() const {
  Fingerprinter all;
  all.add(std::as_bytes(std::span(ids_)));
  all.add(std::as_bytes(std::span(trained_)));
  all.add(std::as_bytes(std::span(offsets_)));
  return all.finish();
}

namespace {

constexpr std::size_t most_notices = 1000;
constexpr std::size_t most_buckets = 256;

}   // namespace

class SftBuilder {
 public:
  SftBuilder(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt)
      : tokenizer_(tokenizer), prompt_(prompt) {
    data_.config_ = config;
  }

  Result<SftData> build(std::uint64_t seed, const TaskContext& task) {
    const DataConfig& config = data_.config_;
    data_.files_.assign(config.files.begin(), config.files.end());
    LIFT_ASSIGN(data_.columns_, find_columns(data_.files_, config));
    data_.held_out_columns_ = data_.columns_;
    LIFT_RETURN_IF_ERROR(read(data_.files_, data_.columns_, config.limit_rows, false, task));
    if (!config.held_out_files.empty()) {
      const std::vector<fs::path> files(config.held_out_files.begin(), config.held_out_files.end());
      LIFT_ASSIGN(data_.held_out_columns_, find_columns(files, config));
      LIFT_RETURN_IF_ERROR(read(files, data_.held_out_columns_, 0, true, task));
      data_.files_.insert(data_.files_.end(), files.begin(), files.end());
    } else if (config.held_out_share > 0) {
      split(seed);
    }
    if (data_.train.size() == 0) return nothing_to_train();
    summarise();
    return std::move(data_);
  }

 private:
  Status read(const std::vector<fs::path>& files, const DataColumns& columns, std::int64_t limit, bool held_out,
              const TaskContext& task) {
    const auto first_file = static_cast<std::int32_t>(held_out ? data_.files_.size() : 0);
    return read_rows(
        files, columns, limit,
        [&](ReadRow row) {
          const fs::path& file = files[static_cast<std::size_t>(row.place.file)];
          row.place.file += first_file;
          return take(std::move(row), file, held_out);
        },
        task);
  }

  Status take(ReadRow read, const fs::path& file, bool held_out) {
    const auto index = static_cast<std::int64_t>(data_.places_.size());
    data_.places_.push_back(read.place);
    data_.is_held_out_.push_back(held_out);
    const auto place = [&] { return say("{}, line {}", file.filename().string(), read.place.line); };
    if (!read.example) {
      note(index, place(), RowFate::Dropped, read.reason);
      return {};
    }
    LIFT_ASSIGN(const EncodedRow row, encode_row(*read.example, tokenizer_, prompt_, data_.config_));
    if (!row.tokens.empty()) lengths_.push_back(static_cast<std::int64_t>(row.tokens.size()));
    if (row.fate != RowFate::Kept) note(index, place(), row.fate, row.reason);
    if (row.fate == RowFate::Dropped) return {};
    ids_.clear();
    for (std::int64_t i = 0; i < row.kept_tokens; ++i) ids_.push_back(row.tokens[static_cast<std::size_t>(i)].id);
    const auto trained = std::span(row.trained).first(ids_.size());
    (held_out ? data_.held_out : data_.train).append(index, ids_, trained);
    if (row.fate == RowFate::Kept && data_.summary.end_token.empty())
      data_.summary.end_token = tokenizer_.piece_bytes(ids_.back());
    return {};
  }

  void note(std::int64_t row, const Sentence& place, RowFate fate, const Sentence& reason) {
    DataSummary& summary = data_.summary;
    ++(fate == RowFate::Dropped ? summary.dropped : summary.truncated);
    if (fate == RowFate::Dropped) ++reasons_.try_emplace(reason.text(), reason, 0).first->second.second;
    if (summary.notices.size() < most_notices) summary.notices.push_back({row, place, fate, reason});
  }

  // The rows whose mixed number is lowest: which ones depends on the seed and the row alone.
  void split(std::uint64_t seed) {
    const SftDataset all = std::move(data_.train);
    std::vector<std::pair<std::uint64_t, std::int64_t>> ranked;
    for (std::int64_t row = 0; row < all.size(); ++row)
      ranked.emplace_back(stream_seed(seed, "held-out split", static_cast<std::uint64_t>(all.source_row(row))), row);
    std::ranges::sort(ranked);
    const auto wanted = std::llround(data_.config_.held_out_share * static_cast<double>(all.size()));
    std::vector<bool> kept_out(static_cast<std::size_t>(all.size()));
    for (std::int64_t i = 0; i < std::min<std::int64_t>(wanted, all.size() - 1); ++i)
      kept_out[static_cast<std::size_t>(ranked[static_cast<std::size_t>(i)].second)] = true;
    data_.train = SftDataset();
    for (std::int64_t row = 0; row < all.size(); ++row) {
      const bool out = kept_out[static_cast<std::size_t>(row)];
      (out ? data_.held_out : data_.train).append(all.source_row(row), all.ids(row), all.trained(row));
      if (out) data_.is_held_out_[static_cast<std::size_t>(all.source_row(row))] = true;
    }
  }

  Error nothing_to_train() const {
    std::vector<Sentence> reasons;
    for (const auto& [english, counted] : reasons_) reasons.push_back(say("{}: {}", counted.first, counted.second));
    if (reasons.size() > 5) reasons.resize(5);
    return make_error(ErrorCode::InvalidArgument, data_.files_.front().string(),
                      data_.places_.empty()
                          ? say("expected rows to train on, found an empty data set")
                          : say("expected rows to train on, found none: all {} rows are left out ({})",
                                data_.places_.size(), joined(reasons, "; ")),
                      say("Check the columns and the longest row"));
  }

  void summarise() {
    DataSummary& summary = data_.summary;
    for (const fs::path& file : data_.files_) summary.files.push_back(file.string());
    summary.layout = name_of(data_.columns_.layout);
    summary.columns = data_.columns_.columns;
    summary.column_map = data_.columns_.column_map;
    summary.prompt_format = prompt_.name();
    summary.rows = static_cast<std::int64_t>(data_.places_.size());
    summary.kept = summary.rows - summary.dropped;
    summary.train_rows = data_.train.size();
    summary.held_out_rows = data_.held_out.size();
    for (const SftDataset* part : {&data_.train, &data_.held_out}) {
      summary.tokens += part->token_count();
      for (std::int64_t row = 0; row < part->size(); ++row) summary.trained_tokens += part->label_count(row);
    }
    if (!lengths_.empty()) summary.longest = *std::ranges::max_element(lengths_);
    while (summary.longest / summary.bucket_tokens >= static_cast<std::int64_t>(most_buckets))
      summary.bucket_tokens *= 2;
    summary.length_histogram.resize(static_cast<std::size_t>(summary.longest / summary.bucket_tokens) + 1);
    for (const std::int64_t length : lengths_)
      ++summary.length_histogram[static_cast<std::size_t>(length / summary.bucket_tokens)];
    summary.fingerprint = data_.train.fingerprint();
  }

  const Tokenizer& tokenizer_;
  const PromptTemplate& prompt_;
  SftData data_;
  std::vector<TokenId> ids_;
  std::vector<std::int64_t> lengths_;                                  // of every row that became tokens
  std::map<std::string, std::pair<Sentence, std::int64_t>> reasons_;   // of dropped rows, by their English
};

Result<SftData> load_sft_data(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              std::uint64_t seed, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(config.validate());
  return catch_exceptions(say("data"), [&] { return SftBuilder(config, tokenizer, prompt).build(seed, task); });
}

}   // namespace lift
