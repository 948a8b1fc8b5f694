#pragma once
// Rows that became tokens, kept in the user's cache under what they were made of, so that a second start reads none of
// them. Used by sft_dataset. Tensor-free. Thread: any; several programs may use the folder at once.
// Private to core/data.
//
// An entry is a folder of arrays and entry.json, which is written last; the folder gets its name when it is whole.
// Its arrays must have the sizes and times of change that entry.json names, and indices within their bounds: an entry
// that has not is removed, and the rows are made again.
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/cache_folder.h"
#include "core/data/sft_dataset.h"

namespace lift {

// Raised when what becomes of a row changes, or how it is stored.
constexpr int kKeptRowsFormat = 1;

class RowCache {
 public:
  // What the rows would be made of, all files read for it once. std::nullopt: they are few, or a file cannot be read,
  // which whoever reads the rows will tell. Errors: Cancelled.
  static Result<std::optional<RowCache>> of(const DataConfig& config, const Tokenizer& tokenizer,
                                            const PromptTemplate& prompt, std::uint64_t seed,
                                            std::int64_t embedding_rows, const TaskContext& task);

  // The rows as they were kept; std::nullopt: there are none, or they were damaged, which trouble() then says.
  std::optional<SftData> find(const DataConfig& config);
  const Sentence& trouble() const { return trouble_; }
  // Keeps the rows that lie in `folder`, if the files are as they were, and removes the oldest entries beyond the
  // bound. Errors: Io; the rows are good without it.
  Status keep(SftData& data, TemporaryRows& folder, const TaskContext& task) const;

 private:
  std::filesystem::path entry() const;
  Result<SftData> read(const DataConfig& config) const;
  struct File {
    std::filesystem::path path;
    std::uint64_t size = 0;
    std::int64_t modified = 0;   // nanoseconds since 1970
  };
  std::vector<File> files_;
  std::string key_;   // 64 digits
  Sentence trouble_;
};

}   // namespace lift
