#include "core/data/token_rows.h"

#include <algorithm>

namespace lift {

TokenRows TokenRows::in_folder(const std::filesystem::path& folder) {
  return {StoredArray<TokenId>::in_file(folder / "ids"), StoredArray<std::uint8_t>::in_file(folder / "trained"),
          StoredArray<Row>::in_file(folder / "rows")};
}

TokenRows::Row TokenRows::append(std::int64_t source_row, std::span<const TokenId> row_ids,
                                 std::span<const std::uint8_t> row_trained) {
  const Row row{.begin = static_cast<std::uint64_t>(ids.size()),
                .source_row = source_row,
                .length = static_cast<std::uint32_t>(row_ids.size()),
                .labels = static_cast<std::uint32_t>(std::ranges::count(row_trained, 1))};
  rows.append(row);
  ids.append(row_ids);
  trained.append(row_trained);
  return row;
}

Status TokenRows::finish() {
  LIFT_RETURN_IF_ERROR(ids.finish());
  LIFT_RETURN_IF_ERROR(trained.finish());
  return rows.finish();
}

void TokenRows::release() const {
  ids.release();
  trained.release();
  rows.release();
}

void SftDataset::append(std::int64_t source_row, std::span<const TokenId> ids, std::span<const std::uint8_t> trained) {
  const std::int64_t place = rows_->rows.size();
  choose(place, rows_->append(source_row, ids, trained));
}

void SftDataset::choose(std::int64_t place) { choose(place, rows_->rows[place]); }

void SftDataset::choose(std::int64_t place, const TokenRows::Row& row) {
  chosen_.append(place);
  totals_.tokens += row.length;
  totals_.labels += row.labels;
  totals_.longest = std::max<std::int64_t>(totals_.longest, row.length);
  totals_.most_labels = std::max<std::int64_t>(totals_.most_labels, row.labels);
}

void SftDataset::release() const {
  rows_->release();
  chosen_.release();
}

Fingerprint SftDataset::fingerprint() const {
  Fingerprinter all;
  const auto add_rows = [&](const auto& add) {
    for (std::int64_t row = 0; row < size(); ++row) {
      add(row);
      if (row % kRowsBetweenReleases == 0) release();
    }
  };
  add_rows([&](std::int64_t row) { all.add(std::as_bytes(ids(row))); });
  add_rows([&](std::int64_t row) { all.add(std::as_bytes(trained(row))); });
  std::int64_t offset = 0;
  all.add(std::as_bytes(std::span(&offset, 1)));
  add_rows([&](std::int64_t row) {
    offset += length(row);
    all.add(std::as_bytes(std::span(&offset, 1)));
  });
  return all.finish();
}

}   // namespace lift
