// What a data set opens when it is asked for, and what it keeps beside its tokens.
#include <nlohmann/json.hpp>

#include "core/data/sft_dataset.h"
#include "core/data/summary_json.h"
#include "core/io/json.h"

namespace lift {

Result<std::shared_ptr<const RowFile>> SftData::source(std::int32_t file) const {
  const std::lock_guard<std::mutex> one_at_a_time(*opening_);
  const auto index = static_cast<std::size_t>(file);
  std::shared_ptr<const RowFile>& rows = sources_[index].rows;
  if (!rows) {
    LIFT_ASSIGN(rows, RowFile::open(summary.files[index]));
  }
  return rows;
}

std::optional<Sentence> SftData::finding(const std::string& name) const {
  if (kept_.empty()) return std::nullopt;
  const auto value = read_json_file(kept_ / ("finding-" + name + ".json"));
  if (!value.ok()) return std::nullopt;
  auto found = sentence_from_json(*value);
  return found.ok() ? std::optional(std::move(found).value()) : std::nullopt;
}

void SftData::keep_finding(const std::string& name, const Sentence& found) const {
  if (kept_.empty()) return;
  // Where it cannot be kept, the next start looks again.
  static_cast<void>(write_json_file(kept_ / ("finding-" + name + ".json"), to_json(found)));
}

}   // namespace lift
