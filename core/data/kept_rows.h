#pragma once
// What the program keeps of data sets between its starts (row_cache), to look at and to empty. Tensor-free. Thread:
// any.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct KeptRows {
  std::filesystem::path folder;
  std::vector<std::string> files;   // names of the data files
  std::int64_t rows = 0, tokens = 0, bytes = 0;
  std::int64_t used = 0;   // seconds since 1970
};

std::filesystem::path kept_rows_folder();
// Most bytes that are kept: 64 GiB, or half of what the disk has for it where that is less.
std::int64_t most_kept_bytes();
std::vector<KeptRows> kept_rows();   // last used first
// All of them. Programs that read them go on: their pages stay until they end. Errors: Io.
Status empty_kept_rows();
// Removes the oldest ones while fewer than `bytes` are free on their disk.
void make_room_on_disk(std::int64_t bytes);
// Removes the oldest ones until at most `bytes` are kept; never `except`.
void trim_kept_rows(std::int64_t bytes, const std::filesystem::path& except = {});

}   // namespace lift
