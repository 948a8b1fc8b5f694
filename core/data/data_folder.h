#pragma once
// A folder as one data set: the files of rows in it, in order. Used by columns and column_guess. Tensor-free.
// Thread: any. Private to core/data.
//
// Files count by their names' endings, those of the folder itself and of a subfolder `data` (where data sets of the Hub
// have them), in natural order (part-2 before part-10). Where names say which part of a data set they are (train, test,
// validation, dev, eval, valid), a set that trains takes the training files, a held-out one the validation files, or
// the test files where there are none.
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

enum class DataPart : std::uint8_t { Training, HeldOut };

struct DataFolder {
  std::vector<std::filesystem::path> files;
  std::vector<Sentence> told;   // what was left out, by name, and why
};

// `path` itself when it is no folder. Errors: Io; NotFound for a folder without files of rows of that part.
Result<DataFolder> files_of_data(const std::filesystem::path& path, DataPart part);

// The most files that one folder may have.
constexpr std::size_t kMostDataFiles = 100'000;

}   // namespace lift
