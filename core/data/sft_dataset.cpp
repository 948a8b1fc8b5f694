#include "core/data/sft_dataset.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/data/cache_folder.h"
#include "core/data/encoded_row.h"
#include "core/data/field_ledger.h"
#include "core/data/kept_rows.h"
#include "core/data/row_cache.h"
#include "core/data/token_check.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostNotices = 1000;
constexpr std::size_t kMostBuckets = 256;
constexpr std::uint64_t kMostInMemory = 16u << 20;   // bytes of text
constexpr std::int64_t kMostRowsInMemory = 10'000;

// Of many numbered things those with the lowest numbers.
class LowestNumbers {
 public:
  using Numbered = std::pair<std::uint64_t, std::int64_t>;
  explicit LowestNumbers(std::int64_t count) : count_(static_cast<std::size_t>(std::max<std::int64_t>(0, count))) {}

  void add(std::uint64_t number, std::int64_t thing) {
    const Numbered added{number, thing};
    if (found_.size() == count_ && (count_ == 0 || added > found_.front())) return;
    if (found_.size() == count_) {
      std::ranges::pop_heap(found_);
      found_.pop_back();
    }
    found_.push_back(added);
    std::ranges::push_heap(found_);
  }
  const std::vector<Numbered>& found() const { return found_; }   // in no order

 private:
  std::size_t count_;
  std::vector<Numbered> found_;   // a heap, the highest first
};

// Reasons that differ in numbers alone (lengths, places in a list) are one: the first stands for all.
std::string kind_of_reason(const Sentence& reason) {
  std::string kind;
  for (const char c : reason.text())
    if (c < '0' || c > '9') kind += c;
    else if (kind.empty() || kind.back() != '#') kind += '#';
  return kind;
}

}   // namespace

Sentence not_drawn_reason() { return say("not drawn: other general rows are mixed in"); }

class SftBuilder {
 public:
  SftBuilder(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt,
             std::int64_t embedding_rows)
      : tokenizer_(tokenizer), prompt_(prompt), ledger_(prompt), embedding_rows_(embedding_rows) {
    data_.config_ = config;
  }

  std::optional<TemporaryRows>& folder() { return folder_; }   // where the rows lie; empty: in memory

  Result<SftData> build(std::uint64_t seed, const TaskContext& task) {
    const DataConfig& config = data_.config_;
    LIFT_RETURN_IF_ERROR(read(config.files, config.limit_rows, Part::Train, task));
    if (!config.held_out_files.empty()) LIFT_RETURN_IF_ERROR(read(config.held_out_files, 0, Part::HeldOut, task));
    if (data_.train.size() == 0) return nothing_to_train();
    if (config.replay_share > 0) LIFT_RETURN_IF_ERROR(read(config.replay_files, 0, Part::Replay, task));
    LIFT_RETURN_IF_ERROR(finish_reading());
    if (config.held_out_files.empty() && config.held_out_share > 0)
      LIFT_RETURN_IF_ERROR(split(seed, "held-out split", config.held_out_share));
    if (config.validation_share > 0) LIFT_RETURN_IF_ERROR(split(seed, "validation split", config.validation_share));
    if (config.replay_share > 0) LIFT_RETURN_IF_ERROR(mix_in(seed));
    LIFT_RETURN_IF_ERROR(mark_rows());
    summarise();
    return std::move(data_);
  }

 private:
  enum class Part { Train, HeldOut, Replay };

  Status read(const std::vector<std::string>& names, std::int64_t limit, Part part, const TaskContext& task) {
    const std::vector<fs::path> files(names.begin(), names.end());
    DataConfig config = data_.config_;
    if (part == Part::Replay) config.column_map.clear(), config.layout = "auto";   // other people's rows
    LIFT_ASSIGN(std::vector<SourceFile> sources, open_sources(files, config, task, part != Part::Train));
    const auto first_file = static_cast<std::int32_t>(data_.sources_.size());
    if (!rows_) LIFT_RETURN_IF_ERROR(make_room(sources));
    for (const SourceFile& source : sources) {
      data_.sources_.push_back(source);
      ledger_.add_file(source);
    }
    if (part == Part::Train) training_files_ = data_.sources_.size();
    return read_rows(
        sources, limit,
        [&](ReadRow row) {
          row.place.file += first_file;
          return take(row, part);
        },
        task);
  }

  // Small data sets stay in memory; others may not fit, and go to disk.
  Status make_room(const std::vector<SourceFile>& sources) {
    const DataConfig& config = data_.config_;
    std::uint64_t bytes = 0;
    for (const SourceFile& source : sources) bytes += source.rows->text().size();
    for (const auto* names : {&config.held_out_files, &config.replay_files})
      for (const std::string& name : *names) {
        std::error_code failure;
        if (const std::uint64_t size = fs::file_size(name, failure); !failure) bytes += size;
      }
    if (bytes > kMostInMemory && (config.limit_rows == 0 || config.limit_rows > kMostRowsInMemory)) {
      make_room_on_disk(2 * static_cast<std::int64_t>(bytes));
      LIFT_ASSIGN(TemporaryRows folder, TemporaryRows::create(cache_folder("rows")));
      folder_.emplace(std::move(folder));
      data_.places_ = StoredArray<RowPlace>::in_file(folder_->path() / "places");
    }
    rows_ = std::make_shared<TokenRows>(folder_ ? TokenRows::in_folder(folder_->path()) : TokenRows());
    data_.train = part();
    data_.held_out = part();
    replay_ = part();
    return {};
  }

  SftDataset part() {
    auto chosen = folder_ ? StoredArray<std::int64_t>::in_file(folder_->path() / fmt::format("part{}", parts_++))
                          : StoredArray<std::int64_t>();
    return {rows_, std::move(chosen), {}};
  }

  Status finish_reading() {
    LIFT_RETURN_IF_ERROR(rows_->finish());
    LIFT_RETURN_IF_ERROR(data_.places_.finish());
    for (SftDataset* part : {&data_.train, &data_.held_out, &replay_}) LIFT_RETURN_IF_ERROR(part->finish());
    return {};
  }

  Status mark_rows() {
    if (folder_) data_.marks_ = StoredArray<std::uint8_t>::in_file(folder_->path() / "marks");
    not_drawn_.resize(is_held_out_.size());
    for (std::size_t row = 0; row < is_held_out_.size(); ++row)
      data_.marks_.append(static_cast<std::uint8_t>((is_held_out_[row] ? SftData::HeldOut : 0) |
                                                    (not_drawn_[row] ? SftData::NotDrawn : 0)));
    return data_.marks_.finish();
  }

  Sentence place_of(const RowPlace& place) const {
    const auto& path = data_.sources_[static_cast<std::size_t>(place.file)].rows->path();
    return say("{}, line {}", path.filename().string(), place.line);
  }

  Status take(const ReadRow& read, Part into) {
    const std::int64_t index = data_.places_.size();
    data_.places_.append(read.place);
    is_held_out_.push_back(into == Part::HeldOut);
    is_truncated_.push_back(false);
    ledger_.add_row(read.place.file, read);
    if (!read.example) {
      note(index, place_of(read.place), RowFate::Dropped, read.reason);
      return {};
    }
    LIFT_ASSIGN(const EncodedRow row, encode_row(*read.example, tokenizer_, prompt_, data_.config_));
    LIFT_RETURN_IF_ERROR(check_ids(row, read.place));
    count_unused(row, *read.example);
    if (!row.tokens.empty()) count_length(static_cast<std::int64_t>(row.tokens.size()));
    if (row.fate != RowFate::Kept) note(index, place_of(read.place), row.fate, row.reason);
    if (row.fate == RowFate::Dropped) return {};
    SftDataset& part = into == Part::HeldOut ? data_.held_out : into == Part::Replay ? replay_ : data_.train;
    if (read.example->text) append_pieces(row, read.place.file, index, part);
    else append(row, {0, static_cast<std::size_t>(row.kept_tokens)}, index, part);
    if (row.fate == RowFate::Kept && data_.summary.end_token.empty())
      data_.summary.end_token = tokenizer_.piece_bytes(row.tokens.back().id);
    return rows_->failed() ? rows_->finish() : Status();   // a disk that is full says so at once
  }

  void count_length(std::int64_t tokens) {
    longest_ = std::max(longest_, tokens);
    const auto bucket = static_cast<std::size_t>(tokens / DataSummary().bucket_tokens);
    if (bucket >= lengths_.size()) lengths_.resize(bucket + 1);
    ++lengths_[bucket];
  }

  void append(const EncodedRow& row, TokenPiece piece, std::int64_t index, SftDataset& part) {
    ids_.clear();
    for (std::size_t i = piece.begin; i < piece.end; ++i) ids_.push_back(row.tokens[i].id);
    trained_.assign(row.trained.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                    row.trained.begin() + static_cast<std::ptrdiff_t>(piece.end));
    if (!trained_.empty()) trained_[0] = 0;
    part.append(index, ids_, trained_);
  }

  void append_pieces(const EncodedRow& row, std::int32_t file, std::int64_t index, SftDataset& part) {
    const auto pieces = pieces_of(row.tokens.size(), static_cast<std::size_t>(data_.config_.max_tokens));
    for (const TokenPiece piece : pieces) append(row, piece, index, part);
    ledger_.add_pieces(file, static_cast<std::int64_t>(pieces.size()));
  }

  // A token that the model has no row for would end the run in its first step.
  Status check_ids(const EncodedRow& row, const RowPlace& place) const {
    if (embedding_rows_ == 0) return {};
    for (std::int64_t i = 0; i < row.kept_tokens; ++i) {
      const TokenId id = row.tokens[static_cast<std::size_t>(i)].id;
      if (id >= embedding_rows_) return token_beyond(id, tokenizer_, embedding_rows_, place_of(place));
    }
    return {};
  }

  void count_unused(const EncodedRow& row, const Example& example) {
    for (const UnusedText& text : row.unused)
      // Fields that the template never asks for are the ledger's.
      if (text.message < example.messages.size() && (text.partly || text.field == "content"))
        ++unused_[{example.messages[text.message].role, text.field, text.partly}];
  }

  // What is said once for all rows: nothing of it is learned, and nothing in a row shows it.
  std::vector<Sentence> template_remarks() const {
    std::vector<Sentence> notices;
    for (const auto& [what, messages] : unused_) {
      const auto& [role, field, partly] = what;
      notices.push_back(
          partly ? say("The chat template leaves out a part of {} of {} messages of the role {} (a model's "
                       "thinking in earlier turns, for example)",
                       field, messages, role)
                 : say("The chat template does not write {} of {} messages of the role {}", field, messages, role));
    }
    return notices;
  }

  void note(std::int64_t row, const Sentence& place, RowFate fate, const Sentence& reason) {
    DataSummary& summary = data_.summary;
    ++(fate == RowFate::Dropped ? summary.dropped : summary.truncated);
    if (fate == RowFate::Truncated) is_truncated_[static_cast<std::size_t>(row)] = true;
    if (fate == RowFate::Dropped)
      ++reasons_.try_emplace(kind_of_reason(reason), LeftOutRows{reason, 0, place}).first->second.rows;
    if (summary.notices.size() < kMostNotices) summary.notices.push_back({row, place, fate, reason});
  }

  // The rows whose mixed number is lowest: which ones depends on the seed and the row alone. Pieces of one text stay
  // together: half of it would tell about the other half.
  Status split(std::uint64_t seed, std::string_view stream, double share) {
    const SftDataset all = std::move(data_.train);
    data_.train = part();
    data_.held_out = part();
    const auto first_of_source = [&](std::int64_t row) {
      if (row % kRowsBetweenReleases == 0) all.release();
      return row == 0 || all.source_row(row) != all.source_row(row - 1);
    };
    std::int64_t sources = 0;
    for (std::int64_t row = 0; row < all.size(); ++row) sources += first_of_source(row) ? 1 : 0;
    LowestNumbers lowest(std::min<std::int64_t>(std::llround(share * static_cast<double>(sources)), sources - 1));
    for (std::int64_t row = 0; row < all.size(); ++row)
      if (first_of_source(row))
        lowest.add(stream_seed(seed, stream, static_cast<std::uint64_t>(all.source_row(row))), all.source_row(row));
    for (const auto& [number, source] : lowest.found()) is_held_out_[static_cast<std::size_t>(source)] = true;
    for (std::int64_t row = 0; row < all.size(); ++row) {
      if (row % kRowsBetweenReleases == 0) all.release();
      const bool out = is_held_out_[static_cast<std::size_t>(all.source_row(row))];
      (out ? data_.held_out : data_.train).choose(all.place(row));
    }
    LIFT_RETURN_IF_ERROR(data_.train.finish());
    return data_.held_out.finish();
  }

  // The rows to mix in whose mixed number is lowest, in the order of their files; the data order shuffles them among
  // the others. Rows that are not drawn are left out, with that reason.
  Status mix_in(std::uint64_t seed) {
    const double share = data_.config_.replay_share;
    const SftDataset own = std::move(data_.train);
    data_.train = part();
    for (std::int64_t row = 0; row < own.size(); ++row) data_.train.choose(own.place(row));
    const auto wanted = std::llround(share / (1 - share) * static_cast<double>(own.size()));
    const auto drawn = std::min<std::int64_t>(wanted, replay_.size());
    LowestNumbers lowest(drawn);
    for (std::int64_t row = 0; row < replay_.size(); ++row)
      lowest.add(stream_seed(seed, "replay", static_cast<std::uint64_t>(row)), row);
    std::vector<bool> takes(static_cast<std::size_t>(replay_.size()), false);
    for (const auto& [number, row] : lowest.found()) takes[static_cast<std::size_t>(row)] = true;
    not_drawn_.resize(is_held_out_.size());
    for (std::int64_t row = 0; row < replay_.size(); ++row) {
      if (takes[static_cast<std::size_t>(row)]) {
        data_.train.choose(replay_.place(row));
        continue;
      }
      const std::int64_t index = replay_.source_row(row);
      not_drawn_[static_cast<std::size_t>(index)] = true;
      note(index, place_of(data_.places_[index]), RowFate::Dropped, not_drawn_reason());
    }
    LIFT_RETURN_IF_ERROR(data_.train.finish());
    remark_ = say("{} of {} general rows are mixed in: {:.0f} % of the rows that train (data.replay_share)", drawn,
                  replay_.size(), 100 * static_cast<double>(drawn) / static_cast<double>(data_.train.size()));
    if (drawn < wanted) remark_ = say("{}; {} were wanted", remark_, wanted);
    return {};
  }

  // Most rows first.
  std::vector<LeftOutRows> reasons() const {
    std::vector<LeftOutRows> reasons;
    for (const auto& [english, counted] : reasons_) reasons.push_back(counted);
    std::ranges::stable_sort(reasons, std::greater<>{}, &LeftOutRows::rows);
    return reasons;
  }

  Error nothing_to_train() const {
    std::vector<Sentence> told;
    for (const LeftOutRows& out : reasons()) told.push_back(say("{}: {}", out.reason, out.rows));
    if (told.size() > 5) told.resize(5);
    return make_error(ErrorCode::InvalidArgument, data_.sources_.front().rows->path().string(),
                      data_.places_.size() == 0
                          ? say("expected rows to train on, found an empty data set")
                          : say("expected rows to train on, found none: all {} rows are left out ({})",
                                data_.places_.size(), joined(told, "; ")),
                      say("Check the columns and the longest row"));
  }

  void describe_files() {
    DataSummary& summary = data_.summary;
    for (const auto& [rows, columns, told] : data_.sources_) {
      summary.files.push_back(rows->path().string());
      summary.read_as.push_back(
          {rows->path().string(), std::string(name_of(columns.layout)), columns.columns, columns.column_map});
      if (summary.files.size() > training_files_) continue;
      for (const std::string& column : columns.columns)
        if (std::ranges::find(summary.columns, column) == summary.columns.end()) summary.columns.push_back(column);
    }
    summary.layout = summary.read_as.front().layout;
    summary.column_map = summary.read_as.front().column_map;
    summary.fields = ledger_.uses();
    summary.remarks = ledger_.remarks();
    if (!remark_.empty()) summary.remarks.push_back(remark_);
    if (data_.config_.validation_share > 0)
      summary.remarks.push_back(
          say("{} rows that would train are set aside, and measured in place of the held-out ones "
              "(data.validation_share)",
              data_.held_out.size()));
    std::ranges::copy(template_remarks(), std::back_inserter(summary.remarks));
    summary.left_out = reasons();
  }

  void summarise() {
    DataSummary& summary = data_.summary;
    describe_files();
    summary.prompt_format = prompt_.name();
    summary.rows = data_.places_.size();
    summary.kept = summary.rows - summary.dropped;
    summary.train_rows = data_.train.size();
    summary.held_out_rows = data_.held_out.size();
    for (const SftDataset* part : {&data_.train, &data_.held_out}) {
      summary.tokens += part->totals().tokens;
      summary.trained_tokens += part->totals().labels;
    }
    summary.train_tokens = data_.train.totals().tokens;
    summary.train_labels = data_.train.totals().labels;
    for (std::size_t row = 0; row < is_truncated_.size(); ++row)
      summary.train_truncated += is_truncated_[row] && !is_held_out_[row] ? 1 : 0;
    summary.longest = longest_;
    const std::int64_t finest = summary.bucket_tokens;
    while (summary.longest / summary.bucket_tokens >= static_cast<std::int64_t>(kMostBuckets))
      summary.bucket_tokens *= 2;
    summary.length_histogram.resize(static_cast<std::size_t>(summary.longest / summary.bucket_tokens) + 1);
    for (std::size_t i = 0; i < lengths_.size(); ++i)
      summary.length_histogram[i / static_cast<std::size_t>(summary.bucket_tokens / finest)] += lengths_[i];
    summary.fingerprint = data_.train.fingerprint();
  }

  const Tokenizer& tokenizer_;
  const PromptTemplate& prompt_;
  std::optional<TemporaryRows> folder_;   // of rows that may not fit into memory
  std::shared_ptr<TokenRows> rows_;       // all that were read
  int parts_ = 0;                         // files of chosen rows so far
  SftData data_;
  SftDataset replay_;   // general rows, before some are drawn
  Sentence remark_;     // on them
  FieldLedger ledger_;
  std::int64_t embedding_rows_;
  std::size_t training_files_ = 0;
  std::vector<TokenId> ids_;
  std::vector<std::uint8_t> trained_;
  std::vector<bool> is_held_out_, is_truncated_, not_drawn_;   // by row of the files
  std::vector<std::int64_t> lengths_;                          // of rows that became tokens: by length, as the summary
  std::int64_t longest_ = 0;                                   // of them
  std::map<std::tuple<std::string, std::string, bool>, std::int64_t> unused_;   // by role, field, partly: messages
  std::map<std::string, LeftOutRows> reasons_;                                  // by kind_of_reason
};

namespace {

// Whatever stands against keeping the tokens is told; they are good without it.
Status keep(const RowCache& cache, SftData& data, TemporaryRows& folder, const TaskContext& task) {
  const Status kept = cache.keep(data, folder, task);
  if (!kept.ok() && kept.error().code == ErrorCode::Cancelled) return kept.error();
  if (!kept.ok())
    data.summary.remarks.push_back(
        say("The tokens are not kept, the next start makes them again: {}", kept.error().sentence()));
  if (!cache.trouble().empty()) data.summary.remarks.push_back(cache.trouble());
  return {};
}

}   // namespace

Result<SftData> load_sft_data(const DataConfig& config, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              std::uint64_t seed, const TaskContext& task, std::int64_t embedding_rows) {
  LIFT_RETURN_IF_ERROR(config.validate());
  return catch_exceptions(say("data"), [&]() -> Result<SftData> {
    LIFT_ASSIGN(std::optional<RowCache> cache, RowCache::of(config, tokenizer, prompt, seed, embedding_rows, task));
    if (cache)
      if (auto kept = cache->find(config)) return std::move(*kept);
    SftBuilder builder(config, tokenizer, prompt, embedding_rows);
    LIFT_ASSIGN(SftData data, builder.build(seed, task));
    if (cache && builder.folder()) LIFT_RETURN_IF_ERROR(keep(*cache, data, *builder.folder(), task));
    return data;
  });
}

}   // namespace lift
